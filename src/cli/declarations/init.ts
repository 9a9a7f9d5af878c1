// How `init` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareInit(program: Command): void {
  program
    .command('init')
    .description('write a small study to start from: two corridors, a border that shuts')
    .argument('<folder>', 'a new or empty folder')
    .addHelpText('after', example('cargoflow init my-study'))
    .action(async (folder) => {
      const { init } = await import('../commands/init.ts');
      process.exitCode = init(folder);
    });
}
