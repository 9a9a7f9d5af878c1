// How `report` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareReport(program: Command): void {
  program
    .command('report')
    .description('render the reports of a results folder again')
    .argument('<folder>', 'results folder')
    .addHelpText('after', example('cargoflow report results/trans-afghan'))
    .action(async (folder) => {
      const { report } = await import('../commands/report.ts');
      process.exitCode = await report(folder);
    });
}
