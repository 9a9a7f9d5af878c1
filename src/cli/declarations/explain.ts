// How `explain` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareExplain(program: Command): void {
  program
    .command('explain')
    .description(
      'why a flow or a corridor changes: cost by term, routes, and what the shares make of it',
    )
    .argument('<folder>', 'results folder')
    .requiredOption('--scenario <name>', 'scenario that is compared with its baseline')
    .option('--from <node>', 'origin')
    .option('--to <node>', 'destination')
    .option('--commodity <id>', 'commodity')
    .option('--corridor <id>', 'corridor')
    .option('--json', 'print the numbers as JSON')
    .addHelpText(
      'after',
      example(
        'cargoflow explain results/trans-afghan --scenario iran-conflict --corridor bandar-abbas',
      ),
    )
    .action(async (folder, options) => {
      const { explainChange } = await import('../commands/explain.ts');
      process.exitCode = explainChange(folder, options);
    });
}
