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
}

/** The summary of the values that are not NaN; all NaN when there are none. */
export function summarise(values: Float64Array): Summary {
  const sample = values.filter((value) => !Number.isNaN(value));
  const count = sample.length;
  const mean = sampleMean(sample);
  const sd = standardDeviation(sample, mean);
  sample.sort();
  const [p05, p50, p95] = [quantile(sample, 0.05), quantile(sample, 0.5), quantile(sample, 0.95)];
  return withInterval(count, mean, sd, [p05, p50, p95]);
}

/** The summary of so many values, with the interval of their mean. */
export function withInterval(
  count: number,
  mean: number,
  sd: number,
  [p05, p50, p95]: readonly [number, number, number],
): Summary {
  const halfWidth = count > 1 ? (studentFactor95(count - 1) * sd) / Math.sqrt(count) : NaN;
  return { mean, sd, ciLow: mean - halfWidth, ciHigh: mean + halfWidth, p05, p50, p95 };
}

/** Mean, NaN of nothing. Distances to the first value are added, so that equal values give exactly that value. */
export function sampleMean(values: Float64Array): number {
  const first = values[0];
  return first + compensatedSum(values, (value) => value - first) / values.length;
}

/** Standard deviation with divisor n - 1, in a second pass around the mean; NaN below two values. */
function standardDeviation(values: Float64Array, mean: number): number {
  if (values.length < 2) return NaN;
  const squares = compensatedSum(values, (value) => (value - mean) * (value - mean));
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Quantile of type 7 (Hyndman and Fan): linear between order statistics, the first at 0, the last at 1.
 * @param sorted values in ascending order; of nothing the quantile is NaN
 */
export function quantile(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  if (below >= sorted.length - 1) return sorted.length > 0 ? sorted[sorted.length - 1] : NaN;
  return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
}

/** Neumaier's sum: carries the rounding of each addition along. */
function compensatedSum(values: Float64Array, term: (value: number) => number): number {
  let sum = 0;
  let carried = 0;
  for (const value of values) {
    const addend = term(value);
    const next = sum + addend;
    carried += Math.abs(sum) >= Math.abs(addend) ? sum - next + addend : addend - next + sum;
    sum = next;
  }
  return sum + carried;
}
