// Runs scenarios as the command line does, in this thread, and gives what a results folder holds.

import { compile } from '../src/compile/compile.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { drawInputs } from '../src/replicate/draws.ts';
import { createJobRunner } from '../src/replicate/run-job.ts';
import { createAggregator } from '../src/results/aggregate.ts';
import type { ResultsFolder } from '../src/results/results-folder.ts';
import { summariseStudy } from '../src/results/summarise-study.ts';

/** Results of a baseline and its scenarios over some replications. */
export function resultsOfStudy(
  baseline: Scenario,
  others: readonly Scenario[],
  replications: number,
): ResultsFolder {
  const scenarios = [baseline, ...others];
  const models = compile(baseline, others);
  const draws = models.map((model) => drawInputs(model.inputs, 'test', replications));
  const plan = { models, draws, replications };
  const run = createJobRunner(plan);
  const aggregator = createAggregator(plan, scenarios);
  for (let replication = 0; replication < replications; replication++)
    aggregator.add(run(replication));
  const tables = new Map(aggregator.finish().tables.map((table) => [table.name, table]));
  const summary = summariseStudy({ name: 'study', scenarios, ...plan, seed: 'test' });
  return { summary, tables };
}

/** The tables alone, by name. */
export function tablesOfStudy(
  ...study: Parameters<typeof resultsOfStudy>
): ResultsFolder['tables'] {
  return resultsOfStudy(...study).tables;
}
