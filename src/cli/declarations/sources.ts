// How `sources` is called.

import type { Command } from 'commander';
import { Option } from 'commander';
import { example } from '../option-values.ts';

export function declareSources(program: Command): void {
  program
    .command('sources')
    .description('count which numbers of a study are published, derived or assumed')
    .argument('<study>', 'folder of a study')
    .addOption(new Option('--format <format>').choices(['markdown', 'json']).default('markdown'))
    .addHelpText('after', example('cargoflow sources scenarios/trans-afghan'))
    .action(async (study, options) => {
      const { sources } = await import('../commands/sources.ts');
      process.exitCode = await sources(study, options);
    });
}
