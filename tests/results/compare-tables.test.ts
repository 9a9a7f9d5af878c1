import { describe, expect, test } from 'vitest';
import { compareTables } from '../../src/results/compare-tables.ts';
import type { Table } from '../../src/results/table.ts';
import { createTableBuilder } from '../../src/results/table-builder.ts';

function table(rows: readonly [key: string, unit: string, mean: number][]): Table {
  const builder = createTableBuilder('t', ['corridor', 'unit', 'mean']);
  for (const [key, unit, mean] of rows) builder.add([key, unit], [mean]);
  return builder.build();
}
const base: [string, string, number][] = [
  ['north', 't', 1e6],
  ['south', 't', 200],
  ['north', '1', 0.5],
];

describe('comparison of tables', () => {
  test('a table equals itself, missing values included', () => {
    const rows: typeof base = [...base, ['west', 't', NaN]];
    expect(compareTables(table(rows), table(rows), 0).differences).toEqual([]);
  });

  test('the order of the rows does not matter', () => {
    expect(compareTables(table(base), table([...base].reverse()), 0).differences).toEqual([]);
  });

  test('without a tolerance the last bit counts', () => {
    const changed: typeof base = [base[0], base[1], ['north', '1', 0.5 + Number.EPSILON / 2]];
    expect(compareTables(table(base), table(changed), 0).differences).toHaveLength(1);
    expect(compareTables(table(base), table(changed), 1e-12).differences).toHaveLength(0);
  });

  test('the worst rows come first', () => {
    const changed: typeof base = [
      ['north', 't', 1.01e6],
      ['south', 't', 100],
      ['north', '1', 0.5],
    ];
    const { differences } = compareTables(table(base), table(changed), 1e-3);
    // 100 of 200 is one half; 0.01 of 1.01 is about one per cent.
    expect(differences.map(({ row }) => row)).toEqual(['south t', 'north t']);
    expect(differences[0].relative).toBe(0.5);
  });

  test('noise beside large numbers of the same unit passes, but never a change of another unit', () => {
    const noisy = (tonnes: number, share: number) =>
      table([
        ['north', 't', 1e6],
        ['east', 't', tonnes],
        ['east', '1', share],
      ]);
    // 1e-9 of 1e6 t is 1e-3 t.
    expect(compareTables(noisy(1e-5, 0.1), noisy(2e-5, 0.1), 1e-9).differences).toHaveLength(0);
    expect(compareTables(noisy(0, 1e-5), noisy(0, 2e-5), 1e-9).differences).toHaveLength(1);
  });

  test('rows of one table only, and values of one only, are differences', () => {
    const { differences } = compareTables(
      table([
        ['north', 't', 1],
        ['south', 't', NaN],
      ]),
      table([
        ['south', 't', 1],
        ['east', 't', 1],
      ]),
      0.5,
    );
    expect(differences.map(({ kind, row }) => `${kind} ${row}`).sort()).toEqual([
      'changed south t',
      'extra east t',
      'missing north t',
    ]);
  });
});
