import { describe, expect, test } from 'vitest';
import { compareTable } from '../../src/compare/compare-table.ts';
import type { ToleranceRule } from '../../src/compare/tolerances.ts';

/** Lines of a text, one by one. */
class TextLines {
  private readonly lines: string[];
  private at = 0;
  constructor(text: string) {
    this.lines = text.split('\n').slice(0, -1);
  }
  get hasLine() {
    return this.at < this.lines.length;
  }
  peek(ahead: number) {
    return this.lines[this.at + ahead];
  }
  advance() {
    this.at += 1;
  }
}

const header = 'corridor,unit,mean,sd\n';
type Row = readonly [key: string, unit: string, mean: number | '', sd?: number | ''];
const csv = (rows: readonly Row[]) =>
  header + rows.map(([key, unit, mean, sd = 0]) => `${key},${unit},${mean},${sd}\n`).join('');

function compare(a: string, b: string, rules: ToleranceRule[] = []) {
  const first = new TextLines(a);
  const second = new TextLines(b);
  const same = () => first.peek(0) === second.peek(0);
  return compareTable({ table: 't', first, second, same, decode: (line) => line }, rules);
}
const differencesOf = (a: readonly Row[], b: readonly Row[], rules: ToleranceRule[] = []) =>
  compare(csv(a), csv(b), rules).differences;

const base: Row[] = [
  ['north', 't', 1e6],
  ['south', 't', 200],
  ['north', '1', 0.5],
];

describe('comparison of tables', () => {
  test('a table equals itself, missing values included', () => {
    const rows: Row[] = [...base, ['west', 't', '']];
    const { rowCount, differenceCount } = compare(csv(rows), csv(rows));
    expect([rowCount, differenceCount]).toEqual([4, 0]);
  });

  test('the order of the rows does not matter', () => {
    expect(differencesOf(base, [...base].reverse())).toEqual([]);
  });

  test('nor does it in a long table that is shuffled, nor far shifts', () => {
    const rows = Array.from({ length: 3000 }, (_, row): Row => [`c${row}`, 't', row]);
    // 1009 is prime to 3000: a permutation that leaves no two neighbours together.
    const shuffled = rows.map((_, row) => rows[(row * 1009) % 3000]);
    expect(differencesOf(rows, shuffled)).toEqual([]);
    expect(differencesOf(rows, [...rows.slice(200), ...rows.slice(0, 200)])).toEqual([]);
  });

  test('without a tolerance the last bit counts', () => {
    const changed: Row[] = [base[0], base[1], ['north', '1', 0.5 + Number.EPSILON / 2]];
    expect(differencesOf(base, changed)).toHaveLength(1);
    expect(differencesOf(base, changed, [{ relative: 1e-12 }])).toHaveLength(0);
  });

  test('one number in two spellings is the same', () => {
    expect(compare(`${header}a,t,1e3,0\n`, `${header}a,t,1000,0\n`).differenceCount).toBe(0);
  });

  test('the worst rows come first', () => {
    const changed: Row[] = [
      ['north', 't', 1.01e6],
      ['south', 't', 100],
      ['north', '1', 0.5],
    ];
    const differences = differencesOf(base, changed, [{ relative: 1e-3 }]);
    // 100 of 200 is one half; 0.01 of 1.01 is about one per cent.
    expect(differences.map(({ row }) => row)).toEqual(['south t', 'north t']);
    expect(differences[0]).toMatchObject({ relative: 0.5, first: '200', second: '100' });
  });

  test('of thousands of differences the worst are kept and all are counted', () => {
    const rows = Array.from({ length: 5000 }, (_, row): Row => [`c${row}`, 't', 1]);
    const { differenceCount, differences } = compare(
      csv(rows),
      csv(rows.map(([key, unit], row): Row => [key, unit, 2 + ((row * 7) % 5000)])),
    );
    expect(differenceCount).toBe(5000);
    expect(differences).toHaveLength(1000);
    // The second values run from 2 to 5001; the worst thousand end at 4002.
    expect(differences[0].second).toBe('5001');
    expect(differences[999].second).toBe('4002');
  });

  test('rules by column and unit: the later over the earlier', () => {
    const changed: Row[] = [
      ['north', 't', 1e6 + 5, 0.2],
      ['south', 't', 200],
      ['north', '1', 0.6],
    ];
    const rules = [{ absolute: 1 }, { unit: 't', absolute: 10 }, { column: 'sd', absolute: 0.1 }];
    expect(
      differencesOf(base, changed, rules).map(({ row, column }) => `${row} ${column}`),
    ).toEqual(['north t sd']);
    expect(differencesOf(base, changed, [...rules, { table: 'other', absolute: 9 }])).toHaveLength(
      1,
    );
    expect(differencesOf(base, changed, [...rules, { table: 't', absolute: 0 }])).toHaveLength(3);
  });

  test('rows of one table only, and values of one only, are differences', () => {
    const differences = differencesOf(
      [
        ['north', 't', 1],
        ['south', 't', ''],
      ],
      [
        ['south', 't', 1],
        ['east', 't', 1],
      ],
      [{ relative: 0.5 }],
    );
    expect(differences.map(({ kind, row }) => `${kind} ${row}`).sort()).toEqual([
      'changed south t',
      'extra east t',
      'missing north t',
    ]);
  });

  test('a missing row in the middle does not put the rest out of step', () => {
    const rows = Array.from({ length: 500 }, (_, row): Row => [`c${row}`, 't', row]);
    const without = rows.filter((_, row) => row !== 250 && row !== 251);
    expect(differencesOf(rows, without).map(({ kind, row }) => `${kind} ${row}`)).toEqual([
      'missing c250 t',
      'missing c251 t',
    ]);
  });

  test('of rows with equal texts the first goes with the first', () => {
    const twice: Row[] = [
      ['a', 't', 1],
      ['a', 't', 2],
      ['b', 't', 3],
    ];
    expect(differencesOf(twice, [twice[2], twice[0], twice[1]])).toEqual([]);
    expect(differencesOf(twice, [twice[2], twice[1], twice[0]])).toHaveLength(2);
  });

  test('texts in quotes hold commas', () => {
    const quoted = `${header}"a, ""b""",t,1,0\n`;
    expect(compare(quoted, quoted.replace(',1,', ',2,')).differences[0].row).toBe('a, "b" t');
  });

  test('a verdict that turns is a change of its row, not another row', () => {
    const first = 'corridor,mean,met\nnorth,1,yes\n';
    expect(compare(first, first.replace('yes', 'no')).differences).toMatchObject([
      { kind: 'changed', row: 'north', column: 'met', first: 'yes', second: 'no' },
    ]);
  });

  test('a column of one table only is a difference; other keys cannot be compared', () => {
    const more = 'corridor,unit,mean,sd,p05\nnorth,t,1,0,0\n';
    const { differences } = compare(`${header}north,t,1,0\n`, more);
    expect(differences).toMatchObject([{ kind: 'extra', column: 'p05' }]);
    expect(() => compare(header, 'post,unit,mean,sd\n')).toThrow('the keys are corridor,unit here');
  });
});
