// Builds a table row by row: key columns of text, then the statistics of a sample.

import type { Summary } from '../numerics/summary.ts';
import type { Column, Table } from './table.ts';

/** The columns that describe a sample, in their order in every table. */
export const statisticColumns = ['mean', 'sd', 'ci_low', 'ci_high', 'p05', 'p50', 'p95'] as const;

/** What the names of columns with draws of inputs, and with outcomes of replications, begin with. */
export const inputPrefix = 'input.';
export const outcomePrefix = 'outcome.';

const numberColumns: readonly string[] = [
  ...statisticColumns,
  'lower_bound',
  'upper_bound',
  'value',
  'step_mean',
  'half_step_mean',
  'discretisation_error',
  'sampling_error',
];

/** Whether a column of any table holds numbers: statistics, draws, outcomes, years; all others are text. */
export function isNumberColumn(name: string): boolean {
  return (
    numberColumns.includes(name) ||
    name.startsWith(inputPrefix) ||
    name.startsWith(outcomePrefix) ||
    /^\d{4}$/.test(name)
  );
}

/** A table under construction. */
export interface TableBuilder {
  /** Adds a row: a text for each text column, a number for each number column. */
  add(texts: readonly string[], numbers: readonly number[]): void;
  build(): Table;
}

/** Starts a table whose columns stand in the order given; see `isNumberColumn`. */
export function createTableBuilder(name: string, columnNames: readonly string[]): TableBuilder {
  const textNames = columnNames.filter((column) => !isNumberColumn(column));
  const numberNames = columnNames.filter(isNumberColumn);
  const texts: string[][] = textNames.map(() => []);
  const numbers: number[][] = numberNames.map(() => []);
  let rowCount = 0;
  const buildColumn = (column: string): Column =>
    isNumberColumn(column)
      ? {
          name: column,
          kind: 'number',
          values: Float64Array.from(numbers[numberNames.indexOf(column)]),
        }
      : { name: column, kind: 'text', values: texts[textNames.indexOf(column)] };
  return {
    add(rowTexts, rowNumbers) {
      if (rowTexts.length !== texts.length || rowNumbers.length !== numbers.length) {
        throw new Error(`table ${name}: row ${rowTexts.join(' ')} does not fit the columns`);
      }
      for (let column = 0; column < texts.length; column++) texts[column].push(rowTexts[column]);
      for (let column = 0; column < numbers.length; column++)
        numbers[column].push(rowNumbers[column]);
      rowCount += 1;
    },
    build: () => ({ name, rowCount, columns: columnNames.map(buildColumn) }),
  };
}

/** The statistics of a sample, in the order of `statisticColumns`; of undefined, all zeros. */
export function statisticsOf(summary: Summary | undefined): number[] {
  return summary ? listSummary(summary) : zeros;
}

const zeros = statisticColumns.map(() => 0);

function listSummary({ mean, sd, ciLow, ciHigh, p05, p50, p95 }: Summary): number[] {
  return [mean, sd, ciLow, ciHigh, p05, p50, p95];
}
