// Builds the routes of a cell: the cheapest through each named corridor, then loopless paths by cost.

import type { Behaviour } from '../model/scenario.ts';
import { type CostedPath, comparePaths, looplessPaths } from './loopless-paths.ts';
import { costsThrough } from './path-bounds.ts';
import { cheapestPath, type PathSearch, pathCost, type Waypoint } from './path-search.ts';
import type { Tree } from './shortest-trees.ts';
import type { FindViaPaths } from './via-paths.ts';

/** A corridor's alternatives as waypoints. */
export interface CorridorSignature {
  readonly alternatives: readonly (readonly Waypoint[])[];
}

/** A route of a cell. */
export interface Route extends CostedPath {
  /** Index of its corridor; the number of corridors when it matches none (`other`). */
  readonly corridor: number;
  /** Set where cargo that turned back starts: it is loaded already and passes no post at its first node. */
  readonly underWay?: true | undefined;
}

/** Paths examined beyond the accepted ones before the filling stops. */
const triesPerRoute = 8;

/** The search for the routes of the cells with one destination, over one set of usable links. */
export interface CellSearch {
  readonly search: PathSearch;
  /** Tree from the origin of the cell. */
  readonly forward: Tree;
  readonly findViaPaths: FindViaPaths;
}

/**
 * The routes of one cell, in order of corridor, then cost. `searches` are over the same destination and
 * costs: one with the links open on the first day, one with all. Both are needed: a planned railway may be so
 * much cheaper than today's roads that these would fall outside the detour limit and never be in the set.
 */
export function buildChoiceSet(
  searches: readonly CellSearch[],
  origin: number,
  signatures: readonly CorridorSignature[],
  behaviour: Behaviour,
): Route[] {
  const accepted: CostedPath[] = [];
  for (const search of searches) addRoutesOf(search, origin, signatures, behaviour, accepted);
  const { network } = searches[0].search;
  return accepted
    .map(({ arcs, cost }) => ({ arcs, cost, corridor: corridorOf(network, arcs, signatures) }))
    .sort((a, b) => a.corridor - b.corridor || comparePaths(a, b));
}

function addRoutesOf(
  cell: CellSearch,
  origin: number,
  signatures: readonly CorridorSignature[],
  behaviour: Behaviour,
  accepted: CostedPath[],
): void {
  const { search, forward } = cell;
  const cheapest = cheapestCost(cell, origin, behaviour);
  if (cheapest === Infinity) return;
  const limit = behaviour.detourLimit * cheapest;
  const throughCosts = costsThrough(search, origin, forward);
  signatures.forEach((signature, corridor) => {
    const ofCorridor = signature.alternatives
      .filter((waypoints) => waypoints.every((waypoint) => throughCosts(waypoint) <= limit))
      .map((waypoints) => cheapestThrough(search, origin, waypoints, limit))
      .filter(
        (path) =>
          path !== undefined && corridorOf(search.network, path.arcs, signatures) === corridor,
      )
      .toSorted((a, b) => comparePaths(a!, b!));
    const kept: CostedPath[] = [];
    for (const path of ofCorridor) {
      if (!overlapsTooMuch(search, path!, kept, behaviour)) kept.push(path!);
    }
    for (const path of kept) if (!holds(accepted, path)) accepted.push(path);
  });
  if (behaviour.choiceSets === 'via-node') addViaPaths(cell, origin, limit, accepted);
  else fillUp(search, origin, behaviour, limit, accepted);
}

/**
 * Cost of the cheapest path of a cell, Infinity = there is none, USD/t. With via-nodes it is read from the tree, whose
 * path may visit a node twice where a detour is cheaper than a transfer.
 */
function cheapestCost(
  { search, forward }: CellSearch,
  origin: number,
  { choiceSets }: Behaviour,
): number {
  const { network, costs, destination } = search;
  if (choiceSets === 'k-shortest') {
    const arcs = cheapestPath(search, anyPath(origin, Infinity));
    return arcs ? pathCost(network, costs, arcs) : Infinity;
  }
  return Math.min(
    Infinity,
    ...network.arcsIn[destination].map((arc) => forward.cost[arc] + costs.end[arc]),
  );
}

function addViaPaths(
  { search, forward, findViaPaths }: CellSearch,
  origin: number,
  limit: number,
  accepted: CostedPath[],
): void {
  const known = accepted.map((path) => path.arcs);
  findViaPaths(origin, forward, search.backward, limit, known, (arcs) => {
    accepted.push({ arcs, cost: pathCost(search.network, search.costs, arcs) });
  });
}

/** Whether a path is in the set. */
function holds(accepted: readonly CostedPath[], { arcs }: CostedPath): boolean {
  return accepted.some(
    (path) =>
      path.arcs.length === arcs.length && path.arcs.every((arc, place) => arc === arcs[place]),
  );
}

/** Adds loopless paths by cost until there is no room or too many had to be passed over. */
function fillUp(
  search: PathSearch,
  origin: number,
  behaviour: Behaviour,
  limit: number,
  accepted: CostedPath[],
): void {
  let room = behaviour.maximumRoutes;
  let tries = triesPerRoute * behaviour.maximumRoutes;
  if (room === 0) return;
  for (const path of looplessPaths(search, origin, limit)) {
    if (!holds(accepted, path) && !overlapsTooMuch(search, path, accepted, behaviour)) {
      accepted.push(path);
      room -= 1;
    }
    tries -= 1;
    if (room === 0 || tries === 0) return;
  }
}

function anyPath(origin: number, limit: number) {
  return { origin, prefix: [], bannedNext: new Set<number>(), waypoints: [], limit };
}

/** The cheaper of the paths that pass the waypoints forwards and backwards. */
function cheapestThrough(
  search: PathSearch,
  origin: number,
  waypoints: readonly Waypoint[],
  limit: number,
): CostedPath | undefined {
  let best: CostedPath | undefined;
  const orders = waypoints.length > 1 ? [waypoints, waypoints.toReversed()] : [waypoints];
  for (const order of orders) {
    const arcs = cheapestPath(search, { ...anyPath(origin, limit), waypoints: order });
    if (!arcs) continue;
    const path = { arcs, cost: pathCost(search.network, search.costs, arcs) };
    if (!best || comparePaths(path, best) < 0) best = path;
  }
  return best;
}

/** Whether the path shares more than the allowed part of its arcs' cost with one of those accepted. */
function overlapsTooMuch(
  search: PathSearch,
  path: CostedPath,
  accepted: Iterable<CostedPath>,
  behaviour: Behaviour,
): boolean {
  const arcCost = (arcs: readonly number[]) =>
    arcs.reduce((sum, arc) => sum + search.costs.arc[arc], 0);
  const allowed = behaviour.overlapLimit * arcCost(path.arcs);
  for (const other of accepted) {
    const shared = new Set(other.arcs);
    if (arcCost(path.arcs.filter((arc) => shared.has(arc))) > allowed) return true;
  }
  return false;
}

/** The first corridor with an alternative that the path contains whole, in order, either way round. */
function corridorOf(
  network: PathSearch['network'],
  arcs: readonly number[],
  signatures: readonly CorridorSignature[],
): number {
  if (signatures.length === 0) return 0;
  const nodes = [network.from[arcs[0]], ...arcs.map((arc) => network.to[arc])];
  const links = arcs.map((arc) => arc >> 1);
  const found = signatures.findIndex(({ alternatives }) =>
    alternatives.some((waypoints) => {
      const positions = waypoints.map((waypoint) =>
        'node' in waypoint
          ? 2 * nodes.indexOf(waypoint.node)
          : 2 * links.indexOf(waypoint.link) + 1,
      );
      if (positions.some((position) => position < 0)) return false;
      return isSorted(positions) || isSorted(positions.toReversed());
    }),
  );
  return found < 0 ? signatures.length : found;
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || numbers[index - 1] <= number);
}
