// How `validate` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareValidate(program: Command): void {
  program
    .command('validate')
    .description('list every problem of scenario files, and run nothing')
    .argument('<file...>', 'scenario files')
    .addHelpText('after', example('cargoflow validate scenarios/trans-afghan/iran-conflict.yaml'))
    .action(async (files) => {
      const { validate } = await import('../commands/validate.ts');
      process.exitCode = validate(files);
    });
}
