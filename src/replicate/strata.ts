// The probability that each input has in each replication, with the rank correlations that are asked for.

import type { Sampling } from '../model/uncertainty.ts';
import { correlationFactor, dot, orthonormalColumns } from '../numerics/correlation.ts';
import { normalProbability, normalQuantile } from '../numerics/normal.ts';
import { stream } from '../numerics/random.ts';

/** Which part of an input's distribution each replication draws from, 0-1 [replications]. */
export type Probabilities = (name: string) => Float64Array;

/** Prepares the probabilities of all inputs of a seed; those of an input depend on its name and its correlations alone. */
export function probabilities(
  seed: string,
  replications: number,
  sampling: Sampling,
): Probabilities {
  const draw = sampling.method === 'monte-carlo' ? monteCarlo : latinHypercube;
  return draw(seed, replications, sampling);
}

function latinHypercube(seed: string, replications: number, sampling: Sampling): Probabilities {
  const reordered = correlatedStrata(seed, replications, sampling);
  return (name) => {
    const strata = reordered.get(name) ?? permutedStrata(seed, name, replications);
    return Float64Array.from(
      strata,
      (stratum, replication) => (stratum + stream(seed, name, replication)()) / replications,
    );
  };
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

/**
 * The strata of the correlated inputs: those of each are put in the order of a normal score, which is made of its own
 * and of the scores of the inputs before it. An input that has no correlation with earlier ones keeps its order.
 * Source: Iman and Conover (1982), Communications in Statistics B 11, 311-334.
 */
function correlatedStrata(
  seed: string,
  replications: number,
  sampling: Sampling,
): Map<string, Int32Array> {
  const { names, factor } = factorOf(sampling);
  const strata = names.map((name) => permutedStrata(seed, name, replications));
  const scores = strata.map((column) =>
    Float64Array.from(column, (stratum) => normalQuantile((stratum + 0.5) / replications)),
  );
  const columns = orthonormalColumns(scores);
  return new Map(
    names.map((name, row) => {
      if (isAlone(factor[row])) return [name, strata[row]];
      const mixed = Float64Array.from(strata[row], (_, replication) =>
        factor[row].reduce((sum, weight, other) => sum + weight * columns[other][replication], 0),
      );
      return [name, ranksOf(mixed)];
    }),
  );
}

/** The place of each value in the order of size, from 0; of equal values the first comes first. */
function ranksOf(values: Float64Array): Int32Array {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const ranks = new Int32Array(values.length);
  order.forEach((replication, rank) => {
    ranks[replication] = rank;
  });
  return ranks;
}

/** Plain draws; correlated by a Gaussian copula, so that no replication depends on how many there are. */
function monteCarlo(seed: string, replications: number, sampling: Sampling): Probabilities {
  const { names, factor } = factorOf(sampling);
  const rowOf = new Map(names.map((name, row) => [name, row]));
  // A draw of 0 has no finite score.
  const uniform = (name: string, replication: number) =>
    stream(seed, name, replication)() || Number.MIN_VALUE;
  return (name) => {
    const weights = factor[rowOf.get(name) ?? -1] ?? [1];
    return Float64Array.from({ length: replications }, (_, replication) => {
      if (isAlone(weights)) return uniform(name, replication);
      const scores = weights.map((_, other) => normalQuantile(uniform(names[other], replication)));
      return normalProbability(dot(weights, scores, weights.length));
    });
  };
}

function isAlone(weights: readonly number[]): boolean {
  return weights.slice(0, -1).every((weight) => weight === 0);
}

/** The names of all correlated inputs, and the Cholesky factor of the correlation of their normal scores. */
function factorOf({ correlatedInputs, correlations }: Sampling) {
  const factor = correlationFactor(correlatedInputs, correlations);
  if (!factor) throw new Error('the correlations of the inputs contradict each other');
  return { names: correlatedInputs, factor };
}
