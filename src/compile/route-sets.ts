// Builds the choice sets of all cells, in parts that can be made apart and joined in any order.

import type { Commodity } from '../model/demand.ts';
import type { Corridor, Network } from '../model/network.ts';
import type { Behaviour, Scenario } from '../model/scenario.ts';
import { type ArcNetwork, buildArcNetwork } from './arc-network.ts';
import {
  buildChoiceSet,
  type CellSearch,
  type CorridorSignature,
  type Route,
} from './choice-set.ts';
import { arcCosts } from './path-bounds.ts';
import { type PathSearch, preparePathSearch } from './path-search.ts';
import { forwardTree, searchGraph, type Tree } from './shortest-trees.ts';
import { type FindViaPaths, viaPathFinder } from './via-paths.ts';

/** All that the routes of a study depend on. */
export interface RouteTask {
  readonly network: Network;
  readonly commodities: readonly Commodity[];
  readonly behaviour: Behaviour;
  /** Index of the origin and destination in `nodes`, and of the commodity [cells]. */
  readonly cellOrigin: Int32Array;
  readonly cellDestination: Int32Array;
  readonly cellCommodity: Int32Array;
}

/** The routes of cells as arrays. */
export interface RouteSets {
  /** First route of each cell [cells + 1]; by corridor, then cost. */
  readonly cellRouteStart: Int32Array;
  /** First arc of each route [routes + 1], and the arcs in order of travel. */
  readonly routeArcStart: Int32Array;
  readonly routeArcs: Int32Array;
  /** Free cost, USD/t, and corridor [routes]. */
  readonly routeCost: Float64Array;
  readonly routeCorridor: Int32Array;
}

/** What the routes of a baseline depend on. */
export function routeTask({ network, commodities, behaviour, flows }: Scenario): RouteTask {
  const nodes = new Map(network.nodes.map(({ id }, index) => [id, index]));
  const goods = new Map(commodities.map(({ id }, index) => [id, index]));
  return {
    network,
    commodities,
    behaviour,
    cellOrigin: Int32Array.from(flows, ({ origin }) => nodes.get(origin)!),
    cellDestination: Int32Array.from(flows, ({ destination }) => nodes.get(destination)!),
    cellCommodity: Int32Array.from(flows, ({ commodity }) => goods.get(commodity)!),
  };
}

/** The routes of all cells. */
export function buildRouteSets(task: RouteTask): RouteSets {
  const parts = partsOf(task, 1);
  return joinParts(
    task,
    parts,
    parts.map((cells) => buildPart(task, cells)),
  );
}

/** Most destinations of a part: their trees are in memory together. */
const mostDestinations = 128;
/** Origins whose trees are at hand together: few enough to stay in the processor's cache. */
const treesAtHand = 8;

/**
 * Parts whose cells share trees: the cells of one commodity to some of the destinations, by blocks of origins, then
 * destination. How the cells are parted changes no route.
 * @param atLeast parts wanted for each commodity, if there are so many destinations
 * @returns the cells of each part
 */
export function partsOf(
  { cellOrigin, cellDestination, cellCommodity }: RouteTask,
  atLeast: number,
): Int32Array[] {
  const cells = [...cellOrigin.keys()].sort(
    (a, b) =>
      cellCommodity[a] - cellCommodity[b] || cellDestination[a] - cellDestination[b] || a - b,
  );
  const parts: Int32Array[] = [];
  for (const ofCommodity of runsOf(cells, (cell) => cellCommodity[cell])) {
    const byDestination = runsOf(ofCommodity, (cell) => cellDestination[cell]);
    const count = Math.max(atLeast, Math.ceil(byDestination.length / mostDestinations));
    const size = Math.max(1, Math.ceil(byDestination.length / count));
    for (let first = 0; first < byDestination.length; first += size)
      parts.push(inBlocks(byDestination.slice(first, first + size).flat(), cellOrigin));
  }
  return parts;
}

/** Cells that stand by destination, block of origins by block. */
function inBlocks(cells: readonly number[], cellOrigin: Int32Array): Int32Array {
  const origins = [...new Set(cells.map((cell) => cellOrigin[cell]))].sort((a, b) => a - b);
  const block = new Map(origins.map((origin, rank) => [origin, Math.floor(rank / treesAtHand)]));
  const blockOf = (cell: number) => block.get(cellOrigin[cell])!;
  return Int32Array.from(cells.toSorted((a, b) => blockOf(a) - blockOf(b)));
}

/** Neighbours with the same key together. */
function runsOf(items: readonly number[], key: (item: number) => number): number[][] {
  const runs: number[][] = [];
  items.forEach((item, index) => {
    if (index === 0 || key(item) !== key(items[index - 1])) runs.push([]);
    runs[runs.length - 1].push(item);
  });
  return runs;
}

/** The routes of the cells of one part, in their order there. */
export function buildPart(task: RouteTask, cells: Int32Array): RouteSets {
  const network = buildArcNetwork(task.network);
  const signatures = task.network.corridors.map((corridor) => signatureOf(network, corridor));
  const searchesOf = cellSearches(task, network, task.cellCommodity[cells[0]]);
  const store = createStore();
  for (const cell of cells) {
    const origin = task.cellOrigin[cell];
    const searches = searchesOf(origin, task.cellDestination[cell]);
    store.addCell(buildChoiceSet(searches, origin, signatures, task.behaviour));
  }
  return store.sets();
}

/** Gives the searches over today's links and, where not all are open, over all links; trees are made once. */
function cellSearches(task: RouteTask, network: ArcNetwork, commodity: number) {
  const costs = arcCosts(network, task.commodities[commodity]);
  const makers = usableSets(network).map((usable) => {
    const graph = searchGraph(network, costs, usable);
    const findViaPaths: FindViaPaths = viaPathFinder(graph, task.behaviour);
    const searches = new Map<number, PathSearch>();
    const forwardTrees = new Map<number, Tree>();
    return (origin: number, destination: number): CellSearch => {
      if (forwardTrees.size >= treesAtHand && !forwardTrees.has(origin)) forwardTrees.clear();
      const forward = forwardTrees.get(origin) ?? forwardTree(graph, origin);
      forwardTrees.set(origin, forward);
      const search = searches.get(destination) ?? preparePathSearch(graph, destination);
      searches.set(destination, search);
      return { search, forward, findViaPaths };
    };
  });
  return (origin: number, destination: number) => makers.map((make) => make(origin, destination));
}

/** Usable links [links]: those open on the first day and, where that is not all, all of them. */
export function usableSets({ links }: ArcNetwork): Uint8Array[] {
  const existing = Uint8Array.from(links, ({ status }) => (status === 'existing' ? 1 : 0));
  return existing.includes(0) ? [existing, existing.map(() => 1)] : [existing];
}

/** A corridor's alternatives by index. */
export function signatureOf(network: ArcNetwork, corridor: Corridor): CorridorSignature {
  return {
    alternatives: corridor.alternatives.map((alternative) =>
      alternative.map((id) => {
        const node = network.nodeIndex.get(id);
        return node === undefined ? { link: network.linkIndex.get(id)! } : { node };
      }),
    ),
  };
}

/** Collects routes in arrays that grow. */
function createStore() {
  const cellRouteStart = [0];
  const routeArcStart = [0];
  const routeCost: number[] = [];
  const routeCorridor: number[] = [];
  let arcs = new Int32Array(1024);
  return {
    addCell(routes: readonly Route[]): void {
      for (const route of routes) {
        const start = routeArcStart[routeArcStart.length - 1];
        const end = start + route.arcs.length;
        if (end > arcs.length) {
          const larger = new Int32Array(2 * end);
          larger.set(arcs);
          arcs = larger;
        }
        arcs.set(route.arcs, start);
        routeArcStart.push(end);
        routeCost.push(route.cost);
        routeCorridor.push(route.corridor);
      }
      cellRouteStart.push(routeCost.length);
    },
    sets: (): RouteSets => ({
      cellRouteStart: Int32Array.from(cellRouteStart),
      routeArcStart: Int32Array.from(routeArcStart),
      routeArcs: arcs.slice(0, routeArcStart[routeArcStart.length - 1]),
      routeCost: Float64Array.from(routeCost),
      routeCorridor: Int32Array.from(routeCorridor),
    }),
  };
}

/** Puts the parts together in the order of the cells. */
export function joinParts(
  { cellOrigin }: RouteTask,
  parts: readonly Int32Array[],
  built: readonly RouteSets[],
): RouteSets {
  const cellCount = cellOrigin.length;
  const partOf = new Int32Array(cellCount);
  const placeOf = new Int32Array(cellCount);
  parts.forEach((cells, part) => {
    cells.forEach((cell, place) => {
      partOf[cell] = part;
      placeOf[cell] = place;
    });
  });
  const total = (of: (sets: RouteSets) => ArrayLike<number>) =>
    built.reduce((sum, sets) => sum + of(sets).length, 0);
  const routeCount = total((sets) => sets.routeCost);
  const joined = {
    cellRouteStart: new Int32Array(cellCount + 1),
    routeArcStart: new Int32Array(routeCount + 1),
    routeArcs: new Int32Array(total((sets) => sets.routeArcs)),
    routeCost: new Float64Array(routeCount),
    routeCorridor: new Int32Array(routeCount),
  };
  let route = 0;
  let arc = 0;
  for (let cell = 0; cell < cellCount; cell++) {
    const sets = built[partOf[cell]];
    const first = sets.cellRouteStart[placeOf[cell]];
    const end = sets.cellRouteStart[placeOf[cell] + 1];
    joined.routeCost.set(sets.routeCost.subarray(first, end), route);
    joined.routeCorridor.set(sets.routeCorridor.subarray(first, end), route);
    const firstArc = sets.routeArcStart[first];
    for (let each = first; each < end; each++)
      joined.routeArcStart[++route] = arc + sets.routeArcStart[each + 1] - firstArc;
    joined.routeArcs.set(sets.routeArcs.subarray(firstArc, sets.routeArcStart[end]), arc);
    arc = joined.routeArcStart[route];
    joined.cellRouteStart[cell + 1] = route;
  }
  return joined;
}

/** The routes of each cell as lists. */
export function listRoutes(sets: RouteSets): Route[][] {
  const { cellRouteStart, routeArcStart, routeArcs, routeCost, routeCorridor } = sets;
  return Array.from({ length: cellRouteStart.length - 1 }, (_, cell) =>
    Array.from({ length: cellRouteStart[cell + 1] - cellRouteStart[cell] }, (_none, index) => {
      const route = cellRouteStart[cell] + index;
      return {
        arcs: [...routeArcs.subarray(routeArcStart[route], routeArcStart[route + 1])],
        cost: routeCost[route],
        corridor: routeCorridor[route],
      };
    }),
  );
}
