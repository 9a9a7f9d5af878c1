// How `compare` is called.

import { type Command, Option } from 'commander';
import { comparisonFormats } from '../../compare/formats.ts';
import { example, share } from '../option-values.ts';

export function declareCompare(program: Command): void {
  program
    .command('compare')
    .description('compare the tables of two results folders; exit status 1 when they differ')
    .argument('<first>', 'results folder, for instance the reference')
    .argument('<second>', 'results folder')
    .option('--tolerance <share>', 'relative difference of a number that is let pass', share, 0)
    .option('--absolute <amount>', 'absolute difference of a number that is let pass', share, 0)
    .option('--tolerances <file.yaml>', 'rules by table, column and unit')
    .option('--statistical', 'let pass what the sampling of uncertain inputs explains')
    .addOption(
      new Option('--format <format>', 'of the answer').choices(comparisonFormats).default('text'),
    )
    .addHelpText(
      'after',
      example('cargoflow compare results/reference results/trans-afghan --tolerance 1e-9'),
    )
    .action(async (first, second, options) => {
      const { compare } = await import('../commands/compare.ts');
      process.exitCode = await compare(first, second, options);
    });
}
