// Fits corridor constants to observed tonnes by the damped contraction of Berry (1994), one constant for each observation.

import { log } from '../numerics/elementary.ts';
import { evaluate, type Subject } from './evaluate.ts';

export interface FitOptions {
  /** Multiplies the logit scales of all commodities; default 1. */
  readonly scaleFactor?: number;
  /** Largest miss of a fitted total that ends the search, as a share; default 0.002. */
  readonly tolerance?: number;
  /** Most evaluations; default 60. */
  readonly most?: number;
}

/** What came of a fit. */
export interface Fit {
  /** USD/t by corridor id. */
  readonly constants: ReadonlyMap<string, number>;
  /** Modelled tonnes a year of each observation, fitted and held back. */
  readonly modelled: Float64Array;
  readonly evaluations: number;
  readonly converged: boolean;
}

const damping = 0.8;
/** Response taken where cargo has next to no other way, per USD/t. */
const leastResponse = 0.001;
/** Longest move of a constant in one pass, USD/t: a corridor without cargo would otherwise leap. */
const longestMove = 25;

/**
 * A_k ← A_k + damping / ρ_k · ln(modelled / observed) until every fitted total is within the tolerance, with ρ_k the response
 * of the total to its own cost, which is μ where the cargo has many other ways. For the shares of one plain logit the undamped pass
 * with μ is exact (Berry 1994, RAND Journal of Economics 25, 242-262); captive cargo, nests and waits make it a search.
 */
export function fitConstants(subject: Subject, options: FitOptions = {}): Fit {
  const { scaleFactor = 1, tolerance = 0.002, most = 60 } = options;
  const fitted = fittedObservations(subject);
  let constants = currentConstants(subject);
  for (let evaluations = 1; ; evaluations++) {
    const { modelled, response } = evaluate(subject, constants, scaleFactor);
    const misses = fitted.map((index) =>
      log(modelled[index] / subject.observations[index].tonnesPerYear),
    );
    const converged = misses.every((miss) => Math.abs(miss) <= tolerance);
    if (converged || evaluations >= most) return { constants, modelled, evaluations, converged };
    constants = moved(subject, constants, misses, response);
  }
}

/** Indices of the observations to which constants are fitted. */
export function fittedObservations({ observations }: Subject): number[] {
  return observations.flatMap(({ fittedCorridor }, index) =>
    fittedCorridor === undefined ? [] : [index],
  );
}

/** The constants of the study of all corridors that are fitted, USD/t. */
export function currentConstants({ baseline, observations }: Subject): Map<string, number> {
  const fitted = new Set(observations.map(({ fittedCorridor }) => fittedCorridor));
  return new Map(
    baseline.network.corridors
      .filter(({ id }) => fitted.has(id))
      .map(({ id, constantPerTonne }) => [id, constantPerTonne]),
  );
}

function moved(
  subject: Subject,
  constants: ReadonlyMap<string, number>,
  misses: readonly number[],
  response: Float64Array,
): Map<string, number> {
  const next = new Map(constants);
  fittedObservations(subject).forEach((observation, index) => {
    const corridor = subject.observations[observation].fittedCorridor!;
    const move = (damping / Math.max(leastResponse, response[observation])) * misses[index];
    const bounded = Math.min(longestMove, Math.max(-longestMove, move));
    next.set(corridor, constants.get(corridor)! + bounded);
  });
  return next;
}
