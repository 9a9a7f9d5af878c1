// Finds rows of the results tables by the values of their text columns.

import type { ResultsFolder } from '../results/results-folder.ts';
import type { Table } from '../results/table.ts';

/** One row of a table, by column name. */
export interface Row {
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

/** A number over all replications; what the table does not hold is NaN. */
export interface Estimate {
  readonly mean: number;
  /** 95 % interval of the mean. */
  readonly lower: number;
  readonly upper: number;
  /** Nine replications in ten lie between these. */
  readonly p05: number;
  readonly p95: number;
}

/** An estimate of which nothing is known. */
export const noEstimate: Estimate = {
  mean: Number.NaN,
  lower: Number.NaN,
  upper: Number.NaN,
  p05: Number.NaN,
  p95: Number.NaN,
};

/** Certainly nothing: the estimate of a row that the tables leave out because it is always zero. */
export const zeroEstimate: Estimate = { mean: 0, lower: 0, upper: 0, p05: 0, p95: 0 };

/** True when the 95 % interval holds zero, or is not known. */
export function spansZero({ lower, upper }: Estimate): boolean {
  return !(lower > 0 || upper < 0);
}

/**
 * The rows of one scenario whose text columns have these values, in the order of the table; none when
 * there is no such table or column.
 */
export function selectRows(
  results: Pick<ResultsFolder, 'tables'>,
  tableName: string,
  scenario: string,
  conditions: Readonly<Record<string, string>>,
): readonly Row[] {
  const table = results.tables.get(tableName);
  if (!table) return [];
  let rows = scenarioRows(table).get(scenario) ?? [];
  for (const [name, value] of Object.entries(conditions)) {
    const values = textValues(table, name);
    rows = rows.filter((row) => values[row] === value);
  }
  return rows.map((row) => readRow(table, row));
}

function textValues(table: Table, name: string): readonly string[] {
  const column = table.columns.find((candidate) => candidate.name === name);
  return column?.kind === 'text' ? column.values : [];
}

/** Row numbers by scenario of tables already searched: a report searches each table hundreds of times. */
const knownScenarioRows = new WeakMap<Table, ReadonlyMap<string, readonly number[]>>();

function scenarioRows(table: Table): ReadonlyMap<string, readonly number[]> {
  const known = knownScenarioRows.get(table) ?? indexScenarios(textValues(table, 'scenario'));
  knownScenarioRows.set(table, known);
  return known;
}

function indexScenarios(scenarios: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, scenario] of scenarios.entries()) {
    const known = rows.get(scenario);
    if (known) known.push(row);
    else rows.set(scenario, [row]);
  }
  return rows;
}

function readRow(table: Table, row: number): Row {
  const text: Record<string, string> = {};
  const number: Record<string, number> = {};
  for (const column of table.columns)
    if (column.kind === 'text') text[column.name] = column.values[row] ?? '';
    else number[column.name] = column.values[row] ?? Number.NaN;
  return { text, number };
}

/** The statistics of a row. */
export function estimateOf(row: Row | undefined): Estimate {
  if (!row) return noEstimate;
  const { mean, ci_low, ci_high, p05, p95 } = row.number;
  return {
    mean: mean ?? Number.NaN,
    lower: ci_low ?? Number.NaN,
    upper: ci_high ?? Number.NaN,
    p05: p05 ?? Number.NaN,
    p95: p95 ?? Number.NaN,
  };
}

/** Rows by the value of one of their text columns. */
export function indexRows(rows: readonly Row[], column: string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.text[column] ?? '', row]));
}
