// Probability distributions and their quantiles: the value below which a random quantity lies with a given probability.

import { betaQuantile } from './beta.ts';
import { exp, log } from './elementary.ts';
import { normalProbability, normalQuantile } from './normal.ts';

/**
 * A distribution; no value lies below `low` or above `high`.
 * - `uniform`: all values equally likely. `triangular`: the density is a triangle with its peak at `mode`.
 * - `pert`: the beta distribution on [low, high] with mean (low + 4 mode + high) / 6.
 * - `normal`, `lognormal`: with mean and standard deviation before the tails outside [low, high] are cut off;
 *   `low` may be -Infinity, `high` Infinity.
 * - `exponential`: the time to the next event of a Poisson process with this mean; `low` is 0, `high` Infinity.
 * - `discrete`: rising values, the nth with probability `probabilities[n]`; the probabilities add up to 1.
 */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'triangular' | 'pert';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  | {
      readonly kind: 'normal' | 'lognormal';
      readonly mean: number;
      readonly standardDeviation: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: 'exponential';
      readonly mean: number;
      readonly low: 0;
      readonly high: number;
    }
  | {
      readonly kind: 'discrete';
      readonly values: readonly number[];
      readonly probabilities: readonly number[];
      readonly low: number;
      readonly high: number;
    };

/** Quantile of a distribution; probability 0-1. */
export function quantileOf(distribution: Distribution, probability: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return uniformQuantile(distribution.low, distribution.high, probability);
    case 'triangular': {
      const { low, mode, high } = distribution;
      return triangularQuantile(low, mode, high, probability);
    }
    case 'pert': {
      const { low, mode, high } = distribution;
      return pertQuantile(low, mode, high, probability);
    }
    case 'normal': {
      const { mean, standardDeviation } = distribution;
      return truncatedNormal(distribution, mean, standardDeviation, probability);
    }
    case 'lognormal':
      return lognormalQuantile(distribution, probability);
    case 'exponential':
      return -distribution.mean * log(1 - probability);
    case 'discrete':
      return discreteQuantile(distribution.values, distribution.probabilities, probability);
  }
}

/** Quantile of the uniform distribution on [low, high]; probability 0-1. */
export function uniformQuantile(low: number, high: number, probability: number): number {
  return low + probability * (high - low);
}

/**
 * Quantile of the triangular distribution on [low, high] with its peak at `mode`; probability 0-1.
 * The value is `low` when low = high.
 */
export function triangularQuantile(
  low: number,
  mode: number,
  high: number,
  probability: number,
): number {
  const width = high - low;
  if (!(width > 0)) return low;
  const belowMode = (mode - low) / width;
  return probability < belowMode
    ? low + Math.sqrt(probability * width * (mode - low))
    : high - Math.sqrt((1 - probability) * width * (high - mode));
}

/**
 * Quantile of the PERT distribution: low + (high - low) X, X of the beta distribution with shapes
 * 1 + 4 (mode - low)/(high - low) and 1 + 4 (high - mode)/(high - low).
 * Source: Malcolm, Roseboom, Clark and Fazar (1959), Operations Research 7, 646-669.
 */
export function pertQuantile(low: number, mode: number, high: number, probability: number): number {
  const width = high - low;
  if (!(width > 0)) return low;
  const [a, b] = [1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width];
  return low + width * betaQuantile(probability, a, b);
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Quantile of a normal distribution of which nothing outside the limits is left. */
function truncatedNormal(
  { low, high }: Limits,
  mean: number,
  standardDeviation: number,
  probability: number,
): number {
  const [from, to] = [(low - mean) / standardDeviation, (high - mean) / standardDeviation];
  // In the upper half the small tails are those above, and only small numbers keep all their digits.
  const upper = from > 0;
  const [near, far] = upper
    ? [normalProbability(-from), normalProbability(-to)]
    : [normalProbability(from), normalProbability(to)];
  const score = normalQuantile(near + probability * (far - near));
  const value = mean + standardDeviation * (upper ? -score : score);
  return Math.min(high, Math.max(low, value));
}

/** With s² = ln(1 + sd²/mean²), ln X is normal with mean ln(mean) - s²/2 and standard deviation s. */
function lognormalQuantile(
  { mean, standardDeviation, low, high }: Extract<Distribution, { kind: 'normal' | 'lognormal' }>,
  probability: number,
): number {
  const variation = standardDeviation / mean;
  const variance = log(1 + variation * variation);
  const limits = { low: log(Math.max(0, low)), high: log(high) };
  const location = log(mean) - 0.5 * variance;
  const value = exp(truncatedNormal(limits, location, Math.sqrt(variance), probability));
  return Math.min(high, Math.max(low, value));
}

/** The first value at which the cumulated probability passes the given one. */
function discreteQuantile(
  values: readonly number[],
  probabilities: readonly number[],
  probability: number,
): number {
  let cumulated = 0;
  for (let index = 0; index < values.length; index++) {
    cumulated += probabilities[index];
    // A stratum that ends at a bound must not lose its draw to the last bit of the sum.
    if (probability < cumulated - 1e-12) return values[index];
  }
  return values[values.length - 1];
}
