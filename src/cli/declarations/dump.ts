// How `dump` is called.

import type { Command } from 'commander';
import { interruptible } from '../interrupt.ts';
import { example, positiveInteger, wholeNumber } from '../option-values.ts';

export function declareDump(program: Command): void {
  program
    .command('dump')
    .description('write the compiled model, the draws and the results of one replication as JSON')
    .argument('<scenario.yaml>', 'a scenario file, or a baseline')
    .option('--scenario <name>', 'which of the scenarios that the file gives')
    .option('--replication <number>', 'which replication, the first being 0', wholeNumber, 0)
    .option(
      '--replications <count>',
      'of how many: the draws depend on it (default: as in the scenario)',
      positiveInteger,
    )
    .option('--seed <text>', 'seed of all draws')
    .option('--trace', 'write the state after each step too')
    .option('--out <folder>', 'folder for the files (default: results/dump)')
    .addHelpText(
      'after',
      example('cargoflow dump scenarios/trans-afghan/iran-conflict.yaml --replication 7 --trace'),
    )
    .action(async (file, options) => {
      process.exitCode = await interruptible(
        () => {},
        async () => {
          const { dump } = await import('../commands/dump.ts');
          return dump(file, options);
        },
      );
    });
}
