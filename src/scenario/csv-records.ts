// Cuts a table in CSV into records whose cells know where they start.

import { parse } from 'csv-parse/sync';

/** The text of a record's cells, and the offset at which each starts. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly starts: readonly number[];
}

/** A record before its cells are read; it ends before the line end. */
interface RawRecord {
  readonly text: string;
  readonly starts: readonly number[];
  /** True = its cells are what stands between its commas, but for spaces. */
  readonly isPlain: boolean;
}

/**
 * The records of a text, empty lines among them. Only those with quotes, or with white space that is no space, go
 * through the CSV reader, which takes most of the time of a table.
 * @throws CsvError where quotes do not match
 */
export function csvRecords(text: string): CsvRecord[] {
  const records = rawRecords(text);
  const quoted = records.filter(({ isPlain }) => !isPlain);
  const read = quoted.length === 0 ? [] : readQuoted(quoted, text);
  let next = 0;
  return records.map((record) => {
    const cells = record.isPlain ? plainCells(record.text) : read[next++];
    return { cells, starts: record.starts };
  });
}

/** The cells of records; an error speaks of lines of the whole text. */
function readQuoted(records: readonly RawRecord[], text: string): string[][] {
  try {
    return readCells(records.map((record) => `${record.text}\n`).join(''));
  } catch (error) {
    readCells(text);
    throw error;
  }
}

function readCells(text: string): string[][] {
  return parse(text, { record_delimiter: '\n', relax_column_count: true, trim: true });
}

function plainCells(text: string): string[] {
  return text.split(',').map((cell) => cell.trim());
}

/** Commas and line ends between quotes separate nothing. */
function rawRecords(text: string): RawRecord[] {
  const records: RawRecord[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = lineEnd(text, start);
    let record = text.slice(start, end);
    const isPlain = !/"|[^\S ]/.test(record);
    while (!isPlain && end < text.length && record.split('"').length % 2 === 0) {
      end = lineEnd(text, end + 1);
      record = text.slice(start, end);
    }
    records.push({ text: record, starts: cellStarts(record, start), isPlain });
    start = end + 1;
  }
  return records;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Offset of every cell of a record that starts at `base`, after the spaces before it. */
function cellStarts(record: string, base: number): number[] {
  const starts: number[] = [];
  let quoted = false;
  let isStart = true;
  for (let offset = 0; offset < record.length; offset++) {
    const letter = record[offset];
    if (isStart && letter !== ' ') {
      starts.push(base + offset);
      isStart = false;
    }
    if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) isStart = true;
  }
  if (isStart) starts.push(base + record.length);
  return starts;
}
