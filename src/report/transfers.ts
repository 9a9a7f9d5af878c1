// Reads from diversion.csv who lost tonnes to whom, in each period and for each commodity.

import { all, delayedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { SummaryScenario } from '../results/study-summary.ts';
import { type Estimate, estimateOf, type Row, selectRows } from './select.ts';

/** Tonnes that one corridor lost to another, or to `no-ship`. */
export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly tonnes: Estimate;
  /** Least and most that can have moved, given what was lost and gained. */
  readonly lowerBound: number;
  readonly upperBound: number;
  /** Of all that the loser lost, 0-1. */
  readonly shareOfLoss: number;
}

/** All transfers of a scenario, over all origins and destinations. */
export interface Diversion {
  /** Those of a period (`all` or a year) and a commodity (or `all`), largest first. */
  readonly of: (period: string, commodity: string) => readonly Transfer[];
  /** More tonnes queued or under way at the end of the horizon than in the baseline. */
  readonly delayed: Estimate;
}

export function readDiversion(results: ResultsFolder, scenario: SummaryScenario): Diversion {
  const places = { origin: all, destination: all };
  const rows = new Map<string, Row[]>();
  for (const row of selectRows(results, 'diversion', scenario.name, places)) {
    const key = stateKey(row.text.period, row.text.commodity);
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return {
    of: (period, commodity) => readTransfers(rows.get(stateKey(period, commodity)) ?? []),
    delayed: estimateOf(rows.get(stateKey(all, all))?.find(isDelayed)),
  };
}

function stateKey(period: string, commodity: string): string {
  return `${period} ${commodity}`;
}

function isDelayed(row: Row): boolean {
  return row.text.to_corridor === delayedSink;
}

function isTransfer(row: Row): boolean {
  const { from_corridor: from, to_corridor: to } = row.text;
  // Rows from every corridor together are lines of their own: delayed, turned back.
  return from !== all && from !== to && row.number.mean > 0;
}

function readTransfers(rows: readonly Row[]): readonly Transfer[] {
  const losses = new Map<string, number>();
  const moved = rows.filter(isTransfer);
  for (const { text, number } of moved)
    losses.set(text.from_corridor, (losses.get(text.from_corridor) ?? 0) + number.mean);
  return moved
    .map((row) => ({
      from: row.text.from_corridor,
      to: row.text.to_corridor,
      tonnes: estimateOf(row),
      lowerBound: row.number.lower_bound,
      upperBound: row.number.upper_bound,
      shareOfLoss: row.number.mean / losses.get(row.text.from_corridor)!,
    }))
    .sort((a, b) => b.tonnes.mean - a.tonnes.mean);
}
