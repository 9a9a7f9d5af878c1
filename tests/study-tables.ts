// Runs scenarios as the command line does, in this thread, and gives the tables by name.

import { compile } from '../src/compile/compile.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { drawInputs } from '../src/replicate/draws.ts';
import { createJobRunner } from '../src/replicate/run-job.ts';
import { createAggregator } from '../src/results/aggregate.ts';
import type { Table } from '../src/results/table.ts';

/** Tables of a baseline and its scenarios over some replications. */
export function tablesOfStudy(
  baseline: Scenario,
  scenarios: readonly Scenario[],
  replications: number,
): ReadonlyMap<string, Table> {
  const models = compile(baseline, scenarios);
  const draws = models.map((model) => drawInputs(model.inputs, 'test', replications));
  const plan = { models, draws, replications };
  const run = createJobRunner(plan);
  const aggregator = createAggregator(plan, [baseline, ...scenarios]);
  for (let replication = 0; replication < replications; replication++)
    aggregator.add(run(replication));
  return new Map(aggregator.finish().tables.map((table) => [table.name, table]));
}
