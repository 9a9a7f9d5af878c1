// How `resolve` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareResolve(program: Command): void {
  program
    .command('resolve')
    .description(
      'print a scenario with all its layers merged into one file, which gives the same results',
    )
    .argument('<scenario.yaml>', 'a scenario file, or a baseline')
    .option('--origin', 'say of every value in which file and line it was written')
    .option('--scenario <name>', 'which of the scenarios that the file gives')
    .addHelpText(
      'after',
      example('cargoflow resolve scenarios/trans-afghan/zaranj-delaram-opens.yaml --origin'),
    )
    .action(async (file, options) => {
      const { resolve } = await import('../commands/resolve.ts');
      process.exitCode = resolve(file, options);
    });
}
