// Shares of a nested logit choice and path sizes, numerically stable, over rows grouped into nests.

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

/**
 * Logarithms of the path sizes of the available routes of one nest: PS_k = Σ_a (l_a / L_k) / N_a, where N_a counts
 * the available routes of the nest that use arc a. Routes without weight, and unavailable ones, get 0.
 * Source: Ben-Akiva and Bierlaire (1999); docs/model.md, eq. 5.
 *
 * @param routeArcStart  first arc of each route [routes + 1]
 * @param routeArcs      the arcs
 * @param routeArcWeight l_a [as routeArcs]
 * @param firstRoute     routes of the nest: firstRoute … endRoute - 1
 * @param shift          added to the route to index `available` and `logPathSize`
 * @param available      1 = available [alternatives]
 * @param logPathSize    out [alternatives]
 */
export function logPathSizes(
  routeArcStart: Int32Array,
  routeArcs: Int32Array,
  routeArcWeight: Float64Array,
  firstRoute: number,
  endRoute: number,
  shift: number,
  available: Uint8Array,
  logPathSize: Float64Array,
): void {
  for (let route = firstRoute; route < endRoute; route++) {
    let length = 0;
    let size = 0;
    for (let at = routeArcStart[route]; at < routeArcStart[route + 1]; at++) {
      let users = 0;
      for (let other = firstRoute; other < endRoute; other++) {
        if (available[other + shift] === 0) continue;
        for (let arc = routeArcStart[other]; arc < routeArcStart[other + 1]; arc++) {
          if (routeArcs[arc] === routeArcs[at]) users += 1;
        }
      }
      length += routeArcWeight[at];
      size += routeArcWeight[at] / Math.max(1, users);
    }
    logPathSize[route + shift] =
      length > 0 && available[route + shift] === 1 ? log(size / length) : 0;
  }
}
