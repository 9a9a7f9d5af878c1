// Draws where the tonnes go: the network before, after, and what changed, as layers of one map.

import type { ResultsFolder } from '../results/results-folder.ts';
import { scrollable } from './html-table.ts';
import { legendList } from './legend.ts';
import { changeEntries, loadEntries, markEntries } from './map-legend.ts';
import { changeLines } from './map-lines.ts';
import { mapPlaces } from './map-places.ts';
import { queueCircles } from './map-queues.ts';
import { mapTable } from './map-table.ts';
import { anchor, element, type Markup, picture, text } from './markup.ts';
import type { PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import {
  baselineId,
  linkTonnes,
  loadsOf,
  mapDefinitions,
  mapOfOne,
  networkId,
  runLines,
  type StudyMap,
} from './study-map.ts';
import { selectBox } from './switches.ts';

/** The map of one scenario: three layers and the switch between them, which needs no script. */
export function mapFigure(
  { results, map, colours, detail }: PageContext,
  view: ScenarioView,
): Markup {
  const { scenario, focusYear } = view;
  const largestChange = mostChange(map, view);
  return element(
    'figure',
    {
      class: 'map',
      'data-map': scenario.name,
      // Tells the script to draw the layers that are not in the page when they are asked for.
      'data-year': detail.hasMapLayers ? undefined : String(map.years.indexOf(focusYear)),
    },
    element('h3', {}, text('Where the tonnes go')),
    element(
      'p',
      { class: 'dek' },
      text(
        `Tonnes on every line in ${focusYear}, the year in which most cargo changes its corridor`,
      ),
    ),
    element(
      'div',
      { class: 'controls' },
      layerSwitch(anchor(scenario.name), detail.hasMapLayers),
      selectBox('Year', 'year', map.years, map.years.indexOf(focusYear)),
    ),
    scrollable(
      'Map; scrolls sideways on a narrow screen',
      mapPicture(map, focusYear, [
        ...ground,
        ...mapLayers(results, map, view, largestChange, detail.hasMapLayers),
      ]),
    ),
    legendList('changes', changeEntries(largestChange)),
    legendList('loads', loadEntries(results.summary, colours, map.largestLoad)),
    legendList('marks', markEntries(map.queues.largest)),
    element(
      'p',
      { class: 'note' },
      text(
        'A line has the colour of the corridor that its cargo uses most. Sea lanes are schematic. Borders follow Natural Earth and take no side.',
      ),
    ),
    mapTable(map, view, detail.tableRows),
  );
}

/** The layers of a map. */
export type MapLayer = 'change' | 'baseline' | 'scenario';

/** The map by itself with one layer; it holds all that it refers to. */
export function singleMap(
  { results, map }: PageContext,
  view: ScenarioView,
  shown: MapLayer,
): Markup {
  const { scenario, focusYear } = view;
  const ownMap = mapOfOne(map, view);
  const lines = {
    change: () => changeLayer(ownMap, view, mostChange(map, view)),
    baseline: () => runLines(map, scenario.baseline, focusYear),
    scenario: () => runLines(map, scenario.name, focusYear),
  }[shown]();
  return mapPicture(map, focusYear, [
    element('rect', { width: map.frame.width, height: map.frame.height, class: 'water' }),
    mapDefinitions(ownMap, results.summary),
    ...ground,
    ...lines,
    placesOf(results, map, view),
  ]);
}

/** The largest change of a line in any year: the widest line of the layer with the changes. */
export function mostChange(map: StudyMap, { scenario }: ScenarioView): number {
  const before = map.loads.get(scenario.baseline) ?? [];
  const after = map.loads.get(scenario.name) ?? [];
  return after.reduce(
    (most, loads, year) =>
      loads.reduce(
        (largest, load, stroke) =>
          Math.max(largest, Math.abs(load - (before[year]?.[stroke] ?? 0))),
        most,
      ),
    0,
  );
}

function mapLayers(
  results: ResultsFolder,
  map: StudyMap,
  view: ScenarioView,
  largestChange: number,
  hasAll: boolean,
): Markup[] {
  const before = () => [element('use', { href: `#${baselineId(map, view)}` })];
  const after = () => runLines(map, view.scenario.name, view.focusYear);
  return [
    layer('change', ...changeLayer(map, view, largestChange)),
    layer('baseline', ...(hasAll ? before() : [])),
    layer('scenario', ...(hasAll ? after() : [])),
    placesOf(results, map, view),
  ];
}

function changeLayer(map: StudyMap, view: ScenarioView, largestChange: number): Markup[] {
  const { scenario, focusYear } = view;
  const before = loadsOf(map, scenario.baseline, focusYear);
  const after = loadsOf(map, scenario.name, focusYear);
  const change = after.map((tonnes, index) => tonnes - before[index]);
  return [
    element('use', { href: `#${networkId(map, view)}` }),
    ...changeLines(map.strokes, change, largestChange),
    ...queueCircles(map.queues, scenario.name, map.years.indexOf(focusYear)),
  ];
}

function placesOf(results: ResultsFolder, map: StudyMap, view: ScenarioView): Markup {
  const { scenario, focusYear } = view;
  return mapPlaces(
    map,
    results.summary,
    view,
    linkTonnes(results, scenario.baseline, focusYear),
    linkTonnes(results, scenario.name, focusYear),
  );
}

function mapPicture({ frame }: StudyMap, year: string, content: readonly Markup[]): Markup {
  return picture(
    {
      width: frame.width,
      height: frame.height,
      title: `Map of the tonnes on every line in ${year}; the tables below hold the numbers`,
      className: 'map-picture',
    },
    ...content,
  );
}

const ground = [
  element('use', { href: '#land', class: 'land' }),
  element('use', { href: '#borders', class: 'borders' }),
];

function layer(name: string, ...lines: readonly Markup[]): Markup {
  return element('g', { class: `layer ${name}` }, ...lines);
}

const layerNames = [
  ['change', 'What changes'],
  ['baseline', 'Before'],
  ['scenario', 'After'],
] as const;

/** Hidden until the script of the page shows it when it needs the script. */
function layerSwitch(name: string, worksAlone: boolean): Markup {
  return element(
    'fieldset',
    { class: 'switch', hidden: worksAlone ? undefined : true },
    element('legend', {}, text('The map shows')),
    ...layerNames.map(([layerName, label], index) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: `${name}-map`,
          class: `pick-${layerName}`,
          checked: index === 0 ? true : undefined,
        }),
        element('span', {}, text(label)),
      ),
    ),
  );
}
