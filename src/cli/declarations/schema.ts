// How `schema` is called.

import type { Command } from 'commander';
import { example } from '../option-values.ts';

export function declareSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a kind of file, for editors')
    .argument('[kind]', 'scenario, rates, corridors, commodities, demand or sources', 'scenario')
    .addHelpText('after', example('cargoflow schema demand > demand.schema.json'))
    .action(async (kind) => {
      const { printSchema } = await import('../commands/schema.ts');
      process.exitCode = printSchema(kind);
    });
}
