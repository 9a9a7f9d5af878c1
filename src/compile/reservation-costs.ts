// Finds each cell's reservation cost: the one at which the stated share is not shipped on the first day.

import type { Scenario } from '../model/scenario.ts';
import { log } from '../numerics/elementary.ts';
import { logSum, nestedLogit } from '../numerics/nested-logit.ts';
import { overlapCorrections } from '../numerics/overlap.ts';
import type { Structure } from './structure.ts';

/**
 * Reservation costs, USD/t [cells]; Infinity where the demand is fixed.
 *
 * With I the composite cost of all corridors at free cost over the links open on the first day,
 * P(0) = e^{-μ C0} / (e^{-μ I} + e^{-μ C0}) = p gives C0 = I - ln(p / (1 - p)) / μ (docs/model.md, eq. 8).
 * Where no route is open on the first day, I is the cost of the cheapest route over all links.
 * The costs are those of the baseline, so that a scenario that changes costs does not change what shippers would bear.
 */
export function reservationCosts(structure: Structure, scenario: Scenario): Float64Array {
  const composite = compositeCosts(structure);
  return Float64Array.from(scenario.flows, (flow, cell) => {
    if (flow.reservationCostPerTonne !== undefined) return flow.reservationCostPerTonne;
    const share = flow.notShippedShare;
    if (share === 0) return Infinity;
    return composite.cost[cell] - log(share / (1 - share)) / composite.scale[cell];
  });
}

/** Composite free cost of each cell on the first day, USD/t, and its scale μ, per USD/t. */
function compositeCosts(structure: Structure) {
  const { routes, baseline } = structure;
  const routeCount = routes.routeCell.length;
  const available = openOnFirstDay(structure);
  const correct = overlapCorrections[baseline.behaviour.overlapCorrection];
  const logPathSize = new Float64Array(routeCount);
  const utility = new Float64Array(routeCount);
  const probability = new Float64Array(routeCount);
  const nestUtility = new Float64Array(routes.groupCorridor.length);
  const scale = Float64Array.from(
    baseline.flows,
    (flow) => commodityOf(baseline, flow.commodity).corridorScale,
  );
  const cost = Float64Array.from(baseline.flows, (flow, cell) => {
    const { routeScale, corridorScale } = commodityOf(baseline, flow.commodity);
    const routesOfCell = available.subarray(
      routes.cellRouteStart[cell],
      routes.cellRouteStart[cell + 1],
    );
    if (!routesOfCell.includes(1)) return structure.cheapestCosts[cell];
    const first = routes.cellGroupStart[cell];
    const end = routes.cellGroupStart[cell + 1];
    for (let group = first; group < end; group++) {
      const from = routes.groupRouteStart[group];
      const to = routes.groupRouteStart[group + 1];
      correct(routes, from, to, 0, available, logPathSize);
      for (let route = from; route < to; route++) {
        utility[route] =
          available[route] === 0
            ? -Infinity
            : logPathSize[route] - routeScale * routes.routeCost[route];
      }
    }
    nestedLogit(
      utility,
      routes.groupRouteStart,
      first,
      end,
      0,
      corridorScale / routeScale,
      -Infinity,
      nestUtility,
      probability,
    );
    return -logSum(nestUtility, first, end) / corridorScale;
  });
  return { cost, scale };
}

function commodityOf(scenario: Scenario, id: string) {
  return scenario.commodities.find((commodity) => commodity.id === id)!;
}

/** 1 for each route that is open on the first day. */
function openOnFirstDay({ routes, network }: Structure): Uint8Array {
  const isOpen = (arc: number) => network.links[arc >> 1].status === 'existing';
  const { routeArcs, routeArcStart } = routes;
  return Uint8Array.from(routes.routeCell, (_, route) =>
    routeArcs.subarray(routeArcStart[route], routeArcStart[route + 1]).every(isOpen) ? 1 : 0,
  );
}
