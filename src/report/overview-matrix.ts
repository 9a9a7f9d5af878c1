// Sets one kind of change of all scenarios of a study side by side, as a table coloured by size.

import { formatRange, formatTonneChange, type TonneScale } from './format.ts';
import { dataTable, heatStyle, textHead } from './html-table.ts';
import { anchor, element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';
import { type Estimate, spansZero } from './select.ts';

/** A row: its heading and the change in each scenario, in the order of the scenarios. */
export interface MatrixRow {
  readonly heading: Markup;
  readonly changes: readonly Estimate[];
  /** Set apart from the others by a line, and neither loss nor gain. */
  readonly isApart?: boolean;
}

/** With more scenarios than this their titles stand upright. */
const mostLevelTitles = 5;

/**
 * The table, with a box to tick that shows every interval. Colours grow with the root of the size, so that small changes
 * show beside large ones; `unclear` cells have an interval that holds zero.
 */
export function scenarioMatrix(table: {
  readonly caption: string;
  readonly corner: string;
  readonly rows: readonly MatrixRow[];
  readonly views: readonly ScenarioView[];
  readonly scale: TonneScale;
}): Markup {
  const { rows, views, scale } = table;
  // The row apart may dwarf the others, and then would take the colour from them.
  const sizes = rows
    .filter(({ isApart }) => !isApart)
    .flatMap(({ changes }) => changes.map(sizeOf));
  const largest = Math.max(...sizes, 0);
  const head = views.map(({ scenario }) =>
    element(
      'th',
      { scope: 'col', class: views.length > mostLevelTitles ? 'upright' : 'level' },
      element(
        'span',
        {},
        element('a', { href: `#${anchor(scenario.name)}` }, text(scenario.title)),
      ),
    ),
  );
  const matrix = dataTable({
    caption: table.caption,
    head: [textHead(table.corner), ...head],
    rows: rows.map(({ heading, changes, isApart }) => ({
      className: isApart ? 'sink' : '',
      heading,
      cells: changes.map((change) => matrixCell(change, isApart === true, largest, scale)),
    })),
  });
  return element('div', { class: 'matrix' }, intervalBox(), matrix);
}

function intervalBox(): Markup {
  return element(
    'div',
    { class: 'controls' },
    element(
      'label',
      { class: 'check' },
      element('input', { type: 'checkbox', class: 'show-intervals' }),
      text(' 95 % intervals'),
    ),
  );
}

function sizeOf({ mean }: Estimate): number {
  return Number.isFinite(mean) ? Math.abs(mean) : 0;
}

function matrixCell(
  change: Estimate,
  isNeutral: boolean,
  largest: number,
  scale: TonneScale,
): Markup {
  if (!Number.isFinite(change.mean) || change.mean === 0) return element('td', {});
  const heat = Math.sqrt(Math.min(sizeOf(change) / largest, 1));
  const direction = isNeutral ? 'neutral' : change.mean < 0 ? 'loss' : 'gain';
  const unclear = spansZero(change) ? ' unclear' : '';
  return element(
    'td',
    { class: `heat ${direction}${unclear}`, style: heatStyle(heat) },
    text(formatTonneChange(change.mean, scale)),
    element(
      'small',
      { class: 'interval' },
      text(formatRange(change.lower, change.upper, scale, formatTonneChange)),
    ),
  );
}
