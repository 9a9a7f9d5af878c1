// step-check.csv: how far the step is from being short enough, beside how far the replications are from being many enough.

import type { Table } from './table.ts';
import { createTableBuilder } from './table-builder.ts';

/**
 * Sets the table `corridors` of a run against that of the same run, on the same draws, with half the step: what the
 * years and the whole horizon differ by, without sign, and half the width of the 95 % interval of the mean. A row that
 * only one of them has, a cost of a corridor that nobody takes for instance, has no counterpart and is left out.
 */
export function stepCheckTable(whole: Table, half: Table): Table {
  const keys = ['scenario', 'period', 'corridor', 'variable', 'unit'];
  const table = createTableBuilder('step-check', [
    ...keys,
    'step_mean',
    'half_step_mean',
    'discretisation_error',
    'sampling_error',
  ]);
  const halves = new Map(rowsOf(half, keys).map((row) => [row.texts.join(), row]));
  for (const { texts, mean, low, high } of rowsOf(whole, keys)) {
    const other = halves.get(texts.join());
    if (texts[1].includes('-') || !other) continue;
    table.add(texts, [mean, other.mean, Math.abs(mean - other.mean), (high - low) / 2]);
  }
  return table.build();
}

interface Row {
  readonly texts: readonly string[];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

function rowsOf({ columns, rowCount }: Table, keys: readonly string[]): Row[] {
  const column = (name: string) => columns.find((item) => item.name === name)!.values;
  const texts = keys.map(column);
  const [means, lows, highs] = ['mean', 'ci_low', 'ci_high'].map(column);
  return Array.from({ length: rowCount }, (_, row) => ({
    texts: texts.map((values) => String(values[row])),
    mean: Number(means[row]),
    low: Number(lows[row]),
    high: Number(highs[row]),
  }));
}
