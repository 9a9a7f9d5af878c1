// Gathers from the tables what the report says of one scenario, before any words or pictures.

import { all, delayedSink, notShippedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { SummaryEvent, SummaryScenario } from '../results/study-summary.ts';
import { corridorName } from './names.ts';
import { type PostQueue, postQueues } from './post-queues.ts';
import { type Estimate, estimateOf, indexRows, type Row, selectRows } from './select.ts';

/** The tonnes of a corridor over the whole horizon, and their change against the baseline. */
export interface CorridorChange {
  readonly id: string;
  readonly name: string;
  readonly baseline: Estimate;
  readonly scenario: Estimate;
  readonly change: Estimate;
}

/** Tonnes that one corridor lost to another, or to `no-ship`, over the whole horizon. */
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

/** What the author expected of a corridor, and what came out. */
interface MeasuredExpectation {
  readonly corridor: string;
  readonly change: string;
  readonly measured: Estimate;
  /** `yes`, `no`, or `undecided` when there is no interval. */
  readonly met: string;
}

/** Everything the report says of one scenario. */
export interface ScenarioView {
  readonly scenario: SummaryScenario;
  /** Events that the baseline does not have, or not so. */
  readonly events: readonly SummaryEvent[];
  /** From the largest loss to the largest gain; those without cargo are left out. */
  readonly corridors: readonly CorridorChange[];
  readonly notShipped: CorridorChange;
  /** More tonnes queued or under way at the end than in the baseline. */
  readonly delayed: Estimate;
  /** Largest first. */
  readonly transfers: readonly Transfer[];
  /** The year in which most tonnes move. */
  readonly focusYear: string;
  /** Largest growth first; only posts whose queue grows. */
  readonly posts: readonly PostQueue[];
  readonly expectations: readonly MeasuredExpectation[];
}

/** Corridors in the first table of a report. */
const mostCorridorsShown = 14;

/** The view of one scenario; the baseline has none. */
export function viewScenario(results: ResultsFolder, scenario: SummaryScenario): ScenarioView {
  const changes = corridorChanges(results, scenario);
  const transfers = readTransfers(diversionTotals(results, scenario, all));
  return {
    scenario,
    events: ownEvents(results, scenario),
    corridors: changes.filter((corridor) => corridor.id !== notShippedSink && hasCargo(corridor)),
    notShipped: changes.find((corridor) => corridor.id === notShippedSink)!,
    delayed: estimateOf(diversionTotals(results, scenario, all).find(isDelayed)),
    transfers,
    focusYear: yearOfMostTransfers(results, scenario),
    posts: postQueues(results, scenario),
    expectations: readExpectations(results, scenario),
  };
}

function ownEvents(
  { summary }: ResultsFolder,
  { baseline, events }: SummaryScenario,
): readonly SummaryEvent[] {
  const before = summary.scenarios.find(({ name }) => name === baseline)?.events ?? [];
  const known = new Set(before.map((event) => JSON.stringify(event)));
  return events.filter((event) => !known.has(JSON.stringify(event)));
}

function hasCargo({ baseline, scenario }: CorridorChange): boolean {
  return baseline.mean > 0 || scenario.mean > 0;
}

/** The corridors that change most, and the others, each in their order. */
export function splitByChange(corridors: readonly CorridorChange[]): {
  readonly most: readonly CorridorChange[];
  readonly others: readonly CorridorChange[];
} {
  const size = ({ change }: CorridorChange) => Math.abs(orderable(change.mean));
  const bySize = [...corridors].sort((a, b) => size(b) - size(a));
  const chosen = new Set(bySize.slice(0, mostCorridorsShown));
  return {
    most: corridors.filter((corridor) => chosen.has(corridor)),
    others: corridors.filter((corridor) => !chosen.has(corridor)),
  };
}

function corridorChanges(results: ResultsFolder, scenario: SummaryScenario): CorridorChange[] {
  const byCorridor = (name: string, variable: string) =>
    indexRows(selectRows(results, 'corridors', name, { period: all, variable }), 'corridor');
  const before = byCorridor(scenario.baseline, 'dispatched');
  const after = byCorridor(scenario.name, 'dispatched');
  const changes = byCorridor(scenario.name, 'change');
  const ids = new Set([...before.keys(), ...after.keys(), notShippedSink]);
  return [...ids]
    .map((id) => ({
      id,
      name: corridorName(results.summary, id),
      baseline: estimateOf(before.get(id)),
      scenario: estimateOf(after.get(id)),
      change: estimateOf(changes.get(id)),
    }))
    .sort((a, b) => orderable(a.change.mean) - orderable(b.change.mean));
}

function orderable(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function diversionTotals(
  results: ResultsFolder,
  scenario: SummaryScenario,
  period: string,
): readonly Row[] {
  const total = { origin: all, destination: all, commodity: all, period };
  return selectRows(results, 'diversion', scenario.name, total);
}

function isDelayed(row: Row): boolean {
  return row.text.to_corridor === delayedSink;
}

function isTransfer(row: Row): boolean {
  return !isDelayed(row) && row.text.from_corridor !== row.text.to_corridor && row.number.mean > 0;
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

function yearOfMostTransfers(results: ResultsFolder, scenario: SummaryScenario): string {
  const firstYear = Number(results.summary.start.slice(0, 4));
  const lastYear = Number(results.summary.end.slice(0, 4));
  let best = { year: String(firstYear), tonnes: 0 };
  for (let year = firstYear; year <= lastYear; year += 1) {
    const rows = diversionTotals(results, scenario, String(year)).filter(isTransfer);
    const tonnes = rows.reduce((sum, row) => sum + row.number.mean, 0);
    if (tonnes > best.tonnes) best = { year: String(year), tonnes };
  }
  return best.year;
}

function readExpectations(
  results: ResultsFolder,
  scenario: SummaryScenario,
): readonly MeasuredExpectation[] {
  return selectRows(results, 'expectations', scenario.name, {}).map((row) => ({
    corridor: row.text.corridor,
    change: row.text.change ?? '',
    measured: estimateOf(row),
    met: row.text.met ?? '',
  }));
}
