#!/usr/bin/env node
// The command line: reads arguments, calls a command, sets the exit status.

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { comparisonFormats } from './comparison-formats.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptible } from './interrupt.ts';
import { version } from './version.ts';

// Commands are loaded when they are called, so that --help answers at once.
const program = new Command('cargoflow')
  .description(
    'Simulates how freight moves between competing corridors, and who loses which tonnes to whom.',
  )
  .version(version)
  .exitOverride();

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
  .option('--out <folder>', 'results folder (default: results/<study>)')
  .option('--quiet', 'print problems only')
  .option('--json', 'print the diversion and the expectations as JSON on standard output')
  .addHelpText(
    'after',
    example('cargoflow run scenarios/trans-afghan/iran-conflict.yaml --replications 20'),
  )
  .action(async (files, options) => {
    process.exitCode = await interruptible(nothingToClean, async () => {
      const { run } = await import('./commands/run.ts');
      return run(files, options);
    });
  });

program
  .command('validate')
  .description('list every problem of scenario files, and run nothing')
  .argument('<file...>', 'scenario files')
  .addHelpText('after', example('cargoflow validate scenarios/trans-afghan/iran-conflict.yaml'))
  .action(async (files) => {
    const { validate } = await import('./commands/validate.ts');
    process.exitCode = validate(files);
  });

program
  .command('compare')
  .description('compare the tables of two results folders; exit status 1 when they differ')
  .argument('<first>', 'results folder, for instance the reference')
  .argument('<second>', 'results folder')
  .option('--tolerance <share>', 'relative difference of a number that is let pass', share, 0)
  .addOption(
    new Option('--format <format>', 'of the answer').choices(comparisonFormats).default('text'),
  )
  .addHelpText(
    'after',
    example('cargoflow compare results/reference results/trans-afghan --tolerance 1e-9'),
  )
  .action(async (first, second, options) => {
    const { compare } = await import('./commands/compare.ts');
    process.exitCode = compare(first, second, options);
  });

program
  .command('report')
  .description('render the reports of a results folder again')
  .argument('<folder>', 'results folder')
  .addHelpText('after', example('cargoflow report results/trans-afghan'))
  .action(async (folder) => {
    const { report } = await import('./commands/report.ts');
    process.exitCode = await report(folder);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  } else {
    const { sayFailure } = await import('./terminal.ts');
    sayFailure(error);
    process.exitCode = exitCodes.runFailed;
  }
}

function nothingToClean(): void {}

function example(command: string): string {
  return `\nExample:\n  ${command}`;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number, at least 1.');
  }
  return value;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0))
    throw new InvalidArgumentError('It must be a number, at least 0.');
  return value;
}
