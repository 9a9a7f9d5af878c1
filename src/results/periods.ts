// The periods that tables speak of: the months, the years, and the whole horizon.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { all } from './keys.ts';

/** Months, then years, then the whole horizon, under one index. */
export interface Periods {
  readonly labels: readonly string[];
  /** Index of the first year, and of the whole horizon. */
  readonly firstYear: number;
  readonly horizon: number;
  /** Index of the year, among all periods, that each month lies in. */
  readonly monthYear: Int32Array;
}

export function listPeriods({ labels }: CompiledModel): Periods {
  const { months, years } = labels;
  return {
    labels: [...months, ...years, all],
    firstYear: months.length,
    horizon: months.length + years.length,
    monthYear: Int32Array.from(months, (month) => months.length + years.indexOf(month.slice(0, 4))),
  };
}

/**
 * Sums of a monthly series over every period [periods * width].
 * @param monthly [months * width]
 */
export function sumByPeriod(monthly: Float64Array, width: number, periods: Periods): Float64Array {
  const sums = new Float64Array(periods.labels.length * width);
  sums.set(monthly);
  const { monthYear, horizon } = periods;
  for (let month = 0; month < monthYear.length; month++) {
    for (let column = 0; column < width; column++) {
      const value = monthly[month * width + column];
      sums[monthYear[month] * width + column] += value;
      sums[horizon * width + column] += value;
    }
  }
  return sums;
}
