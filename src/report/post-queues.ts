// Finds the posts where a scenario makes the queue grow most, and the month in which it is longest.

import { dayNumber } from '../model/calendar.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { SummaryScenario } from '../results/study-summary.ts';
import { monthsOf, postName } from './names.ts';
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
  /** The longest mean wait of any month, days; by the mean over the replications. */
  readonly wait: Estimate;
  /**
   * Days from the start of the first month of the swell around the worst to the start of the first month after it: a
   * month belongs to the swell while its longest queue exceeds the baseline's by a tenth of the worst growth; NaN when it never is.
   */
  readonly daysToNormal: number;
}

/** A growth below this does not show on a post that passes tonnes by the thousand. */
const leastGrowthTonnes = 1;

/** Of the worst growth of a queue; below it a queue counts as normal again. */
const normalShare = 0.1;

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
  const waits = longestWaits(rows(scenario.name, 'mean_wait'));
  const scenarioRows = rows(scenario.name, 'longest_queue');
  const after = new Map(scenarioRows.map((row) => [postMonth(row), row]));
  const growthIn = (key: string) =>
    (after.get(key)?.number.mean ?? 0) - (baseline.get(key)?.number.mean ?? 0);
  const growth = (row: Row) => growthIn(postMonth(row));
  const worst = new Map<string, Row>();
  for (const row of scenarioRows) {
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
      wait: estimateOf(waits.get(row.text.post)),
      daysToNormal: daysToNormal(
        monthsOf(results.summary),
        (month) => growthIn(`${month} ${row.text.post}`),
        row.text.period,
      ),
    }));
}

/** By post. */
function longestWaits(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const longest = new Map<string, Row>();
  for (const row of rows)
    if (row.number.mean > (longest.get(row.text.post)?.number.mean ?? 0))
      longest.set(row.text.post, row);
  return longest;
}

/** @param worst the month in which the queue grows most, one of `months` */
function daysToNormal(
  months: readonly string[],
  growth: (month: string) => number,
  worst: string,
): number {
  const least = Math.max(growth(worst) * normalShare, leastGrowthTonnes);
  const peak = months.indexOf(worst);
  const end = months.findIndex((month, index) => index > peak && growth(month) < least);
  if (end < 0) return Number.NaN;
  const before = months.slice(0, peak).findLastIndex((month) => growth(month) < least);
  return firstDay(months[end]) - firstDay(months[before + 1]);
}

function firstDay(month: string): number {
  return dayNumber(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1);
}

function isMonth(row: Row): boolean {
  return row.text.period.includes('-');
}

function postMonth(row: Row): string {
  return `${row.text.period} ${row.text.post}`;
}
