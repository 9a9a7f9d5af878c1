// Rows of the tables by cell: flows with the same origin, destination and commodity are one row.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { createRowList } from './row-list.ts';

/** What the rows of a table stand for, and which row each cell adds to. */
export interface CellRows {
  /** Origin, destination and commodity of each row, in order of appearance. */
  readonly keys: readonly (readonly string[])[];
  /** Row of each cell [cells]. */
  readonly rowOfCell: Int32Array;
}

export function listCellRows({ counts, labels }: CompiledModel): CellRows {
  const { keys, rowOf } = createRowList<string>();
  const rowOfCell = new Int32Array(counts.cells);
  for (let cell = 0; cell < counts.cells; cell++) {
    const key = [
      labels.cellOrigins[cell],
      labels.cellDestinations[cell],
      labels.cellCommodities[cell],
    ];
    rowOfCell[cell] = rowOf(JSON.stringify(key), () => key);
  }
  return { keys, rowOfCell };
}

/**
 * Adds up what falls into the same place, year by year.
 * @param values  [years * places.length]
 * @param places  place of each value of a year, 0 … placeCount - 1
 * @returns sums [years * placeCount]
 */
export function sumByPlace(
  values: Float64Array,
  places: Int32Array,
  placeCount: number,
): Float64Array {
  const years = places.length > 0 ? values.length / places.length : 0;
  const sums = new Float64Array(years * placeCount);
  for (let year = 0; year < years; year++) {
    const from = year * places.length;
    const to = year * placeCount;
    for (let index = 0; index < places.length; index++) {
      const value = values[from + index];
      if (value !== 0) sums[to + places[index]] += value;
    }
  }
  return sums;
}
