// How `test` is called.

import { type Command, Option } from 'commander';
import { example, positiveInteger } from '../option-values.ts';

export function declareTest(program: Command): void {
  program
    .command('test')
    .description('run scenarios and say of each expectation whether it is met; writes nothing')
    .argument(
      '<file-or-folder...>',
      'scenario files, or folders of studies with all their scenarios',
    )
    .option('--replications <count>', 'runs on different draws', positiveInteger)
    .option(
      '--workers <count>',
      'threads (default: as many as the machine runs at once)',
      positiveInteger,
    )
    .option('--seed <text>', 'seed of all draws')
    .option('--scenario <name...>', 'only these of the scenarios that the files give')
    .addOption(
      new Option('--format <format>', 'how to report; junit goes to standard output')
        .choices(['text', 'junit'])
        .default('text'),
    )
    .addHelpText('after', example('cargoflow test scenarios/trans-afghan --replications 10'))
    .action(async (paths, options) => {
      const { interruptible } = await import('../interrupt.ts');
      process.exitCode = await interruptible(
        () => {},
        async () => {
          const { test } = await import('../commands/test.ts');
          return test(paths, options);
        },
      );
    });
}
