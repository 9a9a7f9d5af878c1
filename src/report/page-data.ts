// Gathers, in few characters, the numbers that the switches of the page show: diversion by period and cargo, maps by year.

import type { StudySummary } from '../results/study-summary.ts';
import { diversionStates, partyRecords } from './diversion-states.ts';
import { mostChange } from './map.ts';
import type { Detail, PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import type { StudyMap } from './study-map.ts';

/** The numbers as a JSON text that may stand in a script element. */
export function pageData(
  { results: { summary }, map, colours, detail }: PageContext,
  views: readonly ScenarioView[],
): string {
  const baselines = [...new Set(views.map(({ scenario }) => scenario.baseline))];
  const data = {
    parties: partyRecords(summary, colours),
    years: map.years,
    strokes: map.strokes.map(({ name }, index) => [name, map.strokeColours[index]]),
    largestLoad: kilotonnes(map.largestLoad),
    posts: map.queues.places.map(({ name, x, y }) => [name, pixels(x), pixels(y)]),
    largestQueue: kilotonnes(map.queues.largest),
    baselines: Object.fromEntries(
      baselines.map((name) => [name, { loads: loadsOf(map, name), queues: queuesOf(map, name) }]),
    ),
    scenarios: Object.fromEntries(
      views.map((view) => [view.scenario.name, scenarioData(summary, map, detail, view)]),
    ),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function scenarioData(summary: StudySummary, map: StudyMap, detail: Detail, view: ScenarioView) {
  const { scenario, diversion } = view;
  const before = map.loads.get(scenario.baseline) ?? [];
  const largest = mostChange(map, view);
  const change = (map.loads.get(scenario.name) ?? []).map((loads, year) =>
    loads.map((load, stroke) => visibleChange(load - (before[year]?.[stroke] ?? 0), largest)),
  );
  return {
    baseline: scenario.baseline,
    largestChange: kilotonnes(largest),
    // A scenario that changes little is mostly zeros, which take two characters each.
    change,
    queues: queuesOf(map, scenario.name),
    diversion: diversionStates(summary, diversion, detail),
  };
}

function loadsOf(map: StudyMap, run: string): number[][] {
  return (map.loads.get(run) ?? []).map((loads) => loads.map(kilotonnes));
}

function queuesOf(map: StudyMap, run: string): number[][] {
  return (map.queues.tonnes.get(run) ?? []).map((queues) => queues.map(kilotonnes));
}

/** Changes below a thousandth of the largest, a fiftieth of a pixel of the widest line, are left out. */
function visibleChange(tonnes: number, largest: number): number {
  return Math.abs(tonnes) < largest / 1000 ? 0 : kilotonnes(tonnes);
}

/** Three digits, and nothing below a tonne: enough for the width of a line and the text beside it. */
function kilotonnes(tonnes: number): number {
  return Math.abs(tonnes) < 1 ? 0 : Number((tonnes / 1000).toPrecision(3));
}

function pixels(length: number): number {
  return Number(length.toFixed(1));
}
