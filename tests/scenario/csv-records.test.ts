// Records of a table are those that the CSV reader finds in the whole text, whichever of them go through it.

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecords } from '../../src/scenario/csv-records.ts';

/** What the CSV reader makes of the whole text; undefined when it refuses it. */
function wholeText(text: string): string[][] | undefined {
  try {
    return parse(text, { record_delimiter: '\n', relax_column_count: true, trim: true });
  } catch {
    return undefined;
  }
}

function cellsOf(text: string): string[][] | undefined {
  try {
    return csvRecords(text).map(({ cells }) => [...cells]);
  } catch {
    return undefined;
  }
}

const isFull = (cells: readonly string[]) => cells.some((cell) => cell !== '');

const words = ['a', 'b', '1', ' ', ',', ',', '\n', '"', '""', '","', '\t', '\u00a0', '\f', 'é'];
const anyText = fc
  .array(fc.constantFrom(...words), { maxLength: 14 })
  .map((parts) => parts.join(''));
const cell = fc.constantFrom('a', ' b ', '', '"c"', ' "d, e" ', '"f ""g"""', '"h\ni"', '\tj');
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
  .map((rows) => rows.map((cells) => cells.join(',')).join('\n'));

test('cells are those of the whole text, and so is what is refused', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, table), (text) => {
      expect(cellsOf(text)?.filter(isFull)).toEqual(wholeText(text)?.filter(isFull));
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('an error speaks of the line in the whole text', () => {
  expect(() => csvRecords('a,b\n1,2\n"3",4\n5,6 "7"\n')).toThrow(/line 4/);
});

test('each cell starts where its text or its quote starts', () => {
  const text = 'a, b,\n"x, y" ,  "z"\n ,1';
  const starts = csvRecords(text).map((record) => record.starts);
  // Line ends stand at 5 and 19: records start at 0, 6 and 20.
  expect(starts).toEqual([
    [0, 3, 5],
    [6, 16],
    [21, 22],
  ]);
});
