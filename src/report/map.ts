// Draws where the tonnes go: the network before, after, and what changed, as layers of one map.

import type { ResultsFolder } from '../results/results-folder.ts';
import { scrollable } from './html-table.ts';
import { changeLegend, loadLegend } from './map-legend.ts';
import { changeLines, loadLines } from './map-lines.ts';
import { mapPlaces } from './map-places.ts';
import { anchor, element, type Markup, picture, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';
import { baselineYear, linkTonnes, type StudyMap, strokeTonnes } from './study-map.ts';

/** The map of one scenario: three layers and the switch between them, which needs no script. */
export function mapFigure(results: ResultsFolder, map: StudyMap, view: ScenarioView): Markup {
  const { scenario, focusYear } = view;
  const baseline = baselineYear(map, view);
  const tonnesAfter = linkTonnes(results, scenario.name, focusYear);
  const before = strokeTonnes(map, baseline.tonnes);
  const after = strokeTonnes(map, tonnesAfter);
  const change = after.map((tonnes, index) => tonnes - before[index]);
  const largest = Math.max(...before, 0);
  const largestChange = Math.max(...change.map(Math.abs), 0);
  const layers = [
    layer('change', ...changeLines(map.strokes, before, change, largestChange)),
    layer('baseline', element('use', { href: `#${baseline.id}` })),
    layer('scenario', ...loadLines(map.strokes, after, largest)),
    mapPlaces(map, results.summary, view.events, baseline.tonnes, tonnesAfter),
  ];
  return element(
    'figure',
    { class: 'map' },
    element('h3', {}, text(`Where the tonnes go in ${focusYear}`)),
    element(
      'p',
      { class: 'dek' },
      text('Tonnes a year on every line, in the year in which most cargo changes its corridor'),
    ),
    switches(anchor(scenario.name)),
    scrollable('Map; scrolls sideways on a narrow screen', mapPicture(map, focusYear, layers)),
    changeLegend(largestChange),
    loadLegend(largest),
    element(
      'p',
      { class: 'note' },
      text('Sea lanes are schematic. Borders follow Natural Earth and take no side.'),
    ),
  );
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
  ['baseline', 'Baseline'],
  ['scenario', 'Scenario'],
] as const;

function switches(name: string): Markup {
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
