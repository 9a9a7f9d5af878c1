// Writes tables as CSV text and reads them back.

import { parse } from 'csv-parse/sync';
import type { Column, Table } from '../results/table.ts';
import { createTableBuilder, isNumberColumn } from '../results/table-builder.ts';

const rowsPerChunk = 5000;

/**
 * The table as CSV in pieces of a few thousand rows: a header line, LF after every line, numbers in the
 * shortest form that reads back to the same number, an empty field for NaN, quotes only where needed.
 */
export function* csvChunks({ columns, rowCount }: Table): Generator<string> {
  yield `${columns.map(({ name }) => quoted(name)).join(',')}\n`;
  const parts = listParts(columns);
  for (let start = 0; start < rowCount; start += rowsPerChunk) {
    const end = Math.min(start + rowsPerChunk, rowCount);
    let chunk = '';
    for (let row = start; row < end; row++) {
      for (let part = 0; part < parts.length; part++)
        chunk += (part > 0 ? ',' : '') + parts[part](row);
      chunk += '\n';
    }
    yield chunk;
  }
}

/** The text of a row in one column of text, or in columns of numbers that stand together. */
type Part = (row: number) => string;

function listParts(columns: readonly Column[]): Part[] {
  const parts: Part[] = [];
  let numbers: Float64Array[] = [];
  const endNumbers = () => {
    if (numbers.length > 0) parts.push(numbersOf(numbers));
    numbers = [];
  };
  for (const column of columns) {
    if (column.kind === 'number') {
      numbers.push(column.values);
      continue;
    }
    endNumbers();
    parts.push(textsOf(column.values));
  }
  endNumbers();
  return parts;
}

/** Most rows have the text of the row before, which then is not looked at again. */
function textsOf(values: readonly string[]): Part {
  let last = '';
  let written = '';
  return (row) => {
    const value = values[row];
    if (value === last) return written;
    last = value;
    written = quoted(value);
    return written;
  };
}

/** JSON writes finite numbers as `String` does, without a string for each. */
function numbersOf(columns: readonly Float64Array[]): Part {
  const numbers = columns.map(() => 0);
  return (row) => {
    let areFinite = true;
    for (let column = 0; column < columns.length; column++) {
      const value = columns[column][row];
      numbers[column] = value;
      areFinite &&= Number.isFinite(value);
    }
    return areFinite ? JSON.stringify(numbers).slice(1, -1) : numbers.map(numberText).join(',');
  };
}

function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads a table of results: the statistics are numbers, all other columns text; an empty number is NaN.
 * @throws Error that names the table and the line when the text is no such table
 */
export function parseCsv(name: string, text: string): Table {
  const [header = [], ...rows] = parse(text, { bom: true }) as string[][];
  const table = createTableBuilder(name, header);
  const isNumber = header.map(isNumberColumn);
  rows.forEach((row, index) => {
    const texts = row.filter((_, column) => !isNumber[column]);
    const numbers = row.filter((_, column) => isNumber[column]).map(parseNumber);
    if (numbers.includes(undefined)) {
      throw new Error(
        `${name}.csv, row ${index + 2}: ${row.join(',')} holds a text where a number should be`,
      );
    }
    table.add(texts, numbers as number[]);
  });
  return table.build();
}

/** NaN for an empty field, undefined for what is no number. */
function parseNumber(text: string): number | undefined {
  if (text === '') return NaN;
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}
