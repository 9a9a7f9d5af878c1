// expectations.csv: what the authors of the scenarios expected, and whether it came out.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import type { Expectation, Scenario } from '../model/scenario.ts';
import { studentFactor } from '../numerics/student.ts';
import { summarise } from '../numerics/summary.ts';
import { all } from './keys.ts';
import { measureOf, unitOf } from './measures.ts';
import type { Table } from './table.ts';
import { createTableBuilder, statisticColumns, statisticsOf } from './table-builder.ts';

/** Whether an expectation was met; a single replication has no interval and decides nothing. */
type Verdict = 'yes' | 'no' | 'undecided';

/** An expectation with what came out. */
export interface JudgedExpectation extends Expectation {
  readonly scenario: string;
  /** Its measure in each replication; NaN where there was nothing to measure. */
  readonly samples: Float64Array;
  readonly met: Verdict;
}

/** Measures what is expected, replication by replication. */
export interface ExpectationRecorder {
  /** @param results in the order of the models */
  record(replication: number, results: readonly ReplicationResult[]): void;
  judged(): JudgedExpectation[];
}

/** @param scenarios the models before they were compiled, in their order */
export function createExpectationRecorder(
  models: readonly CompiledModel[],
  scenarios: readonly Scenario[],
  replications: number,
): ExpectationRecorder {
  const kept = scenarios.flatMap(({ name, flows, expectations }, index) =>
    expectations.map((expectation) => ({
      scenario: name,
      index,
      flows: flows.map(({ id }) => id),
      expectation,
      samples: new Float64Array(replications),
    })),
  );
  return {
    record(replication, results) {
      for (const { index, flows, expectation, samples } of kept) {
        const after = { model: models[index], result: results[index], flows };
        const before = { model: models[0], result: results[0], flows };
        samples[replication] = measureOf(expectation, after, before);
      }
    },
    judged: () =>
      kept.map(({ scenario, expectation, samples }) => judge(scenario, expectation, samples)),
  };
}

/** Judges an expectation: met when the interval of the mean lies between its limits. */
export function judge(
  scenario: string,
  expectation: Expectation,
  samples: Float64Array,
): JudgedExpectation {
  return { scenario, ...expectation, samples, met: verdict(expectation, samples) };
}

function verdict({ atLeast, atMost, confidence }: Expectation, samples: Float64Array): Verdict {
  const { mean, sd } = summarise(samples);
  const count = samples.filter((value) => !Number.isNaN(value)).length;
  if (count < 2) return samples.length < 2 ? 'undecided' : 'no';
  const halfWidth = (studentFactor(count - 1, confidence) * sd) / Math.sqrt(count);
  return mean - halfWidth >= atLeast && mean + halfWidth <= atMost ? 'yes' : 'no';
}

/** `all`, `2026`, `2026-03` or `2026-03 to 2026-09`. */
function periodLabel({ months }: Expectation): string {
  if (!months) return all;
  const [first, last] = months;
  const year = first.slice(0, 4);
  if (first === `${year}-01` && last === `${year}-12`) return year;
  return first === last ? first : `${first} to ${last}`;
}

/** In their order in expectations.csv. */
export const expectationColumns: readonly string[] = [
  ...['scenario', 'period', 'of', 'id', 'measure', 'expected', 'confidence', 'unit'],
  ...statisticColumns,
  'met',
];

/** The table of all expectations, in the order of the scenarios and of their files. */
export function expectationsTable(expectations: readonly JudgedExpectation[]): Table {
  const table = createTableBuilder('expectations', expectationColumns);
  for (const judged of expectations) {
    const { scenario, of, id, measure, expected, confidence, samples, met } = judged;
    const texts = [periodLabel(judged), of, id, measure, expected, String(confidence)];
    table.add([scenario, ...texts, unitOf(measure), met], statisticsOf(summarise(samples)));
  }
  return table.build();
}
