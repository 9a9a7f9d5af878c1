// Costs of arcs, and the least costs from and to every arc, which bound what a path can cost.

import FlatQueue from 'flatqueue';
import type { Commodity } from '../model/demand.ts';
import type { ArcNetwork } from './arc-network.ts';
import type { PathSearch, Waypoint } from './path-search.ts';

/** Free generalised costs of one commodity, USD/t. */
export interface ArcCosts {
  /** [arcs] */
  readonly arc: Float64Array;
  /** [turns] */
  readonly turn: Float64Array;
  /** At the origin before an arc, at the destination after it [arcs]. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** Generalised cost without queues: tariff + value of time * days (docs/model.md, eq. 1). */
export function arcCosts(network: ArcNetwork, commodity: Commodity): ArcCosts {
  const valueOfTime = commodity.valueOfTimePerTonneDay;
  const add = (money: Float64Array, days: Float64Array) =>
    money.map((cost, index) => cost + valueOfTime * days[index]);
  const tariff = network.money.map(
    (cost, arc) => cost * (commodity.tariffFactors[network.links[arc >> 1].mode] ?? 1),
  );
  return {
    arc: add(tariff, network.days),
    turn: add(network.turnMoney, network.turnDays),
    start: add(network.startMoney, network.startDays),
    end: add(network.endMoney, network.endDays),
  };
}

/** Cost from the end of each arc to the destination, Infinity = no way [arcs]: one reverse shortest-path tree. */
export function remainingCosts(
  network: ArcNetwork,
  costs: ArcCosts,
  usable: Uint8Array,
  destination: number,
): Float64Array {
  const arcCount = network.to.length;
  const before = arcsBefore(network);
  const remaining = new Float64Array(arcCount).fill(Infinity);
  const queue = new FlatQueue<number>();
  for (let arc = 0; arc < arcCount; arc++) {
    if (network.to[arc] !== destination || usable[arc >> 1] === 0) continue;
    remaining[arc] = costs.end[arc];
    queue.push(arc, costs.end[arc]);
  }
  while (queue.length > 0) {
    const key = queue.peekValue()!;
    const arc = queue.pop()!;
    if (key > remaining[arc]) continue;
    for (const { arc: previous, turn } of before[arc]) {
      if (usable[previous >> 1] === 0) continue;
      const cost = key + costs.arc[arc] + costs.turn[turn];
      if (cost >= remaining[previous]) continue;
      remaining[previous] = cost;
      queue.push(previous, cost);
    }
  }
  return remaining;
}

const arcsBeforeCache = new WeakMap<ArcNetwork, { arc: number; turn: number }[][]>();

/** The turns into each arc. */
function arcsBefore(network: ArcNetwork): { arc: number; turn: number }[][] {
  const known = arcsBeforeCache.get(network);
  if (known) return known;
  const before: { arc: number; turn: number }[][] = Array.from(network.to, () => []);
  for (let arc = 0; arc < network.to.length; arc++) {
    for (let turn = network.turnStart[arc]; turn < network.turnStart[arc + 1]; turn++) {
      before[network.turnArc[turn]].push({ arc, turn });
    }
  }
  arcsBeforeCache.set(network, before);
  return before;
}

/**
 * Least cost of any path from the origin to the destination through a place, USD/t: a lower bound for paths that
 * pass more. Paths may visit a node twice here.
 */
export function costsThrough(search: PathSearch, origin: number): (waypoint: Waypoint) => number {
  const { network, remaining } = search;
  const reached = reachedCosts(search, origin);
  const overArcs = (arcs: readonly number[]) =>
    Math.min(...arcs.map((arc) => reached[arc] + remaining[arc]));
  return (waypoint) => {
    if ('link' in waypoint) return overArcs([2 * waypoint.link, 2 * waypoint.link + 1]);
    return overArcs(
      waypoint.node === origin ? network.arcsOut[origin] : network.arcsIn[waypoint.node],
    );
  };
}

/** Cost from the origin to the end of each arc, Infinity = no way [arcs]. */
function reachedCosts(search: PathSearch, origin: number): Float64Array {
  const { network, costs, usable } = search;
  const reached = new Float64Array(network.to.length).fill(Infinity);
  const queue = new FlatQueue<number>();
  const reach = (arc: number, cost: number) => {
    if (usable[arc >> 1] === 0 || cost >= reached[arc]) return;
    reached[arc] = cost;
    queue.push(arc, cost);
  };
  for (const arc of network.arcsOut[origin]) reach(arc, costs.start[arc] + costs.arc[arc]);
  while (queue.length > 0) {
    const cost = queue.peekValue()!;
    const arc = queue.pop()!;
    if (cost > reached[arc]) continue;
    for (let turn = network.turnStart[arc]; turn < network.turnStart[arc + 1]; turn++) {
      reach(network.turnArc[turn], cost + costs.turn[turn] + costs.arc[network.turnArc[turn]]);
    }
  }
  return reached;
}
