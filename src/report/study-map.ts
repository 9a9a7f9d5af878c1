// Prepares what the maps of all scenarios of a study share, so that the page holds it once.

import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { dotRadius } from './map-events.ts';
import { type MapFrame, mapFrame } from './map-frame.ts';
import { loadLines, networkLines } from './map-lines.ts';
import { type MapQueues, mapQueues, queueCircles } from './map-queues.ts';
import { linkWays, mapStrokes, type Stroke } from './map-strokes.ts';
import { element, type Markup } from './markup.ts';
import { yearsOf } from './names.ts';
import type { ScenarioView } from './scenario-view.ts';
import type { LanePoint } from './sea-lanes.ts';
import { selectRows } from './select.ts';

/** Mean tonnes of each link in one run and year, both directions; a link without cargo is absent. */
export type LinkTonnes = ReadonlyMap<string, number>;

/** The map of a study. */
export interface StudyMap {
  readonly frame: MapFrame;
  /** The way of each link. */
  readonly ways: ReadonlyMap<string, readonly LanePoint[]>;
  readonly strokes: readonly Stroke[];
  /** Class of the colour of each stroke: that of the corridor that its busiest link serves most. */
  readonly strokeColours: readonly string[];
  readonly years: readonly string[];
  /** Tonnes of each stroke, by run [years][strokes]. */
  readonly loads: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** The most that a stroke carries in a year of any baseline; the widest line. */
  readonly largestLoad: number;
  readonly queues: MapQueues;
  /** The baseline in each year that a scenario's map shows: id of its lines on the page. */
  readonly baselineIds: ReadonlyMap<string, string>;
  /** The same for its lines without widths and colours, over which changes are drawn. */
  readonly networkIds: ReadonlyMap<string, string>;
}

/** Prepares the map of a study for these scenarios, with the lines of their baselines or without. */
export function studyMap(
  results: ResultsFolder,
  colours: CorridorColours,
  views: readonly ScenarioView[],
  hasBaselines: boolean,
): StudyMap {
  const { summary } = results;
  const frame = mapFrame(summary.nodes);
  const ways = linkWays(summary);
  const strokes = mapStrokes(summary, frame, ways);
  const years = yearsOf(summary);
  const loads = new Map(
    summary.scenarios.map(({ name }) => [
      name,
      years.map((year) => strokeTonnes(strokes, linkTonnes(results, name, year))),
    ]),
  );
  const baselines = [...new Set(views.map(({ scenario }) => scenario.baseline))];
  return {
    frame,
    ways,
    strokes,
    strokeColours: strokeColours(results, colours, strokes),
    years,
    loads,
    largestLoad: Math.max(0, ...baselines.flatMap((name) => loads.get(name)?.flat() ?? [])),
    queues: mapQueues(results, frame, ways),
    baselineIds: idsOf(hasBaselines ? views : [], 'baseline'),
    networkIds: idsOf(views, 'network'),
  };
}

function idsOf(views: readonly ScenarioView[], name: string): ReadonlyMap<string, string> {
  return new Map(
    [...new Set(views.map(baselineKey))].map((key, index) => [key, `${name}${index}`]),
  );
}

/** The map by itself: with the definitions that a picture of this scenario needs. */
export function mapOfOne(map: StudyMap, view: ScenarioView): StudyMap {
  return { ...map, baselineIds: new Map(), networkIds: idsOf([view], 'network') };
}

/** Id of the lines of the baseline in the year of this scenario's map. */
export function baselineId(map: StudyMap, view: ScenarioView): string {
  return map.baselineIds.get(baselineKey(view))!;
}

/** Id of the network of the baseline in the year of this scenario's map. */
export function networkId(map: StudyMap, view: ScenarioView): string {
  return map.networkIds.get(baselineKey(view))!;
}

function baselineKey({ scenario, focusYear }: ScenarioView): string {
  return `${focusYear} ${scenario.baseline}`;
}

/** Tonnes of each stroke in a run and year. */
export function loadsOf(map: StudyMap, run: string, year: string): readonly number[] {
  return map.loads.get(run)?.[map.years.indexOf(year)] ?? map.strokes.map(() => 0);
}

/** Reads the tonnes of all links. */
export function linkTonnes(results: ResultsFolder, scenario: string, period: string): LinkTonnes {
  const tonnes = new Map<string, number>();
  for (const row of selectRows(results, 'links', scenario, { period, variable: 'tonnes' }))
    tonnes.set(row.text.link, (tonnes.get(row.text.link) ?? 0) + row.number.mean);
  return tonnes;
}

function strokeTonnes(strokes: readonly Stroke[], tonnes: LinkTonnes): readonly number[] {
  return strokes.map(({ links }) => links.reduce((sum, link) => sum + (tonnes.get(link) ?? 0), 0));
}

function strokeColours(
  results: ResultsFolder,
  colours: CorridorColours,
  strokes: readonly Stroke[],
): readonly string[] {
  const { summary } = results;
  const corridorOf = new Map(summary.links.map(({ id, corridor }) => [id, corridor]));
  const tonnes = new Map<string, number>();
  for (const year of yearsOf(summary))
    for (const [link, load] of linkTonnes(results, summary.scenarios[0]?.name ?? '', year))
      tonnes.set(link, (tonnes.get(link) ?? 0) + load);
  return strokes.map(({ links }) => {
    const [busiest = ''] = [...links].sort((a, b) => (tonnes.get(b) ?? 0) - (tonnes.get(a) ?? 0));
    return colours.classOf(corridorOf.get(busiest) ?? '');
  });
}

/** Land, lines, dots and baselines, to which the maps refer. */
export function mapDefinitions(map: StudyMap, summary: StudySummary): Markup {
  const { frame, strokes, baselineIds, networkIds } = map;
  return element(
    'svg',
    { class: 'definitions', 'aria-hidden': 'true' },
    element(
      'defs',
      {},
      element('path', { id: 'land', d: frame.land }),
      element('path', { id: 'borders', d: frame.borders }),
      ...strokes.map(strokeDefinition),
      element('g', { id: 'dots' }, ...dots(frame, summary)),
      ...[...baselineIds].map(([key, id]) =>
        element('g', { id }, ...runLines(map, ...runAndYear(key))),
      ),
      ...[...networkIds].map(([key, id]) =>
        element('g', { id, class: 'idle' }, ...networkLines(loadsOf(map, ...runAndYear(key)))),
      ),
    ),
  );
}

function runAndYear(key: string): [run: string, year: string] {
  const [year, ...name] = key.split(' ');
  return [name.join(' '), year];
}

/** The lines and queues of one run in one year. */
export function runLines(map: StudyMap, run: string, year: string): Markup[] {
  return [
    ...loadLines(map.strokes, map.strokeColours, loadsOf(map, run, year), map.largestLoad),
    ...queueCircles(map.queues, run, map.years.indexOf(year)),
  ];
}

function strokeDefinition(stroke: Stroke, index: number): Markup {
  const [across, down] = stroke.shift;
  const moved = across !== 0 || down !== 0;
  const transform = moved ? `translate(${across.toFixed(1)} ${down.toFixed(1)})` : undefined;
  return element('path', { id: `l${index}`, d: stroke.path, transform });
}

function dots(frame: MapFrame, summary: StudySummary): Markup[] {
  return summary.nodes.flatMap((node) => {
    const place = frame.shown([node.longitudeDegrees, node.latitudeDegrees]);
    return place ? [element('circle', { cx: place[0], cy: place[1], r: dotRadius })] : [];
  });
}
