// How `plot` is called.

import { Argument, type Command } from 'commander';
import { example } from '../option-values.ts';

/** As `chartNames` of the report, which is not loaded to declare the command. */
const charts = [
  'map',
  'map-before',
  'map-after',
  'diversion',
  'corridor',
  'queue',
  'wait',
] as const;

export function declarePlot(program: Command): void {
  program
    .command('plot')
    .description('one chart of a scenario as SVG or PNG')
    .argument('<folder>', 'results folder')
    .addArgument(new Argument('<chart>', 'what is drawn').choices(charts))
    .requiredOption('--scenario <name>', 'scenario')
    .option('--of <id>', 'corridor or post of the chart')
    .option('--out <file>', 'file that ends in .svg or .png (default: SVG on standard output)')
    .addHelpText(
      'after',
      example('cargoflow plot results/trans-afghan map --scenario iran-conflict --out map.png'),
    )
    .action(async (folder, chart, options) => {
      const { plot } = await import('../commands/plot.ts');
      process.exitCode = await plot(folder, chart, options);
    });
}
