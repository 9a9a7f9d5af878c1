// What `run --static` prints: for each scenario the corridors on its busiest date, and who waits where.

import { estimateOf, selectRows } from '../report/select.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import { alignColumns, styled, terminalWidth } from './terminal.ts';

type Tables = Pick<ResultsFolder, 'tables'>;

const leastNameWidth = 20;
/** Corridors that change by less than this, t/day, are only counted. */
const leastShownChange = 1;

/**
 * The corridors of a scenario against its baseline, and the posts with a wait in either, on the one of the dates on
 * which most tonnes differ.
 */
export function staticLines(
  results: Tables,
  baseline: string,
  scenario: string,
  dates: readonly string[],
): string[] {
  const date = dates.reduce((best, other) =>
    changeOn(results, scenario, other) > changeOn(results, scenario, best) ? other : best,
  );
  if (changeOn(results, scenario, date) < leastShownChange) {
    return [styled('bold', scenario), `no corridor changes by 1 t/day on ${dates.join(', ')}`];
  }
  const count = dates.length > 1 ? `, of ${dates.length} dates the one with most change` : '';
  return [
    styled('bold', `${scenario} on ${date}${count}`),
    ...corridorLines(results, baseline, scenario, date),
    ...postLines(results, baseline, scenario, date),
  ];
}

function changeOn(results: Tables, scenario: string, period: string): number {
  const rows = selectRows(results, 'static-corridors', scenario, { period, variable: 'change' });
  return rows.reduce((sum, { number }) => sum + Math.abs(number.mean ?? 0), 0);
}

function corridorLines(
  results: Tables,
  baseline: string,
  scenario: string,
  period: string,
): string[] {
  const rowsOf = (of: string, variable: string) =>
    new Map(
      selectRows(results, 'static-corridors', of, { period, variable }).map((row) => [
        row.text.corridor,
        estimateOf(row),
      ]),
    );
  const [before, after, change] = [
    rowsOf(baseline, 'dispatched'),
    rowsOf(scenario, 'dispatched'),
    rowsOf(scenario, 'change'),
  ];
  const shown = [...change].filter(([, { mean }]) => Math.abs(mean) >= leastShownChange);
  const rows = shown
    .sort(([, a], [, b]) => a.mean - b.mean)
    .map(([corridor, { mean, lower, upper }]) => [
      corridor ?? '',
      rounded(before.get(corridor)?.mean),
      rounded(after.get(corridor)?.mean),
      signed(mean),
      Number.isNaN(lower) ? '' : `${signed(lower)} to ${signed(upper)}`,
    ]);
  const header = ['t/day', 'baseline', 'scenario', 'change', '95 % interval'];
  const lines = alignColumns([header, ...rows], terminalWidth(), leastNameWidth);
  const others = change.size - rows.length;
  if (others > 0) lines.push(`corridors that change by less than 1 t/day: ${others}`);
  return lines;
}

function postLines(results: Tables, baseline: string, scenario: string, period: string): string[] {
  const rowsOf = (of: string, variable: string) =>
    new Map(
      selectRows(results, 'static-posts', of, { period, variable }).map((row) => [
        row.text.post,
        row.number.mean ?? 0,
      ]),
    );
  const [before, after, queue] = [
    rowsOf(baseline, 'wait'),
    rowsOf(scenario, 'wait'),
    rowsOf(scenario, 'queue'),
  ];
  const posts = [...new Set([...before.keys(), ...after.keys()])]
    .filter((post) => (before.get(post) ?? 0) + (after.get(post) ?? 0) >= 0.005)
    .sort((a, b) => (after.get(b) ?? 0) - (after.get(a) ?? 0));
  if (posts.length === 0) return ['nobody waits'];
  const rows = posts.map((post) => [
    post ?? '',
    (before.get(post) ?? 0).toFixed(2),
    (after.get(post) ?? 0).toFixed(2),
    rounded(queue.get(post) ?? 0),
  ]);
  const header = ['wait, days', 'baseline', 'scenario', 'queue, t'];
  return alignColumns([header, ...rows], terminalWidth(), leastNameWidth);
}

function rounded(value = 0): string {
  return value.toFixed(0);
}

function signed(value: number): string {
  return value > 0 ? `+${value.toFixed(0)}` : value.toFixed(0);
}
