// What people see while a command runs: messages, aligned columns; all on standard error.

import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Prints a line for a person. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Text in a style when standard error is a terminal that wants it; NO_COLOR is respected. */
export function styled(style: Style, text: string): string {
  const wanted = process.stderr.isTTY && process.env.NO_COLOR === undefined;
  return wanted ? styleText(style, text) : text;
}

/** Prints what stopped a command. */
export function sayError(text: string): void {
  say(`${styled('red', 'error:')} ${text}`);
}

/** Prints why a run broke off, and where in the code, for a report of the fault. */
export function sayFailure(error: unknown): void {
  sayError(error instanceof Error ? error.message : String(error));
  const origin = error instanceof Error ? (error.cause ?? error) : undefined;
  if (origin instanceof Error)
    say(styled('dim', (origin.stack ?? '').replace(/^.*?(?=\n {4}at )/s, '').trimStart()));
}

/** Characters in a line of the terminal; 80 when standard error is none. */
export function terminalWidth(): number {
  return process.stderr.columns || 80;
}

/**
 * Rows in columns as wide as their widest entry: the first flush left, the others flush right. Texts of the first
 * column are cut so that no line is longer than `width`, but not below `leastFirstWidth` characters.
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  width: number,
  leastFirstWidth: number,
): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const others = widths.slice(1).reduce((sum, columnWidth) => sum + columnWidth + 2, 0);
  const firstWidth = Math.min(widths[0], Math.max(width - others, leastFirstWidth));
  return rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 ? cut(text, firstWidth).padEnd(firstWidth) : text.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text;
}
