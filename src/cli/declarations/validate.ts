// How `validate` is called.

import { type Command, Option } from 'commander';
import { example } from '../option-values.ts';

export function declareValidate(program: Command): void {
  program
    .command('validate')
    .description('list every problem of scenario files, and run nothing')
    .argument('<file...>', 'scenario files, or files of a study')
    .addOption(
      new Option('--format <format>', 'how to list them; json and sarif go to standard output')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addHelpText('after', example('cargoflow validate scenarios/trans-afghan/iran-conflict.yaml'))
    .action(async (files, { format }) => {
      const { validate } = await import('../commands/validate.ts');
      process.exitCode = validate(files, format);
    });
}
