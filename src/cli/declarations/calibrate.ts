// How `calibrate` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareCalibrate(program: Command): void {
  program
    .command('calibrate')
    .description('fit corridor constants to the tonnes in observed.yaml, and report the fit')
    .argument('<study>', 'folder of a study')
    .option('--write', 'write the constants into corridors.yaml')
    .option('--scales', 'try other logit scales too, judged by the observations held back')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', example('cargoflow calibrate scenarios/trans-afghan'))
    .action(async (study, options) => {
      const { calibrateStudy } = await import('../commands/calibrate.ts');
      process.exitCode = calibrateStudy(study, options);
    });
}
