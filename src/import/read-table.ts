// Reads the tables of other tools: columns by name, in any order, more of them than are needed.

import { parseCsv } from '../scenario/csv-tree.ts';
import type { Place, SourceText } from '../scenario/place.ts';
import { type Problem, problemAt } from '../scenario/problem.ts';
import { placeAt, type Tree, textOf } from '../scenario/tree.ts';

/** A row of a table. */
export interface TableRow {
  readonly place: Place;
  /** Undefined for an empty cell and for a column that is not there. */
  text(column: string): string | undefined;
  /** The cell where it is needed; reports a missing one. */
  needed(column: string): string | undefined;
  /** A number, undefined for an empty cell or a wrong one, which is reported. */
  number(column: string): number | undefined;
  placeOf(column: string): Place;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The rows; none, with a problem, when a required column is missing. */
export function readRows(
  source: SourceText,
  required: readonly string[],
  problems: Problem[],
): TableRow[] {
  const header = source.text.slice(0, Math.max(0, source.text.indexOf('\n')));
  const names = new Set([...header.split(',').map(unquoted), ...required]);
  const columns = [...names].map((name) => ({ name, required: required.includes(name) }));
  const tree = parseCsv(source, columns, problems);
  return (tree?.items ?? []).map((item) => rowOf(item, problems));
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1');
}

function rowOf(item: Tree, problems: Problem[]): TableRow {
  const text = (column: string) => textOf(item, column);
  const placeOf = (column: string) => placeAt(item, [column]);
  return {
    place: item.place,
    text,
    placeOf,
    needed(column) {
      const value = text(column);
      if (value === undefined)
        problems.push(problemAt(placeOf(column), 'missing-value', `"${column}" is empty here`));
      return value;
    },
    number(column) {
      const value = text(column);
      if (value === undefined || decimal.test(value))
        return value === undefined ? undefined : Number(value);
      const message = `"${value}" is not a number`;
      problems.push(problemAt(placeOf(column), 'not-a-number', message));
      return undefined;
    },
  };
}
