// Writes a table in Markdown: names to the left, numbers to the right.

import { escapeMarkdown } from './format.ts';

/** A column: its heading, and whether it holds numbers. */
export interface MarkdownColumn {
  readonly heading: string;
  readonly isNumber: boolean;
}

/** A column of names. */
export function textColumn(heading: string): MarkdownColumn {
  return { heading, isNumber: false };
}

/** A column of numbers. */
export function numberColumn(heading: string): MarkdownColumn {
  return { heading, isNumber: true };
}

/** The lines of a table; cells are plain text and are escaped here. */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => escapeMarkdown(column.heading))),
    line(columns.map((column) => (column.isNumber ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(escapeMarkdown))),
  ].join('\n');
}
