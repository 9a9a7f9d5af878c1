// Shares of a nested logit choice, numerically stable, over rows grouped into nests.

import { exp, log } from './elementary.ts';

/**
 * Probabilities of the alternatives of one chooser: a logit within each nest, a logit between nests, and one
 * outside option at the top.
 *
 * P(k) = P(n) P(k|n), P(k|n) = e^{U_k} / Σ_{j in n} e^{U_j}, P(n) ∝ e^{V_n} with V_n = scaleRatio · ln Σ_{j in n} e^{U_j}.
 * Source: McFadden (1978), Train (2009) ch. 4; docs/model.md, eqs. 7-9.
 *
 * @param utility        theta-scaled utility -θ C + ln PS; -Infinity = unavailable [alternatives, from `shift`]
 * @param nestStart      first alternative of each nest, without the shift [nests + 1]
 * @param firstNest      nests of this chooser: firstNest … endNest - 1
 * @param shift          added to the indices of nestStart to index utility and probability
 * @param scaleRatio     μ/θ, in (0, 1]
 * @param outsideUtility utility of the outside option at the top level, -Infinity = there is none
 * @param nestUtility    out: V_n, -Infinity for a nest without alternatives [nests]
 * @param probability    out: 0-1 [alternatives, from `shift`]
 * @returns probability of the outside option; 1 when no alternative is available
 */
export function nestedLogit(
  utility: Float64Array,
  nestStart: Int32Array,
  firstNest: number,
  endNest: number,
  shift: number,
  scaleRatio: number,
  outsideUtility: number,
  nestUtility: Float64Array,
  probability: Float64Array,
): number {
  // within each nest
  let greatest = -Infinity;
  for (let nest = firstNest; nest < endNest; nest++) {
    const first = nestStart[nest] + shift;
    const end = nestStart[nest + 1] + shift;
    nestUtility[nest] = scaleRatio * shareWithin(utility, first, end, probability);
    if (nestUtility[nest] > greatest) greatest = nestUtility[nest];
  }
  if (greatest === -Infinity) return 1;
  // between nests and the outside option
  if (outsideUtility > greatest) greatest = outsideUtility;
  const outsideWeight = exp(outsideUtility - greatest);
  let total = outsideWeight;
  for (let nest = firstNest; nest < endNest; nest++) {
    const weight = exp(nestUtility[nest] - greatest);
    const end = nestStart[nest + 1] + shift;
    for (let row = nestStart[nest] + shift; row < end; row++) probability[row] *= weight;
    total += weight;
  }
  const lastRow = nestStart[endNest] + shift;
  for (let row = nestStart[firstNest] + shift; row < lastRow; row++) probability[row] /= total;
  return outsideWeight / total;
}

/** Shares within one nest into `probability`; gives ln Σ e^U, -Infinity for a nest without alternatives. */
function shareWithin(
  utility: Float64Array,
  first: number,
  end: number,
  probability: Float64Array,
): number {
  let best = -Infinity;
  for (let row = first; row < end; row++) if (utility[row] > best) best = utility[row];
  if (end - first === 1 || best === -Infinity) {
    probability.fill(best === -Infinity ? 0 : 1, first, end);
    return best;
  }
  let sum = 0;
  for (let row = first; row < end; row++) {
    probability[row] = exp(utility[row] - best);
    sum += probability[row];
  }
  for (let row = first; row < end; row++) probability[row] /= sum;
  return best + log(sum);
}

/** ln Σ e^{V_n} over the nests firstNest … endNest - 1; -Infinity when none is available. */
export function logSum(nestUtility: Float64Array, firstNest: number, endNest: number): number {
  let greatest = -Infinity;
  for (let nest = firstNest; nest < endNest; nest++) {
    if (nestUtility[nest] > greatest) greatest = nestUtility[nest];
  }
  if (greatest === -Infinity) return -Infinity;
  let sum = 0;
  for (let nest = firstNest; nest < endNest; nest++) sum += exp(nestUtility[nest] - greatest);
  return greatest + log(sum);
}
