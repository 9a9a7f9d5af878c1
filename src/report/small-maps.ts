// Draws a small map of what changes for each scenario of a study.

import { mostChange } from './map.ts';
import { strokeWidth } from './map-lines.ts';
import { anchor, element, type Markup, picture, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';
import { loadsOf, type StudyMap } from './study-map.ts';

/** Changes below this share of the largest do not show on a small map. */
const leastChangeShown = 0.05;
/** Lines are this much wider than on the large map, which is about as much larger. */
const widening = 2;

/** The maps, each linked to its scenario's section; widths are in proportion to the largest change of the study. */
export function smallMaps(map: StudyMap, views: readonly ScenarioView[]): Markup {
  const largest = Math.max(...views.map((view) => mostChange(map, view)), 0);
  const items = views.map((view) =>
    element(
      'li',
      {},
      element('a', { href: `#${anchor(view.scenario.name)}` }, text(view.scenario.title)),
      smallMap(map, view, largest),
      element('small', {}, text(view.focusYear)),
    ),
  );
  return (
    element('ul', { class: 'small-maps' }, ...items) +
    element(
      'p',
      { class: 'note' },
      text(
        'Red: less than in the baseline, green: more, in the year in which most cargo changes its corridor; all maps have the same scale.',
      ),
    )
  );
}

function smallMap(map: StudyMap, view: ScenarioView, largest: number): Markup {
  const { scenario, focusYear } = view;
  const before = loadsOf(map, scenario.baseline, focusYear);
  const changes = loadsOf(map, scenario.name, focusYear)
    .map((load, index) => ({ index, change: load - before[index] }))
    .filter(({ change }) => Math.abs(change) > largest * leastChangeShown)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return picture(
    {
      width: map.frame.width,
      height: map.frame.height,
      title: `Small map of what changes in ${focusYear}: ${scenario.title}`,
      className: 'small-map',
    },
    element('use', { href: '#land', class: 'land' }),
    ...changes.map(({ index, change }) =>
      element('use', {
        href: `#l${index}`,
        class: change < 0 ? 'loss' : 'gain',
        'stroke-width': (strokeWidth(change, largest) * widening).toFixed(1),
      }),
    ),
  );
}
