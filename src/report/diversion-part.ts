// Shows who takes the tonnes that a corridor loses: a diagram, a matrix, and the largest transfers in full.

import type { StudySummary } from '../results/study-summary.ts';
import { diversionChart } from './diversion-chart.ts';
import { diversionMatrix, transferTable } from './diversion-tables.ts';
import { delayedSentence } from './findings.ts';
import { foldTransfers } from './folded-transfers.ts';
import { element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';

/** Rows of the list; the table in the results folder holds all of them. */
const mostTransfers = 15;

/** The part of one scenario. */
export function diversionPart(summary: StudySummary, view: ScenarioView): Markup {
  if (view.transfers.length === 0)
    return element('p', {}, text('No tonnes move from one corridor to another.'));
  const folded = foldTransfers(summary, view.transfers);
  return (
    element(
      'div',
      { class: 'columns' },
      element('figure', {}, diversionChart(folded)),
      diversionMatrix(folded),
    ) +
    element(
      'p',
      { class: 'note' },
      text(
        `Counted flow by flow and step by step, so a corridor can both lose and gain; the table above shows the balance. ${delayedSentence(view)}`.trimEnd(),
      ),
    ) +
    transferList(summary, view)
  );
}

function transferList(summary: StudySummary, { transfers }: ScenarioView): Markup {
  const shown = transfers.slice(0, mostTransfers);
  const left = transfers.length - shown.length;
  const missing = left > 0 ? ` ${left} smaller transfers are in diversion.csv.` : '';
  return element(
    'details',
    {},
    element('summary', {}, text('Transfers in full, with intervals and bounds')),
    transferTable(summary, shown),
    element(
      'p',
      { class: 'note' },
      text(
        `Bounds: the least and the most that can have moved between the two, given what each lost and gained in every flow and step.${missing}`,
      ),
    ),
  );
}
