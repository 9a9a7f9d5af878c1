// Finds the posts where a scenario makes the queue grow most, and the month in which it is longest.

import type { ResultsFolder } from '../results/results-folder.ts';
import type { SummaryScenario } from '../results/study-summary.ts';
import { postName } from './names.ts';
import { type Estimate, estimateOf, type Row, selectRows, zeroEstimate } from './select.ts';

/** The queue of a post in the month in which it exceeds the baseline's most. */
export interface PostQueue {
  readonly id: string;
  readonly name: string;
  /** `2027-03`. */
  readonly month: string;
  /** Longest queue of that month, tonnes. */
  readonly longest: Estimate;
  readonly baselineLongest: Estimate;
  /** Mean wait of that month, days. */
  readonly wait: Estimate;
}

/** A growth below this does not show on a post that passes tonnes by the thousand. */
const leastGrowthTonnes = 1;

/** Posts whose queue grows, largest growth first. */
export function postQueues(
  results: ResultsFolder,
  scenario: SummaryScenario,
): readonly PostQueue[] {
  const rows = (name: string, variable: string) =>
    selectRows(results, 'posts', name, { variable }).filter(isMonth);
  const baseline = new Map(
    rows(scenario.baseline, 'longest_queue').map((row) => [postMonth(row), row]),
  );
  const waits = new Map(rows(scenario.name, 'mean_wait').map((row) => [postMonth(row), row]));
  const growth = (row: Row) => row.number.mean - (baseline.get(postMonth(row))?.number.mean ?? 0);
  const worst = new Map<string, Row>();
  for (const row of rows(scenario.name, 'longest_queue')) {
    const known = worst.get(row.text.post);
    const least = known ? growth(known) : leastGrowthTonnes;
    if (growth(row) > least) worst.set(row.text.post, row);
  }
  return [...worst.values()]
    .sort((a, b) => growth(b) - growth(a))
    .map((row) => ({
      id: row.text.post,
      name: postName(results.summary, row.text.post),
      month: row.text.period,
      longest: estimateOf(row),
      baselineLongest: baseline.has(postMonth(row))
        ? estimateOf(baseline.get(postMonth(row)))
        : zeroEstimate,
      wait: estimateOf(waits.get(postMonth(row))),
    }));
}

function isMonth(row: Row): boolean {
  return row.text.period.includes('-');
}

function postMonth(row: Row): string {
  return `${row.text.period} ${row.text.post}`;
}
