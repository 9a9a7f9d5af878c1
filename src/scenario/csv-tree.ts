// Reads a table in CSV into a list of rows whose cells know their places.

import type { CsvError } from 'csv-parse/sync';
import { csvRecords } from './csv-records.ts';
import { nearestHint } from './nearest.ts';
import type { Place, SourceText } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Entry, ListTree, MapTree } from './tree.ts';

/** A column that a table may have. */
export interface Column {
  readonly name: string;
  /** True = the table is not read without it. */
  readonly required: boolean;
}

/** A row: the text of its cells and where each starts. */
interface Row {
  readonly cells: readonly string[];
  readonly places: readonly Place[];
}

/**
 * The rows of a table as maps from column to cell; cells without text are undefined. Undefined when
 * the text is no CSV or a required column is missing.
 */
export function parseCsv(
  source: SourceText,
  columns: readonly Column[],
  problems: Problem[],
): ListTree | undefined {
  const rows = rowsOf(source, problems);
  if (!rows) return undefined;
  const [header, ...body] = rows;
  if (!header) {
    problems.push(problemAt({ source, offset: 0 }, 'empty-file', 'the file has no content'));
    return undefined;
  }
  if (!checkHeader(header, columns, problems)) return undefined;
  for (const row of body) checkLength(row, header, problems);
  const names = new Set(columns.map((column) => column.name));
  const items = body.map((row) => rowTree(row, header, names));
  return { kind: 'list', place: { source, offset: 0 }, items };
}

function rowsOf(source: SourceText, problems: Problem[]): Row[] | undefined {
  try {
    const rows = csvRecords(source.text).map(({ cells, starts }) => ({
      cells,
      places: starts.map((offset) => ({ source, offset })),
    }));
    return rows.filter((row) => row.cells.some((cell) => cell !== ''));
  } catch (error) {
    problems.push(syntaxProblem(source, error as CsvError));
    return undefined;
  }
}

function syntaxProblem(source: SourceText, error: CsvError): Problem {
  const line = typeof error.lines === 'number' ? error.lines : 1;
  const before = source.text.split('\n').slice(0, line - 1);
  const offset = before.reduce((sum, text) => sum + text.length + 1, 0);
  const hint =
    'a cell with quotes in it is written in quotes, and the quotes in it twice: "a ""b"""';
  return problemAt({ source, offset }, 'csv-syntax', 'the quotes of this row do not match', hint);
}

/** Reports columns that are unknown, twice there, or missing; false when a required one is missing. */
function checkHeader(header: Row, columns: readonly Column[], problems: Problem[]): boolean {
  const names = columns.map((column) => column.name);
  header.cells.forEach((name, index) => {
    const place = header.places[index];
    if (!names.includes(name)) {
      const hint = nearestHint(name, names);
      problems.push(problemAt(place, 'unknown-column', `"${name}" is not a column here`, hint));
    } else if (header.cells.indexOf(name) < index) {
      problems.push(problemAt(place, 'duplicate-column', `the column "${name}" stands here twice`));
    }
  });
  const missing = columns.filter(
    (column) => column.required && !header.cells.includes(column.name),
  );
  for (const { name } of missing) {
    problems.push(problemAt(header.places[0], 'missing-column', `the column "${name}" is missing`));
  }
  return missing.length === 0;
}

function checkLength(row: Row, header: Row, problems: Problem[]): void {
  if (row.cells.length === header.cells.length) return;
  const message = `${row.cells.length} cells; the header has ${header.cells.length}`;
  const hint = 'a cell with a comma in it is written in quotes';
  problems.push(problemAt(row.places[0], 'wrong-cell-count', message, hint));
}

function rowTree(row: Row, header: Row, names: ReadonlySet<string>): MapTree {
  const entries = new Map<string, Entry>();
  header.cells.forEach((name, index) => {
    if (!names.has(name) || entries.has(name)) return;
    const place = row.places[index] ?? row.places[0];
    const text = row.cells[index] ?? '';
    const value = text === '' ? undefined : text;
    entries.set(name, { keyPlace: header.places[index], value: { kind: 'scalar', place, value } });
  });
  return { kind: 'map', place: row.places[0], entries };
}
