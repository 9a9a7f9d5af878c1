// Prepares what the maps of all scenarios of a study share, so that the page holds it once.

import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { type MapFrame, mapFrame } from './map-frame.ts';
import { loadLines } from './map-lines.ts';
import { dotRadius } from './map-places.ts';
import { linkWays, mapStrokes, type Stroke } from './map-strokes.ts';
import { element, type Markup } from './markup.ts';
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
  /** The baseline in each year that a scenario's map shows. */
  readonly baselines: ReadonlyMap<string, BaselineYear>;
}

/** The baseline in one year. */
export interface BaselineYear {
  /** Id of its lines on the page. */
  readonly id: string;
  readonly tonnes: LinkTonnes;
}

/** Prepares the map of a study for these scenarios. */
export function studyMap(results: ResultsFolder, views: readonly ScenarioView[]): StudyMap {
  const frame = mapFrame(results.summary.nodes);
  const ways = linkWays(results.summary);
  const years = new Map(views.map((view) => [baselineKey(view), view]));
  const baselines = [...years].map(([key, { scenario, focusYear }], index) => {
    const tonnes = linkTonnes(results, scenario.baseline, focusYear);
    return [key, { id: `baseline${index}`, tonnes }] as const;
  });
  return {
    frame,
    ways,
    strokes: mapStrokes(results.summary, frame, ways),
    baselines: new Map(baselines),
  };
}

/** The baseline in the year of this scenario's map. */
export function baselineYear(map: StudyMap, view: ScenarioView): BaselineYear {
  return map.baselines.get(baselineKey(view))!;
}

function baselineKey({ scenario, focusYear }: ScenarioView): string {
  return `${focusYear} ${scenario.baseline}`;
}

/** Reads the tonnes of all links. */
export function linkTonnes(results: ResultsFolder, scenario: string, period: string): LinkTonnes {
  const tonnes = new Map<string, number>();
  for (const row of selectRows(results, 'links', scenario, { period, variable: 'tonnes' }))
    tonnes.set(row.text.link, (tonnes.get(row.text.link) ?? 0) + row.number.mean);
  return tonnes;
}

/** Tonnes of each stroke, in the order of the strokes. */
export function strokeTonnes(map: StudyMap, tonnes: LinkTonnes): readonly number[] {
  return map.strokes.map(({ links }) =>
    links.reduce((sum, link) => sum + (tonnes.get(link) ?? 0), 0),
  );
}

/** Land, lines, dots and baselines, to which the maps refer. */
export function mapDefinitions(map: StudyMap, summary: StudySummary): Markup {
  const { frame, strokes, baselines } = map;
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
      ...[...baselines.values()].map(({ id, tonnes }) => {
        const loads = strokeTonnes(map, tonnes);
        return element('g', { id }, ...loadLines(strokes, loads, Math.max(...loads, 0)));
      }),
    ),
  );
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
