// Remembers where a value was written: a file's text and an offset in it.

/** The text of an input file, without byte order mark and with `\n` line ends. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** A character of a file. */
export interface Place {
  readonly source: SourceText;
  /** Characters before it in `source.text`. */
  readonly offset: number;
}

/** Line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a file, made ready for reading; lines and columns stay what an editor shows. */
export function sourceText(file: string, text: string): SourceText {
  return { file, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
}

/** Line and column of a place. */
export function positionOf({ source, offset }: Place): Position {
  const starts = lineStarts(source);
  let first = 0;
  let last = starts.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (starts[middle] <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - starts[first] + 1 };
}

/** The place of a character of a value, where the value stands in the file as it is, perhaps in quotes. */
export function placeInside(place: Place, value: string, offset = 0): Place {
  const { source } = place;
  const start = place.offset + (/["']/.test(source.text[place.offset] ?? '') ? 1 : 0);
  return source.text.startsWith(value, start) ? { source, offset: start + offset } : place;
}

const frameWidth = 100;

/** The line of a place between its neighbours, numbered, with a caret under the place. Empty for an empty file. */
export function frameOf(place: Place): string {
  const { source } = place;
  const lineCount = lineStarts(source).length;
  if (!/\S/.test(source.text)) return '';
  const { line, column } = positionOf(place);
  const digits = String(line + 1).length;
  const skipped = Math.max(0, column - frameWidth + 20);
  const rows: string[] = [];
  for (let number = Math.max(1, line - 1); number <= Math.min(lineCount, line + 1); number++) {
    const text = lineOf(source, number).slice(skipped, skipped + frameWidth);
    rows.push(`${String(number).padStart(digits)} | ${text}`.trimEnd());
    if (number === line) rows.push(`${' '.repeat(digits)} | ${caret(text, column - skipped)}`);
  }
  return rows.join('\n');
}

/** A caret under a column; tabs stay tabs, so that it stands where the editor shows the character. */
function caret(text: string, column: number): string {
  return `${text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`;
}

/** A file with thousands of problems is cut into lines once. */
const startsBySource = new WeakMap<SourceText, readonly number[]>();

/** Offset of the first character of each line. */
function lineStarts(source: SourceText): readonly number[] {
  const known = startsBySource.get(source);
  if (known) return known;
  const starts = [0];
  for (let end = source.text.indexOf('\n'); end >= 0; end = source.text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  startsBySource.set(source, starts);
  return starts;
}

/** The text of a line, counted from 1. */
function lineOf(source: SourceText, line: number): string {
  const starts = lineStarts(source);
  return source.text.slice(starts[line - 1], (starts[line] ?? source.text.length + 1) - 1);
}
