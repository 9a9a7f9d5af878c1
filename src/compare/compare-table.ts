// Compares two versions of a table, line by line, and keeps where they differ most.

import { isNumberColumn } from '../results/table-builder.ts';
import { splitLine } from './csv-line.ts';
import { type Badness, type TableComparison, WorstDifferences } from './differences.ts';
import { type Lines, matchLines } from './match-lines.ts';
import { layOut, type TableLayout, type ValueColumn } from './table-layout.ts';
import {
  digitsWithin,
  relativeDifference,
  type Tolerance,
  type ToleranceRule,
  toleranceOf,
} from './tolerances.ts';

/** Two versions of a table, at their header lines. */
export interface TablePair {
  readonly table: string;
  readonly first: Lines;
  readonly second: Lines;
  /**
   * True when the current lines have the same bytes, or are found alike (`areAlike`) to so many digits; 0 = only the
   * bytes count.
   */
  readonly same: (digits: number, isNumber: Uint8Array) => boolean;
  /** Lines of the first version are lines of text, to be shown as such. */
  readonly decode: (line: string) => string;
}

/** Judges a row whose numbers differ beyond their tolerances: its chance to differ as much; NaN = not to be told. */
export type RowJudge = (
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
) => number;

/**
 * Rows are matched by their texts, in whatever order they stand. A number differs beyond its tolerance; a verdict when
 * it is another text.
 * @param badness what stands first, by default what is relatively worst
 * @param judge in a statistical comparison: then a row differs as a whole, by its probability
 */
export function compareTable(
  pair: TablePair,
  rules: readonly ToleranceRule[],
  judge?: RowJudge,
  badness?: Badness,
): TableComparison {
  const { table, first, second, decode } = pair;
  const header = [first, second].map((lines) => {
    const names = splitLine((lines.peek(0) ?? '').replace(/^\uFEFF/, ''));
    lines.advance();
    return names;
  });
  const layout = layOut(table, header[0], header[1]);
  const worst = new WorstDifferences(badness);
  const tolerances = cachedTolerances(rules, table);
  let rowCount = 0;
  const sameColumns = header[0].join() === header[1].join();
  const digits = judge || !sameColumns ? 0 : digitsWithin(rules, table);
  const isNumber = Uint8Array.from(header[0], (name) => (isNumberColumn(name) ? 1 : 0));
  const rowOf = (line: string) => decode(keyOf(splitLine(line), layout.keys.first));
  for (const column of layout.missing) worst.add(lone('missing', '', column));
  for (const column of layout.extra) worst.add(lone('extra', '', column));
  matchLines(
    counted(first, () => rowCount++),
    second,
    {
      same: () => pair.same(digits, isNumber),
      keyOf: keyReader(layout, header[0].length),
      changed(a, b) {
        const fields = [splitLine(a), splitLine(b)] as const;
        const unit = layout.unit < 0 ? '' : fields[0][layout.unit];
        const changed = layout.values.filter(
          (column) => !agree(column, fields, tolerances(column.name, unit)),
        );
        if (changed.length === 0) return;
        const row = decode(keyOf(fields[0], layout.keys.first));
        const probability = judge ? judgeRow(judge, layout, fields) : NaN;
        const mean = changed.find(({ name }) => name === 'mean');
        if (mean && !Number.isNaN(probability))
          worst.add({ ...changeOf(row, mean, fields), probability });
        else for (const column of changed) worst.add(changeOf(row, column, fields));
      },
      missing: (line) => worst.add(lone('missing', rowOf(line))),
      extra: (line) => worst.add(lone('extra', rowOf(line))),
    },
  );
  const { count, differences } = worst.beyondChance(rowCount);
  return { table, rowCount, differenceCount: count, differences };
}

type FieldPair = readonly [readonly string[], readonly string[]];

function lone(kind: 'missing' | 'extra', row: string, column = '') {
  return { row, kind, column, first: '', second: '', relative: Infinity };
}

function changeOf(row: string, column: ValueColumn, [a, b]: FieldPair) {
  const first = a[column.first];
  const second = b[column.second];
  const relative = relativeDifference(numberOf(first), numberOf(second));
  return { row, kind: 'changed', column: column.name, first, second, relative } as const;
}

function judgeRow(judge: RowJudge, { values }: TableLayout, [a, b]: FieldPair): number {
  const numbers = values.filter(({ isNumber }) => isNumber);
  return judge(
    new Map(numbers.map(({ name, first }) => [name, numberOf(a[first])])),
    new Map(numbers.map(({ name, second }) => [name, numberOf(b[second])])),
  );
}

/** NaN for an empty field and for a text. */
function numberOf(field: string): number {
  return field === '' ? NaN : Number(field);
}

function agree(column: ValueColumn, [a, b]: FieldPair, { relative, absolute }: Tolerance): boolean {
  const first = a[column.first];
  const second = b[column.second];
  if (first === second) return true;
  if (!column.isNumber) return false;
  const x = numberOf(first);
  const y = numberOf(second);
  // Also two zeros of unlike sign, and two infinities.
  if (x === y) return true;
  return Math.abs(x - y) <= absolute + relative * Math.max(Math.abs(x), Math.abs(y));
}

function keyOf(fields: readonly string[], places: readonly number[], between = ' '): string {
  return places.map((place) => fields[place]).join(between);
}

/** Keys that stand together at the beginning of both versions are cut off without taking the line apart. */
function keyReader(layout: TableLayout, columns: number): (line: string) => string {
  const { first, second } = layout.keys;
  const leads = first.every((place, index) => place === index && second[index] === index);
  if (!leads || first.length === columns) return (line) => keyOf(splitLine(line), first);
  return (line) => {
    if (line.includes('"')) return keyOf(splitLine(line), first, ',');
    let end = -1;
    for (let field = 0; field < first.length; field++) end = line.indexOf(',', end + 1);
    return line.slice(0, end);
  };
}

/** The same lines, with a call for each that is passed. */
function counted(lines: Lines, count: () => void): Lines {
  return {
    get hasLine() {
      return lines.hasLine;
    },
    peek: (ahead) => lines.peek(ahead),
    advance() {
      count();
      lines.advance();
    },
  };
}

function cachedTolerances(rules: readonly ToleranceRule[], table: string) {
  const known = new Map<string, Tolerance>();
  return (column: string, unit: string): Tolerance => {
    const name = `${column} ${unit}`;
    let tolerance = known.get(name);
    if (!tolerance) {
      tolerance = toleranceOf(rules, table, column, unit);
      known.set(name, tolerance);
    }
    return tolerance;
  };
}
