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
export function positionOf(place: Place): Position {
  const before = place.source.text.slice(0, place.offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

const frameWidth = 100;

/** The line of a place between its neighbours, numbered, with a caret under the place. Empty for an empty file. */
export function frameOf(place: Place): string {
  const lines = place.source.text.split('\n');
  if (place.source.text.trim() === '') return '';
  const { line, column } = positionOf(place);
  const digits = String(line + 1).length;
  const skipped = Math.max(0, column - frameWidth + 20);
  const rows: string[] = [];
  for (let number = Math.max(1, line - 1); number <= Math.min(lines.length, line + 1); number++) {
    const text = lines[number - 1].slice(skipped, skipped + frameWidth);
    rows.push(`${String(number).padStart(digits)} | ${text}`.trimEnd());
    if (number === line) rows.push(`${' '.repeat(digits)} | ${caret(text, column - skipped)}`);
  }
  return rows.join('\n');
}

/** A caret under a column; tabs stay tabs, so that it stands where the editor shows the character. */
function caret(text: string, column: number): string {
  return `${text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`;
}
