// Finds the cheapest loopless path over arcs and turns, by A* with the exact remaining cost as its bound.

import FlatQueue from 'flatqueue';
import type { ArcNetwork } from './arc-network.ts';
import type { ArcCosts } from './path-bounds.ts';
import { backwardTree, type SearchGraph, type Tree } from './shortest-trees.ts';

/** A search for paths from many origins to one destination over the usable links. */
export interface PathSearch {
  readonly graph: SearchGraph;
  readonly network: ArcNetwork;
  readonly costs: ArcCosts;
  /** Link can be used [links]. */
  readonly usable: Uint8Array;
  readonly destination: number;
  readonly backward: Tree;
  /** Cost from the end of each arc to the destination, Infinity = no way [arcs]. */
  readonly remaining: Float64Array;
}

/** Prepares a search; the remaining costs are one backward shortest-path tree. */
export function preparePathSearch(graph: SearchGraph, destination: number): PathSearch {
  const { network, costs, usable } = graph;
  const backward = backwardTree(graph, destination);
  return { graph, network, costs, usable, destination, backward, remaining: backward.cost };
}

/** What a path must look like. */
export interface PathDemand {
  /** Node where the path starts. */
  readonly origin: number;
  /** Arcs it must start with; empty = any. */
  readonly prefix: readonly number[];
  /** Arcs that may not follow the prefix. */
  readonly bannedNext: ReadonlySet<number>;
  /** Places it must pass, in this order. */
  readonly waypoints: readonly Waypoint[];
  /** Highest cost of interest, USD/t. */
  readonly limit: number;
}

/** A node or a link that a path must pass. */
export type Waypoint = { readonly node: number } | { readonly link: number };

/** One reached state of the search: an arc, the waypoints passed, and how it was reached. */
interface Label {
  readonly arc: number;
  readonly passed: number;
  readonly cost: number;
  readonly parent: Label | undefined;
}

/**
 * The cheapest path that meets the demand, as arcs, or undefined when there is none within the limit.
 * A path visits no node twice. Ties go to the label that was reached first, which depends on the network alone.
 */
export function cheapestPath(
  search: PathSearch,
  demand: PathDemand,
): readonly number[] | undefined {
  const { network, remaining, destination } = search;
  const { waypoints, limit } = demand;
  const arcCount = network.to.length;
  const settled = new Uint8Array(arcCount * (waypoints.length + 1));
  const queue = new FlatQueue<Label>();
  const enqueue = (label: Label) => {
    const bound = label.cost + remaining[label.arc];
    if (bound <= limit && bound < Infinity) queue.push(label, bound);
  };
  startFrom(search, demand, enqueue);
  while (queue.length > 0) {
    const label = queue.pop()!;
    const state = label.passed * arcCount + label.arc;
    if (settled[state] === 1) continue;
    settled[state] = 1;
    if (network.to[label.arc] === destination) {
      if (label.passed === waypoints.length) return arcsOf(label);
      continue;
    }
    eachNext(search, demand, label, enqueue);
  }
  return undefined;
}

/** Enqueues the labels that the search starts from: the whole prefix and one arc more, or any first arc. */
function startFrom(search: PathSearch, demand: PathDemand, enqueue: (label: Label) => void): void {
  const { network, usable } = search;
  const { origin, prefix, bannedNext } = demand;
  let label: Label | undefined;
  for (const arc of prefix) label = extend(search, demand, label, arc);
  if (label) {
    eachNext(search, demand, label, (next) => {
      if (!bannedNext.has(next.arc)) enqueue(next);
    });
    return;
  }
  for (const arc of network.arcsOut[origin])
    if (usable[arc >> 1] === 1 && !bannedNext.has(arc)) enqueue(firstLabel(search, demand, arc));
}

function firstLabel({ network, costs }: PathSearch, demand: PathDemand, arc: number): Label {
  const { origin, waypoints } = demand;
  const passedAtOrigin = passWaypoints(waypoints, 0, -1, origin);
  const passed = passWaypoints(waypoints, passedAtOrigin, arc >> 1, network.to[arc]);
  return { arc, passed, cost: costs.start[arc] + costs.arc[arc], parent: undefined };
}

/** Calls back with every label one arc further. */
function eachNext(
  { network, costs, usable }: PathSearch,
  demand: PathDemand,
  label: Label,
  visit: (next: Label) => void,
): void {
  const { to, turnStart, turnArc } = network;
  const end = turnStart[label.arc + 1];
  for (let turn = turnStart[label.arc]; turn < end; turn++) {
    const arc = turnArc[turn];
    const node = to[arc];
    if (usable[arc >> 1] === 0 || node === demand.origin || visits(to, label, node)) continue;
    visit({
      arc,
      passed: passWaypoints(demand.waypoints, label.passed, arc >> 1, node),
      cost: label.cost + costs.turn[turn] + costs.arc[arc],
      parent: label,
    });
  }
}

function extend(
  search: PathSearch,
  demand: PathDemand,
  label: Label | undefined,
  arc: number,
): Label {
  if (!label) return firstLabel(search, demand, arc);
  let found: Label | undefined;
  eachNext(search, demand, label, (next) => {
    if (next.arc === arc) found = next;
  });
  return found!;
}

/** How many waypoints are passed after moving along a link (-1 = none) to a node. */
function passWaypoints(
  waypoints: readonly Waypoint[],
  passed: number,
  link: number,
  node: number,
): number {
  let count = passed;
  while (count < waypoints.length) {
    const waypoint = waypoints[count];
    const reached = 'node' in waypoint ? waypoint.node === node : waypoint.link === link;
    if (!reached) break;
    count += 1;
  }
  return count;
}

function visits(to: Int32Array, label: Label, node: number): boolean {
  for (let step: Label | undefined = label; step; step = step.parent) {
    if (to[step.arc] === node) return true;
  }
  return false;
}

function arcsOf(label: Label): number[] {
  const arcs: number[] = [];
  for (let step: Label | undefined = label; step; step = step.parent) arcs.push(step.arc);
  return arcs.reverse();
}

/** Free generalised cost of a path, USD/t. */
export function pathCost(network: ArcNetwork, costs: ArcCosts, arcs: ArrayLike<number>): number {
  let cost = costs.start[arcs[0]] + costs.end[arcs[arcs.length - 1]];
  for (let position = 0; position < arcs.length; position++) {
    const arc = arcs[position];
    cost += costs.arc[arc];
    if (position > 0) cost += costs.turn[turnBetween(network, arcs[position - 1], arc)];
  }
  return cost;
}

/** Index of the turn from one arc to the next; -1 when they do not meet. */
export function turnBetween(network: ArcNetwork, arc: number, next: number): number {
  for (let turn = network.turnStart[arc]; turn < network.turnStart[arc + 1]; turn++) {
    if (network.turnArc[turn] === next) return turn;
  }
  return -1;
}
