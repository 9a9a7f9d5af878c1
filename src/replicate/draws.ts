// Draws of the uncertain inputs for all replications.

import type { Sampling, UncertainInput } from '../model/uncertainty.ts';
import { quantileOf } from '../numerics/distributions.ts';
import { probabilities } from './strata.ts';

const independentStrata: Sampling = {
  method: 'latin-hypercube',
  correlatedInputs: [],
  correlations: [],
};

/**
 * Draws of all inputs, in the unit of their field [replications * inputs], replication first.
 * The streams are keyed by the input's name: inputs of that name in other scenarios share the draw, and other inputs
 * do not matter, but for those that come before it in the list of correlated inputs.
 */
export function drawInputs(
  inputs: readonly UncertainInput[],
  seed: string,
  replications: number,
  sampling: Sampling = independentStrata,
): Float64Array {
  const draws = new Float64Array(replications * inputs.length);
  const probabilitiesOf = probabilities(seed, replications, sampling);
  inputs.forEach(({ name, distribution }, input) => {
    probabilitiesOf(name).forEach((probability, replication) => {
      draws[replication * inputs.length + input] = quantileOf(distribution, probability);
    });
  });
  return draws;
}
