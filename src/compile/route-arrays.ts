// Lays the routes of all cells out as arrays: groups, stages at posts, and the legs between them.

import type { ArcNetwork } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import { compressRows, itemsByGroup, startsOf } from './columns.ts';
import type { RouteArrays } from './compiled-model.ts';
import { cutIntoLegs, type Leg } from './legs.ts';
import type { OnwardRoutes } from './onward-routes.ts';
import type { ArcCosts } from './path-bounds.ts';
import { pathCost } from './path-search.ts';
import type { Posts } from './posts.ts';

/** A cell's routes and what they cost. */
export interface CellRoutes {
  readonly routes: readonly Route[];
  /** Free generalised costs in the baseline, the weights of the path size, USD/t. */
  readonly weights: ArcCosts;
  /** Free generalised costs in the scenario, USD/t. */
  readonly costs: ArcCosts;
}

/** What the layout needs beside the routes. */
export interface RouteContext {
  readonly network: ArcNetwork;
  readonly posts: Posts;
  readonly stepDays: number;
  /** Calibrated constants, USD/t; the last is 0, for `other` [corridors]. */
  readonly corridorConstants: Float64Array;
}

/** Lays out the routes of all cells, cell by cell, corridor by corridor, and after them the onward sets likewise. */
export function layOutRoutes(
  cells: readonly CellRoutes[],
  onward: OnwardRoutes,
  context: RouteContext,
): RouteArrays {
  const sets = [...cells, ...onward.sets.map(({ cell, routes }) => ({ ...cells[cell], routes }))];
  const cellOfSet = (set: number) =>
    set < cells.length ? set : onward.sets[set - cells.length].cell;
  const routes = sets.flatMap((set) => set.routes);
  const routeSet = Int32Array.from(sets.flatMap((set, index) => set.routes.map(() => index)));
  const legs = routes.map((route) =>
    cutIntoLegs(context.network, context.posts, route, context.stepDays),
  );
  const { groupSet, setGroupStart, ...groups } = layOutGroups(sets);
  const setRouteStart = startsOf(sets.map((set) => set.routes.length));
  const legArrays = layOutLegs(legs, context);
  return {
    cellRouteStart: setRouteStart.slice(0, cells.length + 1),
    cellGroupStart: setGroupStart.slice(0, cells.length + 1),
    onwardRouteStart: setRouteStart.slice(cells.length),
    onwardGroupStart: setGroupStart.slice(cells.length),
    routeCell: routeSet.map(cellOfSet),
    groupCell: groupSet.map(cellOfSet),
    ...groups,
    ...layOutArcs(sets, routes, routeSet),
    ...layOutCosts(sets, routes, routeSet, context),
    ...legArrays,
    stageOnwardSet: layOutOnwardSets(legArrays, onward),
  };
}

/** The onward set of every stage, -1 = none. */
function layOutOnwardSets(
  { routeStageStart, routeStages }: Pick<RouteArrays, 'routeStageStart' | 'routeStages'>,
  { setsOfRoute }: OnwardRoutes,
): Int32Array {
  const sets = new Int32Array(routeStages.length).fill(-1);
  setsOfRoute.forEach((ofRoute, route) => {
    ofRoute.forEach((set, place) => {
      sets[routeStages[routeStageStart[route] + place]] = set;
    });
  });
  return sets;
}

function layOutGroups(sets: readonly CellRoutes[]) {
  const groupCorridor: number[] = [];
  const groupSet: number[] = [];
  const routeGroup: number[] = [];
  sets.forEach(({ routes }, set) => {
    routes.forEach((route, index) => {
      if (index === 0 || routes[index - 1].corridor !== route.corridor) {
        groupCorridor.push(route.corridor);
        groupSet.push(set);
      }
      routeGroup.push(groupCorridor.length - 1);
    });
  });
  const sizeOf = (groupOf: readonly number[], count: number) =>
    startsOf(itemsByGroup(groupOf, count).map((items) => items.length));
  return {
    groupCorridor: Int32Array.from(groupCorridor),
    groupSet: Int32Array.from(groupSet),
    routeGroup: Int32Array.from(routeGroup),
    setGroupStart: sizeOf(groupSet, sets.length),
    groupRouteStart: sizeOf(routeGroup, groupCorridor.length),
  };
}

function layOutArcs(sets: readonly CellRoutes[], routes: readonly Route[], routeSet: Int32Array) {
  const { starts, members } = compressRows(routes.map((route) => route.arcs));
  const weights = routes.flatMap((route, index) =>
    route.arcs.map((arc) => sets[routeSet[index]].weights.arc[arc]),
  );
  return { routeArcStart: starts, routeArcs: members, routeArcWeight: Float64Array.from(weights) };
}

function layOutCosts(
  sets: readonly CellRoutes[],
  routes: readonly Route[],
  routeSet: Int32Array,
  context: RouteContext,
) {
  return {
    routeCost: Float64Array.from(
      routes,
      (route, index) =>
        freeCost(context.network, sets[routeSet[index]].costs, route) +
        context.corridorConstants[route.corridor],
    ),
  };
}

/** Free generalised cost of a route without its corridor's constant; what is under way has been loaded already, USD/t. */
function freeCost(
  network: ArcNetwork,
  costs: ArcCosts,
  { arcs, underWay }: Pick<Route, 'arcs' | 'underWay'>,
): number {
  const cost = pathCost(network, costs, arcs);
  return underWay ? cost - costs.start[arcs[0]] : cost;
}

/** A leg with its place on its route. */
interface PlacedLeg extends Leg {
  readonly route: number;
  /** 0 = it starts at the origin. */
  readonly place: number;
}

/** Numbers the legs, and with them the stages that they lead to. */
function layOutLegs(routeLegs: readonly (readonly Leg[])[], { posts, stepDays }: RouteContext) {
  const legs = routeLegs
    .flatMap((legsOfRoute, route) =>
      legsOfRoute.map((leg, place): PlacedLeg => ({ ...leg, route, place })),
    )
    .sort(
      (a, b) =>
        kindOf(a) - kindOf(b) ||
        stepsOf(a, stepDays) - stepsOf(b, stepDays) ||
        a.endPost - b.endPost ||
        a.route - b.route ||
        a.place - b.place,
    );
  const numberOf = routeLegs.map((legsOfRoute) => new Int32Array(legsOfRoute.length));
  legs.forEach((leg, number) => {
    numberOf[leg.route][leg.place] = number;
  });
  const arcs = compressRows(legs.map((leg) => leg.arcs));
  const inOrder = compressRows(numberOf.map((numbers) => [...numbers.subarray(0, -1)]));
  const stages = legs.filter((leg) => leg.endPost >= 0);
  const byPost = compressRows(
    itemsByGroup(
      stages.map((leg) => leg.endPost),
      posts.ids.length,
    ),
  );
  return {
    routeStageStart: inOrder.starts,
    routeStages: inOrder.members,
    stagePlace: invert(inOrder.members),
    postStageStart: byPost.starts,
    postStages: byPost.members,
    stagePost: Int32Array.from(stages, (leg) => leg.endPost),
    stageRoute: Int32Array.from(stages, (leg) => leg.route),
    legKindStart: startsOf(
      [0, 1, 2, 3].map((kind) => legs.filter((leg) => kindOf(leg) === kind).length),
    ),
    legSource: Int32Array.from(legs, ({ route, place }) =>
      place === 0 ? route : numberOf[route][place - 1],
    ),
    legDays: Float64Array.from(legs, (leg) => leg.days),
    routeLastLeg: Int32Array.from(numberOf, (numbers) => numbers[numbers.length - 1]),
    legRoute: Int32Array.from(legs, (leg) => leg.route),
    legArcStart: arcs.starts,
    legArcs: arcs.members,
  };
}

/** 0 origin to stage, 1 stage to stage, 2 origin to destination, 3 stage to destination. */
function kindOf(leg: PlacedLeg): number {
  return (leg.endPost < 0 ? 2 : 0) + (leg.place > 0 ? 1 : 0);
}

function stepsOf(leg: PlacedLeg, stepDays: number): number {
  return Math.floor(leg.days / stepDays);
}

/** The place of each number in a permutation of 0 … n - 1. */
function invert(permutation: Int32Array): Int32Array {
  const places = new Int32Array(permutation.length);
  permutation.forEach((value, place) => {
    places[value] = place;
  });
  return places;
}
