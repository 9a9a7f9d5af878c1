// What the routes of a model are made of, so that a replication's costs and days are sums over lists of numbers.

import { type ArcNetwork, buildArcNetwork, effortTerms } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import { compressRows } from './columns.ts';
import type { CompiledModel, RouteArrays } from './compiled-model.ts';
import { cutIntoLegs } from './legs.ts';
import { turnBetween } from './path-search.ts';
import { findPosts } from './posts.ts';

/** The same for all replications: draws change no structure. Terms: see `effortTerms`. */
export interface DrawPlan {
  /** First term of each leg [legs + 1] and the list: what its days are the sum of, in order. */
  readonly legTermStart: Int32Array;
  readonly legTerms: Int32Array;
  /** The same of the cost of each route, as if it were loaded at its start [routes + 1]. */
  readonly routeTermStart: Int32Array;
  readonly routeTerms: Int32Array;
}

const plans = new WeakMap<RouteArrays, DrawPlan>();

/** The plan of a model whose world is drawn; made once. */
export function drawPlan(model: CompiledModel): DrawPlan {
  const plan = plans.get(model.routes) ?? makePlan(model);
  plans.set(model.routes, plan);
  return plan;
}

function makePlan(model: CompiledModel): DrawPlan {
  const { network: world } = model.drawnWorld!;
  const network = buildArcNetwork(world);
  const posts = findPosts(world);
  const { routeStageStart, routeStages, routeLastLeg, legSource } = model.routes;
  const termsOfLegs: (readonly number[])[] = Array.from(legSource, () => []);
  const termsOfRoutes = Array.from(routeLastLeg, (lastLeg, index) => {
    const route = routeOf(model, index);
    const legs = cutIntoLegs(network, posts, route, model.time.stepDays);
    const stages = routeStages.subarray(routeStageStart[index], routeStageStart[index + 1]);
    [...stages, lastLeg].forEach((leg, place) => {
      termsOfLegs[leg] = legs[place].terms;
    });
    return costTerms(network, route.arcs);
  });
  const legs = compressRows(termsOfLegs);
  const routes = compressRows(termsOfRoutes);
  return {
    legTermStart: legs.starts,
    legTerms: legs.members,
    routeTermStart: routes.starts,
    routeTerms: routes.members,
  };
}

function routeOf({ routes }: CompiledModel, route: number): Pick<Route, 'arcs' | 'underWay'> {
  const { routeArcs, routeArcStart, onwardRouteStart } = routes;
  return {
    arcs: [...routeArcs.subarray(routeArcStart[route], routeArcStart[route + 1])],
    underWay: route < onwardRouteStart[0] ? undefined : true,
  };
}

/** In the order in which `pathCost` adds them up. */
function costTerms(network: ArcNetwork, arcs: readonly number[]): number[] {
  const { turn, start, end } = effortTerms(network);
  const terms = [start + arcs[0], end + arcs[arcs.length - 1]];
  arcs.forEach((arc, position) => {
    terms.push(arc);
    if (position > 0) terms.push(turn + turnBetween(network, arcs[position - 1], arc));
  });
  return terms;
}
