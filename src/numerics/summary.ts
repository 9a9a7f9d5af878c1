// Summary of a sample: mean, standard deviation, interval of the mean, quantiles.

import { studentFactor95 } from './student.ts';

/** What is known of a quantity after all replications; NaN where the sample is too small to say. */
export interface Summary {
  readonly mean: number;
  /** Standard deviation of the sample (divisor n - 1); NaN below two values. */
  readonly sd: number;
  /** 95 % interval of the mean by Student's t; NaN below two values. */
  readonly ciLow: number;
  readonly ciHigh: number;
  /** Quantiles of the sample (type 7). */
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  /** Smallest and largest value. */
  readonly least: number;
  readonly most: number;
}

/** Up to so many values are sorted by insertion, which is quicker than the call of a sort. */
const fewValues = 48;

/** The summary of the values that are not NaN; all NaN when there are none. */
export function summarise(values: Float64Array): Summary {
  return summariseInPlace(values.slice());
}

/** The same, in the memory of the values, which are then in another order. */
export function summariseInPlace(values: Float64Array): Summary {
  const count = moveNumbersToFront(values);
  const mean = meanOf(values, count);
  const sd = standardDeviation(values, count, mean);
  sortFirst(values, count);
  return withInterval(count, mean, sd, {
    p05: quantile(values, 0.05, count),
    p50: quantile(values, 0.5, count),
    p95: quantile(values, 0.95, count),
    least: count > 0 ? values[0] : NaN,
    most: count > 0 ? values[count - 1] : NaN,
  });
}

/** The numbers in their order; gives how many there are. Minus zero becomes zero, so that only size orders them. */
function moveNumbersToFront(values: Float64Array): number {
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!Number.isNaN(value)) values[count++] = value + 0;
  }
  return count;
}

function sortFirst(values: Float64Array, count: number): void {
  if (count > fewValues) {
    values.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index++) {
    const value = values[index];
    let place = index;
    for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
    values[place] = value;
  }
}

/** What a summary holds beside the mean, its interval and the deviation. */
type Order = Pick<Summary, 'p05' | 'p50' | 'p95' | 'least' | 'most'>;

/** The summary of so many values, with the interval of their mean. */
export function withInterval(
  count: number,
  mean: number,
  sd: number,
  { p05, p50, p95, least, most }: Order,
): Summary {
  const halfWidth = count > 1 ? (studentFactor95(count - 1) * sd) / Math.sqrt(count) : NaN;
  const [ciLow, ciHigh] = [mean - halfWidth, mean + halfWidth];
  return { mean, sd, ciLow, ciHigh, p05, p50, p95, least, most };
}

/** Mean, NaN of nothing. */
export function sampleMean(values: Float64Array): number {
  return meanOf(values, values.length);
}

/** Distances to the first value are added, so that equal values give exactly that value; sums by Neumaier's method. */
function meanOf(values: Float64Array, count: number): number {
  if (count === 0) return NaN;
  const first = values[0];
  let sum = 0;
  let carried = 0;
  for (let index = 0; index < count; index++) {
    const addend = values[index] - first;
    const next = sum + addend;
    carried += roundingOf(sum, addend, next);
    sum = next;
  }
  return first + (sum + carried) / count;
}

/** Standard deviation with divisor n - 1, in a second pass around the mean; NaN below two values. */
function standardDeviation(values: Float64Array, count: number, mean: number): number {
  if (count < 2) return NaN;
  let sum = 0;
  let carried = 0;
  for (let index = 0; index < count; index++) {
    const distance = values[index] - mean;
    const addend = distance * distance;
    const next = sum + addend;
    carried += roundingOf(sum, addend, next);
    sum = next;
  }
  return Math.sqrt((sum + carried) / (count - 1));
}

/** What an addition loses (Neumaier). */
function roundingOf(sum: number, addend: number, next: number): number {
  return Math.abs(sum) >= Math.abs(addend) ? sum - next + addend : addend - next + sum;
}

/**
 * Quantile of type 7 (Hyndman and Fan): linear between order statistics, the first at 0, the last at 1.
 * @param sorted values in ascending order; of nothing the quantile is NaN
 * @param count  of these the first so many
 */
export function quantile(sorted: Float64Array, probability: number, count = sorted.length): number {
  const position = (count - 1) * probability;
  const below = Math.floor(position);
  if (below >= count - 1) return count > 0 ? sorted[count - 1] : NaN;
  return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
}
