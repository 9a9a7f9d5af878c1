// Writes a table in HTML with headings that screen readers can follow, and room to scroll on narrow screens.

import { element, type Markup, text } from './markup.ts';

/** A row: its heading and the cells after it. */
export interface TableRow {
  readonly className: string;
  readonly heading: Markup;
  readonly cells: readonly Markup[];
}

/** A table whose first column names its rows. */
export function dataTable(table: {
  readonly caption: string;
  /** Heading cells, the one above the row headings first. */
  readonly head: readonly Markup[];
  readonly rows: readonly TableRow[];
}): Markup {
  const rows = table.rows.map(({ className, heading, cells }) =>
    element(
      'tr',
      { class: className || undefined },
      element('th', { scope: 'row' }, heading),
      ...cells,
    ),
  );
  return scrollable(
    table.caption,
    element(
      'table',
      {},
      element('caption', {}, text(table.caption)),
      element('thead', {}, element('tr', {}, ...table.head)),
      element('tbody', {}, ...rows),
    ),
  );
}

/** A part that may be wider than the screen; it scrolls by keyboard too. A group, since landmarks need names of their own. */
export function scrollable(name: string, content: Markup): Markup {
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': name },
    content,
  );
}

/** The heading of a column of names; the hidden text is for those who hear the table. */
export function textHead(heading: string, hidden = ''): Markup {
  const unseen = hidden === '' ? '' : element('span', { class: 'unseen' }, text(hidden));
  return element('th', { scope: 'col', class: 'text' }, text(heading), unseen);
}

/** The heading of a column of numbers. */
export function numberHead(heading: string): Markup {
  return element('th', { scope: 'col' }, text(heading));
}

/** A number. */
export function numberCell(value: string): Markup {
  return element('td', {}, text(value));
}

/** A cell of text. */
export function textCell(value: string): Markup {
  return element('td', { class: 'text' }, text(value));
}

/** How strongly a cell is coloured, 0-1, for the style sheet; left out where it would not be seen. */
export function heatStyle(heat: number): string | undefined {
  return heat < 0.005 ? undefined : `--heat:${heat.toFixed(2)}`;
}
