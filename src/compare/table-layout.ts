// Where the keys and the values of two versions of a table stand.

import { isNumberColumn } from '../results/table-builder.ts';

/** Columns of text that say what came out, not what the row is about. */
const verdictColumns: readonly string[] = ['met'];

/** A column whose values are compared. */
export interface ValueColumn {
  readonly name: string;
  readonly isNumber: boolean;
  readonly first: number;
  readonly second: number;
}

/** Places of the columns in the lines of the first and the second version. */
export interface TableLayout {
  readonly keys: { readonly first: readonly number[]; readonly second: readonly number[] };
  readonly values: readonly ValueColumn[];
  /** Places of the unit, -1 = no such column. */
  readonly unit: number;
  /** Columns of values that only one version has. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** @throws Error when the two have other key columns: then no row can be matched */
export function layOut(
  table: string,
  first: readonly string[],
  second: readonly string[],
): TableLayout {
  const isValue = (name: string) => isNumberColumn(name) || verdictColumns.includes(name);
  const keys = first.filter((name) => !isValue(name));
  const others = second.filter((name) => !isValue(name));
  if (keys.join() !== others.join())
    throw new Error(`${table}.csv: the keys are ${keys.join()} here and ${others.join()} there`);
  return {
    keys: {
      first: keys.map((name) => first.indexOf(name)),
      second: keys.map((name) => second.indexOf(name)),
    },
    values: first
      .filter((name) => isValue(name) && second.includes(name))
      .map((name) => ({
        name,
        isNumber: isNumberColumn(name),
        first: first.indexOf(name),
        second: second.indexOf(name),
      })),
    unit: first.indexOf('unit'),
    missing: first.filter((name) => isValue(name) && !second.includes(name)),
    extra: second.filter((name) => isValue(name) && !first.includes(name)),
  };
}
