// Finds the routes that an observation counts, and adds up their tonnes.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Network } from '../model/network.ts';
import type { Observation } from '../model/observation.ts';

/** The routes of a model that an observation counts, in ascending order. */
export function countedRoutes(
  { on }: Observation,
  model: CompiledModel,
  network: Network,
): Int32Array {
  const { routes, labels, counts } = model;
  const countryOf = new Map(network.nodes.map(({ id, country }) => [id, country]));
  const modeOf = new Map(network.links.map(({ id, mode }) => [id, mode]));
  const [nodes, links, corridors, modes] = [on.nodes, on.links, on.corridors, on.modes].map(
    (ids) => new Set<string>(ids),
  );
  const country = (id: string) => countryOf.get(id);
  const isTransit = (cell: number) =>
    on.transit === undefined ||
    ![labels.cellOrigins[cell], labels.cellDestinations[cell]].map(country).includes(on.transit);
  const inside = (arc: number) =>
    on.transit === undefined ||
    (country(labels.arcFrom[arc]) === on.transit && country(labels.arcTo[arc]) === on.transit);
  const isNamed = (arcs: readonly number[], route: number) =>
    corridors.has(labels.corridors[routes.groupCorridor[routes.routeGroup[route]]]) ||
    arcs.some(
      (arc) =>
        links.has(labels.links[arc >> 1]) ||
        nodes.has(labels.arcFrom[arc]) ||
        nodes.has(labels.arcTo[arc]),
    );
  const namesNothing = nodes.size + links.size + corridors.size === 0;
  return Int32Array.from(
    Array.from({ length: counts.routes }, (_, route) => route).filter((route) => {
      const arcs = [
        ...routes.routeArcs.subarray(routes.routeArcStart[route], routes.routeArcStart[route + 1]),
      ];
      const byMode =
        modes.size === 0 ||
        arcs.some((arc) => inside(arc) && modes.has(modeOf.get(labels.links[arc >> 1])!));
      const named = namesNothing ? arcs.some(inside) : isNamed(arcs, route);
      return named && byMode && isTransit(routes.routeCell[route]);
    }),
  );
}

/** Tonnes of the given routes. */
export function tonnesOf(routes: Int32Array, routeTonnes: Float64Array): number {
  let sum = 0;
  for (const route of routes) sum += routeTonnes[route];
  return sum;
}
