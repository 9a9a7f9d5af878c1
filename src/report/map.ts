// Draws where the tonnes go: the network before, after, and what changed, as layers of one map.

import type { ResultsFolder } from '../results/results-folder.ts';
import { scrollable } from './html-table.ts';
import { changeLegend, loadLegend, markLegend } from './map-legend.ts';
import { changeLines } from './map-lines.ts';
import { mapPlaces } from './map-places.ts';
import { queueCircles } from './map-queues.ts';
import { anchor, element, type Markup, picture, text } from './markup.ts';
import type { PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import { baselineId, linkTonnes, loadsOf, runLines, type StudyMap } from './study-map.ts';
import { selectBox } from './switches.ts';

/** The map of one scenario: three layers and the switch between them, which needs no script. */
export function mapFigure({ results, map, colours }: PageContext, view: ScenarioView): Markup {
  const { scenario, focusYear } = view;
  const largestChange = mostChange(map, view);
  return element(
    'figure',
    { class: 'map', 'data-map': scenario.name },
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
      layerSwitch(anchor(scenario.name)),
      selectBox('Year', 'year', map.years, map.years.indexOf(focusYear)),
    ),
    scrollable(
      'Map; scrolls sideways on a narrow screen',
      mapPicture(map, focusYear, mapLayers(results, map, view, largestChange)),
    ),
    changeLegend(largestChange),
    loadLegend(results.summary, colours, map.largestLoad),
    markLegend(map.queues.largest),
    element(
      'p',
      { class: 'note' },
      text(
        'A line has the colour of the corridor that its cargo uses most. Sea lanes are schematic. Borders follow Natural Earth and take no side.',
      ),
    ),
  );
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
): Markup[] {
  const { scenario, focusYear } = view;
  const before = loadsOf(map, scenario.baseline, focusYear);
  const after = loadsOf(map, scenario.name, focusYear);
  const change = after.map((tonnes, index) => tonnes - before[index]);
  const year = map.years.indexOf(focusYear);
  return [
    layer(
      'change',
      ...changeLines(map.strokes, before, change, largestChange),
      ...queueCircles(map.queues, scenario.name, year),
    ),
    layer('baseline', element('use', { href: `#${baselineId(map, view)}` })),
    layer('scenario', ...runLines(map, scenario.name, focusYear)),
    mapPlaces(
      map,
      results.summary,
      view,
      linkTonnes(results, scenario.baseline, focusYear),
      linkTonnes(results, scenario.name, focusYear),
    ),
  ];
}

function mapPicture({ frame }: StudyMap, year: string, layers: readonly Markup[]): Markup {
  return picture(
    {
      width: frame.width,
      height: frame.height,
      title: `Map of the tonnes on every line in ${year}; the tables below hold the numbers`,
      className: 'map-picture',
    },
    element('use', { href: '#land', class: 'land' }),
    element('use', { href: '#borders', class: 'borders' }),
    ...layers,
  );
}

function layer(name: string, ...lines: readonly Markup[]): Markup {
  return element('g', { class: `layer ${name}` }, ...lines);
}

const layerNames = [
  ['change', 'What changes'],
  ['baseline', 'Before'],
  ['scenario', 'After'],
] as const;

function layerSwitch(name: string): Markup {
  return element(
    'fieldset',
    { class: 'switch' },
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
