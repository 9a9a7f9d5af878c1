// Corrections of a logit choice for routes that overlap: path size or commonality, one nest at a time.

import { log } from './elementary.ts';

/** Routes of a choice and the fixed weights of their arcs. */
interface WeightedRoutes {
  /** First arc of each route [routes + 1], the arcs, and their weights l_a [as routeArcs]. */
  readonly routeArcStart: Int32Array;
  readonly routeArcs: Int32Array;
  readonly routeArcWeight: Float64Array;
}

/**
 * What overlap adds to the utilities of the available routes firstRoute … endRoute - 1 of a nest.
 * @param shift     added to the route to index `available` and `correction`
 * @param available 1 = available [alternatives]
 * @param correction out; 0 for routes without weight and unavailable ones [alternatives]
 */
type OverlapCorrection = (
  routes: WeightedRoutes,
  firstRoute: number,
  endRoute: number,
  shift: number,
  available: Uint8Array,
  correction: Float64Array,
) => void;

/**
 * Logarithm of the path size: PS_k = Σ_a (l_a / L_k) / N_a, where N_a counts the available routes of the nest that use
 * arc a. Source: Ben-Akiva and Bierlaire (1999); docs/model.md, eq. 5.
 */
const logPathSizes: OverlapCorrection = (
  routes,
  firstRoute,
  endRoute,
  shift,
  available,
  correction,
) => {
  const { routeArcStart, routeArcs, routeArcWeight } = routes;
  const users = usersOfArcs(routes, firstRoute, endRoute, shift, available);
  for (let route = firstRoute; route < endRoute; route++) {
    let length = 0;
    let size = 0;
    for (let at = routeArcStart[route]; at < routeArcStart[route + 1]; at++) {
      length += routeArcWeight[at];
      size += routeArcWeight[at] / Math.max(1, users[routeArcs[at]]);
    }
    correction[route + shift] =
      length > 0 && available[route + shift] === 1 ? log(size / length) : 0;
  }
  for (let at = routeArcStart[firstRoute]; at < routeArcStart[endRoute]; at++)
    users[routeArcs[at]] = 0;
};

/** Scratch of `usersOfArcs`: zero between calls [arcs so far]. */
let scratch = new Int32Array(1024);

/** Counts the available routes that use each arc; who asks sets the entries of these arcs back to zero. */
function usersOfArcs(
  { routeArcStart, routeArcs }: WeightedRoutes,
  firstRoute: number,
  endRoute: number,
  shift: number,
  available: Uint8Array,
): Int32Array {
  for (let route = firstRoute; route < endRoute; route++) {
    if (available[route + shift] === 0) continue;
    for (let at = routeArcStart[route]; at < routeArcStart[route + 1]; at++) {
      const arc = routeArcs[at];
      if (arc >= scratch.length) scratch = enlarged(scratch, 2 * arc);
      scratch[arc] += 1;
    }
  }
  return scratch;
}

function enlarged(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

/**
 * Commonality of C-logit: -ln Σ_j L_kj / √(L_k L_j) over the available routes j of the nest, L_kj the weight of what k
 * and j share. Source: Cascetta, Nuzzolo, Russo and Vitetta (1996), with both parameters 1; docs/model.md, eq. 5b.
 */
const logCommonalities: OverlapCorrection = (
  routes,
  firstRoute,
  endRoute,
  shift,
  available,
  correction,
) => {
  for (let route = firstRoute; route < endRoute; route++) {
    const length = sharedWeight(routes, route, route);
    let sum = 0;
    for (let other = firstRoute; other < endRoute; other++) {
      const otherLength = sharedWeight(routes, other, other);
      if (available[other + shift] === 0 || otherLength === 0 || length === 0) continue;
      sum += sharedWeight(routes, route, other) / Math.sqrt(length * otherLength);
    }
    correction[route + shift] = sum > 0 && available[route + shift] === 1 ? -log(sum) : 0;
  }
};

/** The corrections by the names that a study gives them. */
export const overlapCorrections = {
  'path-size': logPathSizes,
  commonality: logCommonalities,
} as const;

/** Weight of the arcs of one route that another uses as well. */
function sharedWeight(routes: WeightedRoutes, route: number, other: number): number {
  const { routeArcStart, routeArcs, routeArcWeight } = routes;
  let weight = 0;
  for (let at = routeArcStart[route]; at < routeArcStart[route + 1]; at++) {
    if (usesArc(routes, other, routeArcs[at])) weight += routeArcWeight[at];
  }
  return weight;
}

function usesArc(
  { routeArcStart, routeArcs }: WeightedRoutes,
  route: number,
  arc: number,
): boolean {
  for (let at = routeArcStart[route]; at < routeArcStart[route + 1]; at++)
    if (routeArcs[at] === arc) return true;
  return false;
}
