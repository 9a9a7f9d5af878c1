// Shortest-path trees over arcs and turns: one forwards from an origin, one backwards from a destination.

import FlatQueue from 'flatqueue';
import type { ArcNetwork } from './arc-network.ts';
import type { ArcCosts } from './path-bounds.ts';

/** The arcs that may be used, each with its successors and predecessors; -1 and Infinity mean none. */
export interface SearchGraph {
  readonly network: ArcNetwork;
  readonly costs: ArcCosts;
  /** Link can be used [links]. */
  readonly usable: Uint8Array;
  /** First move out of each arc [arcs + 1], the arc it leads to, and what the turn costs, USD/t. */
  readonly nextStart: Int32Array;
  readonly nextArc: Int32Array;
  readonly nextTurnCost: Float64Array;
  /** The same the other way: the moves into each arc, and the arc they come from. */
  readonly previousStart: Int32Array;
  readonly previousArc: Int32Array;
  readonly previousTurnCost: Float64Array;
}

/** Least costs to or from every arc, and the neighbour through which they come about. */
export interface Tree {
  /** Forwards: from the origin to the end of the arc; backwards: from its end to the destination, USD/t [arcs]. */
  readonly cost: Float64Array;
  /** Forwards: the arc before; backwards: the arc after; -1 = the tree's root lies there, or no way [arcs]. */
  readonly neighbour: Int32Array;
}

/** Lays out the moves between usable arcs. */
export function searchGraph(network: ArcNetwork, costs: ArcCosts, usable: Uint8Array): SearchGraph {
  const arcCount = network.to.length;
  const nextStart = new Int32Array(arcCount + 1);
  const previousStart = new Int32Array(arcCount + 1);
  eachMove(network, usable, (arc, next) => {
    nextStart[arc + 1] += 1;
    previousStart[next + 1] += 1;
  });
  for (let arc = 0; arc < arcCount; arc++) {
    nextStart[arc + 1] += nextStart[arc];
    previousStart[arc + 1] += previousStart[arc];
  }
  const moves = nextStart[arcCount];
  const graph = {
    network,
    costs,
    usable,
    nextStart,
    nextArc: new Int32Array(moves),
    nextTurnCost: new Float64Array(moves),
    previousStart,
    previousArc: new Int32Array(moves),
    previousTurnCost: new Float64Array(moves),
  };
  const nextPlace = nextStart.slice();
  const previousPlace = previousStart.slice();
  eachMove(network, usable, (arc, next, turn) => {
    graph.nextArc[nextPlace[arc]] = next;
    graph.nextTurnCost[nextPlace[arc]++] = costs.turn[turn];
    graph.previousArc[previousPlace[next]] = arc;
    graph.previousTurnCost[previousPlace[next]++] = costs.turn[turn];
  });
  return graph;
}

/** Calls back for every turn between usable arcs, in order. */
function eachMove(
  network: ArcNetwork,
  usable: Uint8Array,
  visit: (arc: number, next: number, turn: number) => void,
): void {
  for (let arc = 0; arc < network.to.length; arc++) {
    if (usable[arc >> 1] === 0) continue;
    for (let turn = network.turnStart[arc]; turn < network.turnStart[arc + 1]; turn++) {
      const next = network.turnArc[turn];
      if (usable[next >> 1] === 1) visit(arc, next, turn);
    }
  }
}

/** The tree of cheapest ways from a node to the end of every arc. Ties go to the smaller arc before. */
export function forwardTree(graph: SearchGraph, origin: number): Tree {
  const { network, costs, usable, nextStart, nextArc, nextTurnCost } = graph;
  const tree = emptyTree(network);
  const { cost, neighbour } = tree;
  const settled = new Uint8Array(cost.length);
  const queue = new FlatQueue<number>();
  for (const arc of network.arcsOut[origin]) {
    if (usable[arc >> 1] === 0) continue;
    cost[arc] = costs.start[arc] + costs.arc[arc];
    queue.push(arc, cost[arc]);
  }
  while (queue.length > 0) {
    const arc = queue.pop()!;
    if (settled[arc] === 1) continue;
    settled[arc] = 1;
    const reached = cost[arc];
    for (let at = nextStart[arc]; at < nextStart[arc + 1]; at++) {
      const next = nextArc[at];
      const way = reached + nextTurnCost[at] + costs.arc[next];
      if (way < cost[next]) {
        cost[next] = way;
        neighbour[next] = arc;
        queue.push(next, way);
      } else if (way === cost[next] && arc < neighbour[next] && settled[next] === 0) {
        neighbour[next] = arc;
      }
    }
  }
  return tree;
}

/** The tree of cheapest ways from the end of every arc to a node. Ties go to the smaller arc after. */
export function backwardTree(graph: SearchGraph, destination: number): Tree {
  const { network, costs, usable, previousStart, previousArc, previousTurnCost } = graph;
  const tree = emptyTree(network);
  const { cost, neighbour } = tree;
  const settled = new Uint8Array(cost.length);
  const queue = new FlatQueue<number>();
  for (const arc of network.arcsIn[destination]) {
    if (usable[arc >> 1] === 0) continue;
    cost[arc] = costs.end[arc];
    queue.push(arc, cost[arc]);
  }
  while (queue.length > 0) {
    const arc = queue.pop()!;
    if (settled[arc] === 1) continue;
    settled[arc] = 1;
    const remaining = cost[arc] + costs.arc[arc];
    for (let at = previousStart[arc]; at < previousStart[arc + 1]; at++) {
      const previous = previousArc[at];
      const way = remaining + previousTurnCost[at];
      if (way < cost[previous]) {
        cost[previous] = way;
        neighbour[previous] = arc;
        queue.push(previous, way);
      } else if (way === cost[previous] && arc < neighbour[previous] && settled[previous] === 0) {
        neighbour[previous] = arc;
      }
    }
  }
  return tree;
}

function emptyTree({ to }: ArcNetwork): Tree {
  return {
    cost: new Float64Array(to.length).fill(Infinity),
    neighbour: new Int32Array(to.length).fill(-1),
  };
}
