// Costs of arcs, and the least cost through a place, which bounds what a path can cost.

import type { Commodity } from '../model/demand.ts';
import type { ArcNetwork } from './arc-network.ts';
import type { PathSearch, Waypoint } from './path-search.ts';
import type { Tree } from './shortest-trees.ts';

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

/**
 * Least cost of any path from the origin to the destination through a place, USD/t: a lower bound for paths that
 * pass more. Paths may visit a node twice here.
 * @param forward tree from the origin
 */
export function costsThrough(
  { network, remaining }: PathSearch,
  origin: number,
  { cost: reached }: Tree,
): (waypoint: Waypoint) => number {
  const overArcs = (arcs: readonly number[]) =>
    Math.min(...arcs.map((arc) => reached[arc] + remaining[arc]));
  return (waypoint) => {
    if ('link' in waypoint) return overArcs([2 * waypoint.link, 2 * waypoint.link + 1]);
    return overArcs(
      waypoint.node === origin ? network.arcsOut[origin] : network.arcsIn[waypoint.node],
    );
  };
}
