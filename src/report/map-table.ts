// Gives the numbers of a map: the lines whose tonnes change most, before and after.

import { formatTonneChange, formatTonnes, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';
import { loadsOf, type StudyMap } from './study-map.ts';

/** The table, folded away under the map, with this many lines; sea lanes have no names and stay out. */
export function mapTable(
  map: StudyMap,
  { scenario, focusYear }: ScenarioView,
  most: number,
): Markup {
  const before = loadsOf(map, scenario.baseline, focusYear);
  const after = loadsOf(map, scenario.name, focusYear);
  const lines = map.strokes
    .map(({ name, mode }, index) => ({ name, mode, before: before[index], after: after[index] }))
    .filter((line) => line.mode !== 'sea' && line.before !== line.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, most);
  if (lines.length === 0) return '';
  const levels = tonneScale(lines.flatMap((line) => [line.before, line.after]));
  const changes = tonneScale(lines.map((line) => line.after - line.before));
  return element(
    'details',
    {},
    element('summary', {}, text('The lines that change most, in numbers')),
    dataTable({
      caption: `Tonnes on the lines on land that change most in ${focusYear}; all lines and years are in links.csv`,
      head: [
        textHead('Line'),
        numberHead(`Baseline, ${levels.unit}`),
        numberHead(`Scenario, ${levels.unit}`),
        numberHead(`Change, ${changes.unit}`),
      ],
      rows: lines.map((line) => ({
        className: '',
        heading: text(line.name),
        cells: [
          numberCell(formatTonnes(line.before, levels)),
          numberCell(formatTonnes(line.after, levels)),
          numberCell(formatTonneChange(line.after - line.before, changes)),
        ],
      })),
    }),
  );
}
