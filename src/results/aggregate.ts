// Takes the outcomes of all replications, one by one, and gives the tables of the results folder.

import type { DiversionResult } from '../diversion/diversion-result.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ReplicationPlan } from '../replicate/run-job.ts';
import { balanceProblem, balanceTable } from './balance-table.ts';
import { corridorsTable } from './corridors-table.ts';
import { groupCosts } from './cost-terms.ts';
import { costsTable } from './costs-table.ts';
import { countriesTable } from './countries-table.ts';
import { diversionTable } from './diversion-table.ts';
import { divertedCostsTable } from './diverted-costs-table.ts';
import {
  createExpectationRecorder,
  expectationsTable,
  type JudgedExpectation,
} from './expectations.ts';
import { createExperiments } from './experiments.ts';
import { flowsTable } from './flows-table.ts';
import { linksTable } from './links-table.ts';
import { postsTable } from './posts-table.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { routesTable } from './routes-table.ts';
import { createSampleStore } from './samples.ts';
import type { Table } from './table.ts';
import { createTableBuilder } from './table-builder.ts';

/** Results of one replication: of the baseline and the scenarios, and of each scenario against the baseline. */
export interface AggregatedOutcome {
  readonly replication: number;
  readonly results: readonly ReplicationResult[];
  readonly diversions: readonly DiversionResult[];
}

/** Collects outcomes. */
export interface Aggregator {
  /** @throws Error with the numbers when a result loses or makes tonnes */
  add(outcome: AggregatedOutcome): void;
  /** The tables and the judged expectations, once all replications are in. */
  finish(): FinishedTables;
  /** `finish` in small pieces of work, after each of which the caller can look to something else. */
  finishByPieces(): Generator<undefined, FinishedTables>;
}

/** What came of all replications. */
export interface FinishedTables {
  readonly tables: readonly Table[];
  readonly expectations: readonly JudgedExpectation[];
  /** Whether the quantiles of the tables are those of all values, or at most one bin off, see `Sketch`. */
  readonly quantiles: 'exact' | 'sketched';
}

const otherTables: readonly TableDefinition[] = [
  flowsTable,
  routesTable,
  linksTable,
  postsTable,
  diversionTable,
  balanceTable,
  countriesTable,
  costsTable,
  divertedCostsTable,
];

/** How the tables of statistics are laid out, in the order in which they are written. */
export const tableDefinitions: readonly TableDefinition[] = [corridorsTable, ...otherTables];

/**
 * @param plan what is run, in the order of the rows
 * @param scenarios the models of the plan before they were compiled
 */
export function createAggregator(
  plan: ReplicationPlan,
  scenarios: readonly Scenario[],
): Aggregator {
  const { models, replications } = plan;
  const [baseline] = models;
  const experiments = createExperiments(plan);
  const expected = createExpectationRecorder(models, scenarios, replications);
  const store = createSampleStore(replications);
  const corridors = models.map((model) => corridorsTable.createRecorder(model, baseline, store));
  const others = otherTables.map((definition) => ({
    definition,
    recorders: models.map((model) => definition.createRecorder(model, baseline, store)),
  }));
  function* finishByPieces(): Generator<undefined, FinishedTables> {
    const expectations = expected.judged();
    const tables = [yield* buildTable(corridorsTable, corridors)];
    for (const { definition, recorders } of others)
      tables.push(yield* buildTable(definition, recorders));
    tables.push(experiments.experimentsTable());
    yield;
    tables.push(experiments.driversTable(), expectationsTable(expectations));
    return { tables, expectations, quantiles: store.isExact ? 'exact' : 'sketched' };
  }
  return {
    add({ replication, results, diversions }) {
      experiments.record(replication, results);
      const costs = results.map((result, index) => groupCosts(models[index], result));
      expected.record(replication, results);
      results.forEach((result, index) => {
        const problem = balanceProblem(models[index], result);
        if (problem)
          throw new Error(`${models[index].name}, replication ${replication}: ${problem}`);
        const diversion = index > 0 ? diversions[index - 1] : undefined;
        const run = {
          replication,
          result,
          costs: costs[index],
          baseline: results[0],
          baselineCosts: costs[0],
          diversion,
        };
        corridors[index].record(run);
        for (const { recorders } of others) recorders[index].record(run);
      });
    },
    finish() {
      const pieces = finishByPieces();
      let piece = pieces.next();
      while (!piece.done) piece = pieces.next();
      return piece.value;
    },
    finishByPieces,
  };
}

function* buildTable(
  definition: TableDefinition,
  recorders: readonly Recorder[],
): Generator<undefined, Table> {
  const table = createTableBuilder(definition.name, definition.columns);
  for (const recorder of recorders) {
    recorder.addRows(table.add);
    yield;
  }
  return table.build();
}
