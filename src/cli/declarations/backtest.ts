// How `backtest` is called.

import type { Command } from 'commander';
import { example, positiveInteger } from '../option-values.ts';

export function declareBacktest(program: Command): void {
  program
    .command('backtest')
    .description('run episodes whose outcome is known, and score the model against naive forecasts')
    .argument('[folder]', 'folder of back-tests, or of one', 'scenarios/backtests')
    .option('--replications <count>', 'runs on different draws', positiveInteger, 50)
    .option('--json', 'print the scores as JSON')
    .addHelpText('after', example('cargoflow backtest scenarios/backtests/red-sea-2023'))
    .action(async (folder, options) => {
      const { backtest } = await import('../commands/backtest.ts');
      process.exitCode = backtest(folder, options);
    });
}
