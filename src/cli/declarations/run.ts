// How `run` is called.

import type { Command } from 'commander';
import { interruptible } from '../interrupt.ts';
import { date, example, positiveInteger } from '../option-values.ts';

export function declareRun(program: Command): void {
  const checkStep = program
    .createOption(
      '--check-step',
      'run again with half the step, and write what that changes beside the sampling error (three times the time)',
    )
    .conflicts('static');
  program
    .command('run')
    .description('run scenarios and the baseline they extend, and write a results folder')
    .argument('<scenario.yaml...>', 'scenario files of one study')
    .option(
      '--replications <count>',
      'runs on different draws of the uncertain inputs',
      positiveInteger,
    )
    .option(
      '--workers <count>',
      'threads (default: as many as the machine runs at once)',
      positiveInteger,
    )
    .option('--seed <text>', 'seed of all draws')
    .option('--scenario <name...>', 'only these of the scenarios that the files give')
    .option('--out <folder>', 'results folder (default: results/<study>)')
    .option(
      '--static',
      'solve at once for the split at which unchanging conditions come to rest, instead of running',
    )
    .option(
      '--on <date>',
      'with --static: date of the conditions (default: 1 July of every year)',
      date,
    )
    .addOption(checkStep)
    .option('--parquet', 'write the tables once more as one long table, results.parquet')
    .option('--quiet', 'print problems only')
    .option('--json', 'print the diversion and the expectations as JSON on standard output')
    .addHelpText(
      'after',
      example('cargoflow run scenarios/trans-afghan/iran-conflict.yaml --replications 20'),
    )
    .action(async (files, options) => {
      process.exitCode = await interruptible(
        () => {},
        async () => {
          if (options.static) {
            const { runStatic } = await import('../commands/run-static.ts');
            return runStatic(files, options);
          }
          const { run } = await import('../commands/run.ts');
          return run(files, options);
        },
      );
    });
}
