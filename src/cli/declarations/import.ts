// How `import` is called.

import { type Command, Option } from 'commander';
import { lengthUnits, speedUnits, timeUnits } from '../../import/imported-network.ts';
import { interruptible } from '../interrupt.ts';
import { example } from '../option-values.ts';

export function declareImport(program: Command): void {
  const unit = (flags: string, of: string, choices: object) =>
    new Option(flags, `unit of ${of} in the files`).choices(Object.keys(choices));
  program
    .command('import')
    .description('turn a GMNS or TNTP network with its demand into a study that runs at once')
    .argument(
      '<file...>',
      'node.csv link.csv demand.csv [config.csv], or X_net.tntp X_trips.tntp [X_node.tntp]',
    )
    .requiredOption('--out <folder>', 'folder of the new study')
    .requiredOption('--volume-unit <quantity>', 'what a volume of 1 is: "t/day", "12 t/day"')
    .requiredOption('--tariff <quantity>', 'price of transport, such as "0.05 USD/t/km"')
    .requiredOption('--value-of-time <quantity>', 'such as "15 USD/t/day"')
    .requiredOption('--route-scale <quantity>', 'how sharply shippers choose: "0.05 t/USD"')
    .addOption(unit('--length-unit <unit>', 'lengths', lengthUnits))
    .addOption(unit('--speed-unit <unit>', 'free_speed (GMNS)', speedUnits))
    .addOption(unit('--time-unit <unit>', 'free flow times (TNTP)', timeUnits))
    .option('--mode <mode>', 'mode of all links', 'road')
    .option('--country <code>', 'country of all nodes, three letters', 'XXX')
    .addHelpText(
      'after',
      example(
        'cargoflow import node.csv link.csv demand.csv --out scenarios/mine --length-unit km --speed-unit km/h ' +
          '--volume-unit t/day --tariff "0.05 USD/t/km" --value-of-time "15 USD/t/day" --route-scale "0.1 t/USD"',
      ),
    )
    .action(async (files, options) => {
      process.exitCode = await interruptible(
        () => {},
        async () => {
          const { importFiles } = await import('../commands/import.ts');
          return importFiles(files, options);
        },
      );
    });
}
