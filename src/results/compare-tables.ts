// Compares two versions of a table, row by row, and says where they differ most.

import type { NumberColumn, Table, TextColumn } from './table.ts';

/** A number that differs, or a row that only one of the tables has. */
export interface Difference {
  readonly table: string;
  /** The row's text columns, joined by spaces. */
  readonly row: string;
  readonly kind: 'changed' | 'missing' | 'extra';
  /** Empty for a row that is missing or extra. */
  readonly column: string;
  /** Values in the first and the second table; NaN = none. */
  readonly first: number;
  readonly second: number;
  /** |first - second| by the larger of the two magnitudes; Infinity for a row or value that is not in both. */
  readonly relative: number;
}

/** How two tables compare. */
export interface TableComparison {
  readonly table: string;
  readonly rowCount: number;
  /** Beyond the tolerance; the worst first, then in the order of the first table. */
  readonly differences: readonly Difference[];
}

/** Of the largest magnitude among the numbers of one column and unit: what a tolerance lets pass near zero. */
const noiseShare = 1e-9;

/**
 * Matches rows by their text columns. Numbers differ when |a - b| > tolerance · max(|a|, |b|) plus, for a
 * tolerance above 0, 1e-9 of the largest magnitude of their kind; with tolerance 0 they must be identical.
 */
export function compareTables(first: Table, second: Table, tolerance: number): TableComparison {
  const firstRows = indexRows(first);
  const secondRows = indexRows(second);
  const noise = tolerance > 0 ? noiseLimits(first) : undefined;
  const differences: Difference[] = [];
  const report = (kind: Difference['kind'], row: string, column = '', a = NaN, b = NaN) => {
    const relative = Number.isNaN(a) || Number.isNaN(b) ? Infinity : relativeDifference(a, b);
    differences.push({ table: first.name, row, kind, column, first: a, second: b, relative });
  };
  for (const [row, at] of firstRows) {
    const other = secondRows.get(row);
    if (other === undefined) {
      report('missing', row);
      continue;
    }
    for (const column of numberColumnsOf(first)) {
      const a = column.values[at];
      const b = numberColumn(second, column.name)?.values[other] ?? NaN;
      const limit = noise?.get(kindOf(first, column.name, at)) ?? 0;
      if (!agree(a, b, tolerance, limit)) report('changed', row, column.name, a, b);
    }
  }
  for (const row of secondRows.keys()) if (!firstRows.has(row)) report('extra', row);
  differences.sort((a, b) => (a.relative === b.relative ? 0 : b.relative - a.relative));
  return { table: first.name, rowCount: first.rowCount, differences };
}

function agree(a: number, b: number, tolerance: number, noiseLimit: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + noiseLimit;
}

function relativeDifference(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** Rows by their text columns; of rows with equal texts the later ones carry a number. */
function indexRows(table: Table): Map<string, number> {
  const texts = table.columns.filter((column): column is TextColumn => column.kind === 'text');
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const key = texts.map(({ values }) => values[row]).join(' ');
    let free = key;
    for (let copy = 2; rows.has(free); copy++) free = `${key} (${copy})`;
    rows.set(free, row);
  }
  return rows;
}

function numberColumnsOf(table: Table): NumberColumn[] {
  return table.columns.filter((column): column is NumberColumn => column.kind === 'number');
}

function numberColumn(table: Table, name: string): NumberColumn | undefined {
  return numberColumnsOf(table).find((column) => column.name === name);
}

/** Numbers of one kind share a column and a unit: tonnes say something about rounding in tonnes, not in shares. */
function kindOf(table: Table, column: string, row: number): string {
  const unit = table.columns.find(({ name }) => name === 'unit');
  return `${column} ${unit?.values[row] ?? ''}`;
}

function noiseLimits(table: Table): Map<string, number> {
  const limits = new Map<string, number>();
  for (const column of numberColumnsOf(table)) {
    column.values.forEach((value, row) => {
      const kind = kindOf(table, column.name, row);
      const limit = Number.isNaN(value) ? 0 : noiseShare * Math.abs(value);
      limits.set(kind, Math.max(limits.get(kind) ?? 0, limit));
    });
  }
  return limits;
}
