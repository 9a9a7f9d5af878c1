// How `accept` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareAccept(program: Command): void {
  program
    .command('accept')
    .description('take new results as the reference, and write the reason into the changelog')
    .argument('<new>', 'results folder')
    .argument('<reference>', 'folder of the reference; made when there is none')
    .requiredOption('--reason <text>', 'why the results change')
    .option('--changelog <file>', 'where the reason is written, under Results', 'CHANGELOG.md')
    .addHelpText(
      'after',
      example(
        'cargoflow accept results/trans-afghan results/reference/trans-afghan --reason "New tariffs for 2026"',
      ),
    )
    .action(async (folder, reference, options) => {
      const { accept } = await import('../commands/accept.ts');
      process.exitCode = await accept(folder, reference, options);
    });
}
