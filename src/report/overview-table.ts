// Compares the scenarios of a study in one table: who loses most, who gains most, what is not shipped.

import type { StudySummary } from '../results/study-summary.ts';
import { formatRange, formatTonneChange, threeDigitScale } from './format.ts';
import { dataTable, numberHead, textCell, textHead } from './html-table.ts';
import { anchor, element, type Markup, text } from './markup.ts';
import { horizonName } from './names.ts';
import type { CorridorChange, ScenarioView } from './scenario-view.ts';

/** One row a scenario, each linked to its section. */
export function overviewTable(summary: StudySummary, views: readonly ScenarioView[]): Markup {
  return dataTable({
    caption: `Change against the baseline over ${horizonName(summary)}, with the 95 % interval`,
    head: [
      textHead('Scenario'),
      textHead('Loses most'),
      textHead('Gains most'),
      numberHead('Not shipped'),
      textHead('As expected'),
    ],
    rows: views.map((view) => ({
      className: '',
      heading: element('a', { href: `#${anchor(view.scenario.name)}` }, text(view.scenario.title)),
      cells: [
        cornerCell(view.corridors[0], (mean) => mean < 0),
        cornerCell(view.corridors.at(-1), (mean) => mean > 0),
        element('td', {}, amount(view.notShipped)),
        textCell(expectationsMet(view)),
      ],
    })),
  });
}

function cornerCell(
  corridor: CorridorChange | undefined,
  counts: (mean: number) => boolean,
): Markup {
  if (!corridor || !counts(corridor.change.mean)) return textCell('none');
  return element('td', { class: 'text' }, text(`${corridor.name} `), amount(corridor));
}

function amount({ change }: CorridorChange): Markup {
  const scale = threeDigitScale(change.mean);
  const range = formatRange(change.lower, change.upper, scale, formatTonneChange);
  const number = `${formatTonneChange(change.mean, scale)} ${scale.unit}`;
  return element(
    'span',
    { class: 'amount' },
    element('strong', {}, text(number)),
    element('small', {}, text(` ${range}`)),
  );
}

function expectationsMet({ expectations }: ScenarioView): string {
  if (expectations.length === 0) return 'nothing expected';
  const met = expectations.filter((each) => each.met === 'yes').length;
  return `${met} of ${expectations.length}`;
}
