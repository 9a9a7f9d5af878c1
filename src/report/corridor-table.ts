// Shows the tonnes of every corridor before and after, with a bar for the change and its uncertainty.

import { notShippedSink } from '../results/keys.ts';
import { barCell, barScale } from './change-bar.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { formatRange, formatTonneChange, formatTonnes, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { horizonName } from './names.ts';
import type { PageContext } from './page-context.ts';
import { type CorridorChange, type ScenarioView, splitByChange } from './scenario-view.ts';
import { spansZero } from './select.ts';

/** The table of one scenario: the corridors that change most, from the largest loss to the largest gain. */
export function corridorPart(
  { results: { summary }, colours, detail }: PageContext,
  view: ScenarioView,
): Markup {
  const { most, others } = splitByChange(view.corridors, detail.corridorRows);
  const left =
    others.length > 0 ? ` ${others.length} corridors that change less are in corridors.csv.` : '';
  return (
    corridorTable(
      colours,
      [...most, view.notShipped],
      `Tonnes dispatched on each corridor, ${horizonName(summary)}`,
    ) +
    element(
      'p',
      { class: 'note' },
      text(
        `Bar: mean change. Thin line: nine runs in ten. Grey rows: the 95 % interval of the mean holds zero.${left}`,
      ),
    )
  );
}

function corridorTable(
  colours: CorridorColours,
  rows: readonly CorridorChange[],
  caption: string,
): Markup {
  const levels = tonneScale(
    rows.flatMap(({ baseline, scenario }) => [baseline.mean, scenario.mean]),
  );
  const changes = tonneScale(rows.flatMap(({ change }) => [change.mean, change.p05, change.p95]));
  const place = barScale(rows.map(({ change }) => change));
  return dataTable({
    caption,
    head: [
      textHead('Corridor'),
      numberHead(`Baseline, ${levels.unit}`),
      numberHead(`Scenario, ${levels.unit}`),
      numberHead(`Change, ${changes.unit}`),
      numberHead('95 % interval'),
      textHead('', 'Change as a bar'),
      numberHead('5 % to 95 % of runs'),
    ],
    rows: rows.map((row) => ({
      className: `${row.id === notShippedSink ? 'sink' : ''}${spansZero(row.change) ? ' unclear' : ''}`,
      heading: element('span', { class: `chip ${colours.classOf(row.id)}` }) + text(row.name),
      cells: [
        numberCell(formatTonnes(row.baseline.mean, levels)),
        numberCell(formatTonnes(row.scenario.mean, levels)),
        element('td', { class: direction(row) }, text(formatTonneChange(row.change.mean, changes))),
        numberCell(formatRange(row.change.lower, row.change.upper, changes, formatTonneChange)),
        barCell(row.change, direction(row), place),
        numberCell(formatRange(row.change.p05, row.change.p95, changes, formatTonneChange)),
      ],
    })),
  });
}

/** Loss or gain of a corridor; what is not shipped is neither. */
function direction({ id, change }: CorridorChange): string {
  if (id === notShippedSink) return 'neutral';
  return change.mean < 0 ? 'loss' : 'gain';
}
