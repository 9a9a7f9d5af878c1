// Gathers from the tables what the report says of one scenario, before any words or pictures.

import { all, notShippedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary, SummaryEvent, SummaryScenario } from '../results/study-summary.ts';
import { corridorName, yearsOf } from './names.ts';
import { type PostQueue, postQueues } from './post-queues.ts';
import { type Estimate, estimateOf, indexRows, selectRows } from './select.ts';
import { type Diversion, readDiversion, type Transfer } from './transfers.ts';

/** The tonnes of a corridor over the whole horizon, and their change against the baseline. */
export interface CorridorChange {
  readonly id: string;
  readonly name: string;
  readonly baseline: Estimate;
  readonly scenario: Estimate;
  readonly change: Estimate;
}

/** What the author expected, and what came out. */
export interface MeasuredExpectation {
  /** Name of a corridor, id of all else. */
  readonly subject: string;
  /** `change falls in 2026`. */
  readonly expected: string;
  /** `t`, `1` or `day`. */
  readonly unit: string;
  readonly measured: Estimate;
  /** `yes`, `no`, or `undecided` when there is no interval. */
  readonly met: string;
}

/** Everything the report says of one scenario. */
export interface ScenarioView {
  readonly scenario: SummaryScenario;
  /** Events that the baseline does not have, or not so. */
  readonly events: readonly SummaryEvent[];
  /** Events of the baseline that the scenario takes out. */
  readonly removedEvents: readonly SummaryEvent[];
  /** From the largest loss to the largest gain; those without cargo are left out. */
  readonly corridors: readonly CorridorChange[];
  readonly notShipped: CorridorChange;
  /** More tonnes queued or under way at the end than in the baseline. */
  readonly delayed: Estimate;
  /** Of all cargo over the whole horizon, largest first. */
  readonly transfers: readonly Transfer[];
  readonly diversion: Diversion;
  /** The year in which most tonnes move. */
  readonly focusYear: string;
  /** Largest growth first; only posts whose queue grows. */
  readonly posts: readonly PostQueue[];
  readonly expectations: readonly MeasuredExpectation[];
}

/** The view of one scenario; the baseline has none. */
export function viewScenario(results: ResultsFolder, scenario: SummaryScenario): ScenarioView {
  const changes = corridorChanges(results, scenario);
  const diversion = readDiversion(results, scenario);
  return {
    scenario,
    events: ownEvents(results, scenario),
    removedEvents: removedEvents(results, scenario),
    corridors: changes.filter((corridor) => corridor.id !== notShippedSink && hasCargo(corridor)),
    notShipped: changes.find((corridor) => corridor.id === notShippedSink)!,
    delayed: diversion.delayed,
    transfers: diversion.of(all, all),
    diversion,
    focusYear: yearOfMostTransfers(results, diversion),
    posts: postQueues(results, scenario),
    expectations: readExpectations(results, scenario),
  };
}

function ownEvents(
  { summary }: ResultsFolder,
  { baseline, events }: SummaryScenario,
): readonly SummaryEvent[] {
  const known = new Set(eventsOf(summary, baseline).map((event) => JSON.stringify(event)));
  return events.filter((event) => !known.has(JSON.stringify(event)));
}

function removedEvents(
  { summary }: ResultsFolder,
  { baseline, events }: SummaryScenario,
): readonly SummaryEvent[] {
  const kept = new Set(events.map(({ id }) => id));
  return eventsOf(summary, baseline).filter(({ id }) => !kept.has(id));
}

function eventsOf(summary: StudySummary, scenario: string): readonly SummaryEvent[] {
  return summary.scenarios.find(({ name }) => name === scenario)?.events ?? [];
}

function hasCargo({ baseline, scenario }: CorridorChange): boolean {
  return baseline.mean > 0 || scenario.mean > 0;
}

/** So many corridors that change most, and the others, each in their order. */
export function splitByChange(
  corridors: readonly CorridorChange[],
  count: number,
): {
  readonly most: readonly CorridorChange[];
  readonly others: readonly CorridorChange[];
} {
  const size = ({ change }: CorridorChange) => Math.abs(orderable(change.mean));
  const bySize = [...corridors].sort((a, b) => size(b) - size(a));
  const chosen = new Set(bySize.slice(0, count));
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

function yearOfMostTransfers({ summary }: ResultsFolder, diversion: Diversion): string {
  let best = { year: summary.start.slice(0, 4), tonnes: 0 };
  for (const year of yearsOf(summary)) {
    const tonnes = diversion.of(year, all).reduce((sum, each) => sum + each.tonnes.mean, 0);
    if (tonnes > best.tonnes) best = { year, tonnes };
  }
  return best.year;
}

function readExpectations(
  results: ResultsFolder,
  scenario: SummaryScenario,
): readonly MeasuredExpectation[] {
  return selectRows(results, 'expectations', scenario.name, {}).map((row) => ({
    subject: row.text.of === 'corridor' ? corridorName(results.summary, row.text.id) : row.text.id,
    expected: `${row.text.measure} ${row.text.expected}${row.text.period === all ? '' : ` in ${row.text.period}`}`,
    unit: row.text.unit ?? '',
    measured: estimateOf(row),
    met: row.text.met ?? '',
  }));
}
