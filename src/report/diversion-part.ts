// Shows who takes the tonnes that a corridor loses: a diagram, a matrix, and the largest transfers in full.

import type { StudySummary } from '../results/study-summary.ts';
import { diversionChart } from './diversion-chart.ts';
import { layoutDiversion } from './diversion-layout.ts';
import { stateKeys } from './diversion-states.ts';
import { diversionMatrix, transferTable } from './diversion-tables.ts';
import { delayedSentence } from './findings.ts';
import { foldTransfers } from './folded-transfers.ts';
import { tonneScale } from './format.ts';
import { element, type Markup, text } from './markup.ts';
import { horizonName } from './names.ts';
import type { Detail, PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import { selectBox } from './switches.ts';

/** The part of one scenario. */
export function diversionPart(
  { results, colours, detail }: PageContext,
  view: ScenarioView,
): Markup {
  const { summary } = results;
  if (view.transfers.length === 0)
    return element('p', {}, text('No tonnes move from one corridor to another.'));
  const folded = foldTransfers(summary, view.transfers);
  const scale = tonneScale(folded.losers.map(({ tonnes }) => tonnes));
  return (
    element(
      'div',
      { class: 'diverted', 'data-diversion': view.scenario.name },
      switches(summary, detail),
      element(
        'div',
        { class: 'columns' },
        element(
          'figure',
          {},
          sides(scale.unit),
          diversionChart(layoutDiversion(folded), colours, scale),
        ),
        diversionMatrix(folded, scale),
      ),
      element('p', { class: 'none', hidden: true }, text('Nothing of this moves in this period.')),
    ) +
    notes(view, detail) +
    (detail.hasTransferList ? transferList(summary, view, detail.tableRows) : '')
  );
}

function switches(summary: StudySummary, { hasYears }: Detail): Markup {
  const { periods, commodities } = stateKeys(summary, hasYears);
  const nameOf = (id: string) => summary.commodities.find((each) => each.id === id)?.name ?? id;
  const bounds = element(
    'label',
    { class: 'check' },
    element('input', { type: 'checkbox', class: 'show-bounds' }),
    text(' bounds instead of intervals'),
  );
  return element(
    'div',
    { class: 'controls' },
    selectBox('Period', 'period', [horizonName(summary), ...periods.slice(1)]),
    selectBox('Cargo', 'commodity', ['All', ...commodities.slice(1).map(nameOf)]),
    bounds,
  );
}

function sides(unit: string): Markup {
  return element(
    'p',
    { class: 'sides' },
    element('span', {}, text('Lost by')),
    element('span', { class: 'unit' }, text(unit)),
    element('span', {}, text('Gained by')),
  );
}

function notes(view: ScenarioView, { hasCargoByYear }: Detail): Markup {
  const sentences = [
    'Small figures: the 95 % interval of the mean; or, on demand, the least and the most that can have moved between the two, given what each lost and gained in every flow and step (Fréchet bounds).',
    'Counted flow by flow and step by step, so a corridor can both lose and gain; the table above shows the balance.',
    hasCargoByYear ? '' : 'One cargo by itself is shown for the whole horizon only.',
    delayedSentence(view),
  ].filter((sentence) => sentence !== '');
  return element('p', { class: 'note' }, text(sentences.join(' ')));
}

function transferList(summary: StudySummary, { transfers }: ScenarioView, most: number): Markup {
  const shown = transfers.slice(0, most);
  const left = transfers.length - shown.length;
  const missing = left > 0 ? `${left} smaller transfers are in diversion.csv.` : '';
  return element(
    'details',
    {},
    element('summary', {}, text('Transfers in full, with intervals and bounds')),
    transferTable(summary, shown),
    missing === '' ? '' : element('p', { class: 'note' }, text(missing)),
  );
}
