// expectations.csv: what the authors of the scenarios expected of corridors, and whether it came out.

import type { Expectation } from '../model/scenario.ts';
import { type Summary, summarise } from '../numerics/summary.ts';
import { all } from './keys.ts';
import type { Table } from './table.ts';
import { createTableBuilder, statisticColumns, statisticsOf } from './table-builder.ts';

/** Whether an expectation was met; a single replication has no interval and decides nothing. */
type Verdict = 'yes' | 'no' | 'undecided';

/** An expectation with what came out. */
export interface JudgedExpectation extends Expectation {
  readonly scenario: string;
  /** Change of the corridor's tonnes over the whole horizon, scenario minus baseline, t; undefined = always zero. */
  readonly samples: Float64Array | undefined;
  readonly met: Verdict;
}

/** Judges an expectation: met when the mean has its sign and the 95 % interval of the mean excludes zero. */
export function judge(
  scenario: string,
  expectation: Expectation,
  samples: Float64Array | undefined,
): JudgedExpectation {
  const met = samples ? verdict(expectation.change, summarise(samples)) : 'no';
  return { scenario, ...expectation, samples, met };
}

function verdict(change: Expectation['change'], { ciLow, ciHigh }: Summary): Verdict {
  if (Number.isNaN(ciLow)) return 'undecided';
  return (change === 'rises' ? ciLow > 0 : ciHigh < 0) ? 'yes' : 'no';
}

/** The table of all expectations, in the order of the scenarios and of their files. */
export function expectationsTable(expectations: readonly JudgedExpectation[]): Table {
  const columns = ['scenario', 'period', 'corridor', 'change', 'unit', ...statisticColumns, 'met'];
  const table = createTableBuilder('expectations', columns);
  for (const { scenario, corridor, change, samples, met } of expectations) {
    table.add([scenario, all, corridor, change, 't', met], statisticsOf(samples));
  }
  return table.build();
}
