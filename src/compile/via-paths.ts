// Finds alternatives through one via-node each: paths of a tree from the origin and a tree to the destination.

import type { Behaviour } from '../model/scenario.ts';
import type { ArcNetwork } from './arc-network.ts';
import type { SearchGraph, Tree } from './shortest-trees.ts';

/** Paths examined for each place in the set before the search for more stops. */
const triesPerRoute = 16;

/** What makes a path acceptable, and how many are wanted. */
export type ViaRules = Pick<Behaviour, 'maximumRoutes' | 'overlapLimit'>;

/**
 * Finds paths between one pair of nodes. Hands on each accepted path, cheapest first.
 * @param forward  tree from the origin
 * @param backward tree to the destination
 * @param limit    most that a path may cost, USD/t; finite
 * @param known    arcs of routes that the set holds already; new ones may not be like them
 */
export type FindViaPaths = (
  origin: number,
  forward: Tree,
  backward: Tree,
  limit: number,
  known: readonly ArrayLike<number>[],
  accept: (arcs: readonly number[]) => void,
) => void;

/**
 * A finder for a graph; it keeps scratch memory for all pairs.
 *
 * The cheapest path through arc a follows the forward tree to a and the backward tree from there, and costs
 * forward(a) + backward(a). The cheapest path through a node is the cheapest through an arc into it. The paths through
 * two nodes are the same path exactly when their arcs lie on one plateau: a run of arcs on which each is the next one's
 * predecessor in the forward tree and its successor in the backward tree, so that only the first of them is taken. Paths
 * are examined in order of cost, then arc; kept is what visits no node twice and shares at most the allowed part of its
 * arcs' cost with each one kept.
 * Source: Abraham, Delling, Goldberg and Werneck (2013), Alternative routes in road networks, ACM Journal of Experimental
 * Algorithmics 18, 1.3.
 */
export function viaPathFinder(graph: SearchGraph, rules: ViaRules): FindViaPaths {
  const { network } = graph;
  const candidates = createCandidates(network);
  const path = createPath(graph);
  return (origin, forward, backward, limit, known, accept) => {
    candidates.fill(origin, forward, backward, limit);
    const kept = [...known];
    let room = rules.maximumRoutes;
    let tries = triesPerRoute * rules.maximumRoutes;
    while (room > 0 && tries > 0 && candidates.count() > 0) {
      tries -= 1;
      if (!path.follow(origin, candidates.take(), forward, backward)) continue;
      if (kept.some((arcs) => path.isLike(arcs, rules.overlapLimit))) continue;
      const arcs = path.arcs();
      accept(arcs);
      kept.push(arcs);
      room -= 1;
    }
  };
}

/** The paths through all nodes within the detour limit, each by one arc, taken in order of cost, then arc: a heap. */
function createCandidates({ to, nodes }: ArcNetwork) {
  const nodeArc = new Int32Array(nodes.length);
  const nodeCost = new Float64Array(nodes.length);
  const heapArc = new Int32Array(nodes.length);
  const heapCost = new Float64Array(nodes.length);
  let count = 0;
  /** Finds the cheapest arc into every node that the limit allows. */
  const passNodes = ({ cost: reached }: Tree, { cost: remaining }: Tree, limit: number): void => {
    nodeCost.fill(Infinity);
    nodeArc.fill(-1);
    for (let arc = 0; arc < to.length; arc++) {
      const cost = reached[arc] + remaining[arc];
      if (cost > limit) continue;
      const node = to[arc];
      if (cost < nodeCost[node]) {
        nodeCost[node] = cost;
        nodeArc[node] = arc;
      }
    }
  };
  const isBefore = (a: number, b: number) =>
    heapCost[a] < heapCost[b] || (heapCost[a] === heapCost[b] && heapArc[a] < heapArc[b]);
  const sink = (start: number) => {
    const arc = heapArc[start];
    const cost = heapCost[start];
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && isBefore(child + 1, child)) child += 1;
      if (heapCost[child] > cost || (heapCost[child] === cost && heapArc[child] > arc)) break;
      heapArc[at] = heapArc[child];
      heapCost[at] = heapCost[child];
      at = child;
    }
    heapArc[at] = arc;
    heapCost[at] = cost;
  };
  return {
    count: () => count,
    /** Within `limit`, USD/t, which is finite. */
    fill(origin: number, forward: Tree, backward: Tree, limit: number): void {
      passNodes(forward, backward, limit);
      const { neighbour: before } = forward;
      const { neighbour: after } = backward;
      count = 0;
      for (let node = 0; node < nodeCost.length; node++) {
        const arc = nodeArc[node];
        if (arc < 0 || node === origin) continue;
        const previous = before[arc];
        if (previous >= 0 && after[previous] === arc && nodeArc[to[previous]] === previous)
          continue;
        heapArc[count] = arc;
        heapCost[count++] = nodeCost[node];
      }
      for (let at = (count >> 1) - 1; at >= 0; at--) sink(at);
    },
    take(): number {
      const arc = heapArc[0];
      count -= 1;
      heapArc[0] = heapArc[count];
      heapCost[0] = heapCost[count];
      if (count > 0) sink(0);
      return arc;
    },
  };
}

/** The path through an arc along both trees, laid out in order of travel. */
function createPath({ network, costs }: SearchGraph) {
  const { to } = network;
  const walked = new Int32Array(network.nodes.length + 1);
  const nodeSeen = new Int32Array(network.nodes.length);
  const arcSeen = new Int32Array(to.length);
  let run = 0;
  let first = 0;
  let end = 0;
  let arcCost = 0;
  /** Adds up in order of travel and notes the arcs; false when a node is visited twice. */
  const note = (origin: number): boolean => {
    run += 1;
    arcCost = 0;
    nodeSeen[origin] = run;
    for (let at = first; at < end; at++) {
      const arc = walked[at];
      if (nodeSeen[to[arc]] === run) return false;
      nodeSeen[to[arc]] = run;
      arcSeen[arc] = run;
      arcCost += costs.arc[arc];
    }
    return true;
  };
  return {
    /** Makes it the path through an arc; false when it visits a node twice. */
    follow(origin: number, through: number, forward: Tree, backward: Tree): boolean {
      // A path without loops has fewer arcs than there are nodes; the arcs up to `through` are laid out from its
      // place backwards.
      let before = 0;
      for (let arc = through; arc >= 0; arc = forward.neighbour[arc]) before += 1;
      if (before > network.nodes.length) return false;
      first = 0;
      end = before;
      for (let arc = through; arc >= 0; arc = forward.neighbour[arc]) walked[--before] = arc;
      for (let arc = backward.neighbour[through]; arc >= 0; arc = backward.neighbour[arc]) {
        if (end === walked.length) return false;
        walked[end++] = arc;
      }
      return note(origin);
    },
    /** A copy of its arcs in order of travel. */
    arcs(): number[] {
      const arcs: number[] = [];
      for (let at = first; at < end; at++) arcs.push(walked[at]);
      return arcs;
    },
    /** Whether it is this path, or shares more than the allowed part of its arcs' cost with it. */
    isLike(others: ArrayLike<number>, overlapLimit: number): boolean {
      let shared = 0;
      let common = 0;
      for (let at = 0; at < others.length; at++) {
        if (arcSeen[others[at]] !== run) continue;
        shared += costs.arc[others[at]];
        common += 1;
      }
      return common === end - first || shared > overlapLimit * arcCost;
    },
  };
}
