// Judges whether two results differ by more than the sampling of their uncertain inputs explains.

import { centralProbability } from '../numerics/student.ts';

/** Mean, standard deviation (divisor n - 1) and size of a sample. */
export interface Sample {
  readonly mean: number;
  readonly sd: number;
  readonly count: number;
}

/**
 * Chance that two independent samples of the same have means as far apart, two-sided, by Welch's t with the degrees of
 * freedom of Satterthwaite, rounded down (Welch 1947, Biometrika 34, 28-35). Of samples on the same draws the true
 * chance is smaller: what differs here differs all the more there.
 * @returns NaN when a sample has no spread to judge by
 */
export function welchProbability(first: Sample, second: Sample): number {
  const a = (first.sd * first.sd) / first.count;
  const b = (second.sd * second.sd) / second.count;
  if (Number.isNaN(a + b)) return NaN;
  const distance = Math.abs(first.mean - second.mean);
  if (a + b === 0) return distance === 0 ? 1 : 0;
  const degrees =
    ((a + b) * (a + b)) / ((a * a) / (first.count - 1) + (b * b) / (second.count - 1));
  return outside(distance / Math.sqrt(a + b), degrees);
}

/**
 * The same for two outcomes in the same replications on the same draws, by the t of their differences.
 * @returns NaN below two replications
 */
export function pairedProbability(first: Float64Array, second: Float64Array): number {
  const count = first.length;
  if (count < 2) return NaN;
  const differences = first.map((value, index) => second[index] - value);
  const mean = sum(differences) / count;
  const variance = sum(differences.map((value) => (value - mean) * (value - mean))) / (count - 1);
  if (variance === 0) return mean === 0 ? 1 : 0;
  return outside(Math.abs(mean) / Math.sqrt(variance / count), count - 1);
}

/** Beyond so many the distribution is normal for any purpose here. */
const mostDegrees = 10_000;

function outside(t: number, degrees: number): number {
  return Math.max(
    0,
    1 - centralProbability(t, Math.min(mostDegrees, Math.max(1, Math.floor(degrees)))),
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
