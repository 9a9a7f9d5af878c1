import { describe, expect, test } from 'vitest';
import { csvChunks, parseCsv } from '../../src/report/csv.ts';
import type { Table } from '../../src/results/table.ts';
import { createTableBuilder } from '../../src/results/table-builder.ts';

function table(rows: readonly [string, number][]): Table {
  const builder = createTableBuilder('t', ['key', 'mean']);
  for (const [key, mean] of rows) builder.add([key], [mean]);
  return builder.build();
}
const text = (rows: readonly [string, number][]) => [...csvChunks(table(rows))].join('');

describe('CSV', () => {
  test('a header, LF after each line, shortest numbers, nothing for NaN', () => {
    expect(
      text([
        ['a', 0.1],
        ['b', 1e21],
        ['c', NaN],
        ['d', -0],
        ['e', Infinity],
      ]),
    ).toBe('key,mean\na,0.1\nb,1e+21\nc,\nd,0\ne,Infinity\n');
  });

  test('commas, quotes and line ends are quoted', () => {
    expect(
      text([
        ['a,"b"\nc', 1],
        ['a,"b"\nc', 2],
      ]),
    ).toBe('key,mean\n"a,""b""\nc",1\n"a,""b""\nc",2\n');
  });

  test('reading gives back what was written, bit for bit', () => {
    const rows: [string, number][] = [
      ['a,"b"', 1 / 3],
      ['ü', 5e-324],
      ['2027', NaN],
      ['', -1e300],
    ];
    expect(parseCsv('t', text(rows))).toEqual(table(rows));
  });

  test('a table without rows keeps its columns', () => {
    expect(parseCsv('t', text([])).columns.map(({ name }) => name)).toEqual(['key', 'mean']);
  });

  test('long tables come in pieces', () => {
    const rows = Array.from({ length: 12_000 }, (_, row): [string, number] => [`r${row}`, row]);
    expect([...csvChunks(table(rows))]).toHaveLength(1 + 3);
    expect(text(rows).split('\n')).toHaveLength(12_002);
  });

  test('a text where a number should be is refused, with its row', () => {
    expect(() => parseCsv('t', 'key,mean\na,1\nb,x\n')).toThrow('t.csv, row 3');
  });
});
