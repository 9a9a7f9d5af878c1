// Draws of the uncertain inputs for all replications, by Latin hypercube sampling.

import type { Distribution, UncertainInput } from '../model/uncertainty.ts';
import { triangularQuantile, uniformQuantile } from '../numerics/distributions.ts';
import { stream } from '../numerics/random.ts';

/**
 * Draws of all inputs, in the unit of their field [replications * inputs], replication first.
 * Each input has one value in each of `replications` strata of equal probability. The streams are keyed by
 * the input's name: inputs of that name in other scenarios share the draw, and other inputs do not matter.
 */
export function drawInputs(
  inputs: readonly UncertainInput[],
  seed: string,
  replications: number,
): Float64Array {
  const draws = new Float64Array(replications * inputs.length);
  inputs.forEach(({ name, distribution }, input) => {
    const strata = permutedStrata(seed, name, replications);
    for (let replication = 0; replication < replications; replication++) {
      const withinStratum = stream(seed, name, replication)();
      const probability = (strata[replication] + withinStratum) / replications;
      draws[replication * inputs.length + input] = quantileOf(distribution, probability);
    }
  });
  return draws;
}

/** The numbers 0 … count - 1 in an order of their own for each input (Fisher and Yates's shuffle). */
function permutedStrata(seed: string, name: string, count: number): Int32Array {
  const next = stream(seed, name, 'strata');
  const strata = Int32Array.from({ length: count }, (_, stratum) => stratum);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    const stratum = strata[last];
    strata[last] = strata[other];
    strata[other] = stratum;
  }
  return strata;
}

/** Quantile of a distribution; probability 0-1. */
export function quantileOf(distribution: Distribution, probability: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return uniformQuantile(distribution.low, distribution.high, probability);
    case 'triangular':
      return triangularQuantile(
        distribution.low,
        distribution.mode,
        distribution.high,
        probability,
      );
  }
}
