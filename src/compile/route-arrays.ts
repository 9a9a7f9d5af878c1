// Lays the routes of all cells out as arrays: groups, stages at posts, and the legs between them.

import type { ArcNetwork } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import { compressRows, itemsByGroup, startsOf } from './columns.ts';
import type { RouteArrays } from './compiled-model.ts';
import { cutIntoLegs, type Leg } from './legs.ts';
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

/** Lays out the routes of all cells, cell by cell, corridor by corridor. */
export function layOutRoutes(cells: readonly CellRoutes[], context: RouteContext): RouteArrays {
  const routes = cells.flatMap((cell) => cell.routes);
  const routeCell = Int32Array.from(cells.flatMap((cell, index) => cell.routes.map(() => index)));
  const legs = routes.map((route) =>
    cutIntoLegs(context.network, context.posts, route.arcs, context.stepDays),
  );
  const groups = layOutGroups(cells);
  return {
    cellRouteStart: startsOf(cells.map((cell) => cell.routes.length)),
    routeCell,
    ...groups,
    ...layOutArcs(cells, routes, routeCell),
    ...layOutCosts(cells, routes, routeCell, context),
    ...layOutLegs(legs, context),
  };
}

function layOutGroups(cells: readonly CellRoutes[]) {
  const groupCorridor: number[] = [];
  const groupCell: number[] = [];
  const routeGroup: number[] = [];
  cells.forEach((cell, cellIndex) => {
    cell.routes.forEach((route, index) => {
      if (index === 0 || cell.routes[index - 1].corridor !== route.corridor) {
        groupCorridor.push(route.corridor);
        groupCell.push(cellIndex);
      }
      routeGroup.push(groupCorridor.length - 1);
    });
  });
  const sizeOf = (groupOf: readonly number[], count: number) =>
    startsOf(itemsByGroup(groupOf, count).map((items) => items.length));
  return {
    groupCorridor: Int32Array.from(groupCorridor),
    groupCell: Int32Array.from(groupCell),
    routeGroup: Int32Array.from(routeGroup),
    cellGroupStart: sizeOf(groupCell, cells.length),
    groupRouteStart: sizeOf(routeGroup, groupCorridor.length),
  };
}

function layOutArcs(cells: readonly CellRoutes[], routes: readonly Route[], routeCell: Int32Array) {
  const { starts, members } = compressRows(routes.map((route) => route.arcs));
  const weights = routes.flatMap((route, index) =>
    route.arcs.map((arc) => cells[routeCell[index]].weights.arc[arc]),
  );
  return { routeArcStart: starts, routeArcs: members, routeArcWeight: Float64Array.from(weights) };
}

function layOutCosts(
  cells: readonly CellRoutes[],
  routes: readonly Route[],
  routeCell: Int32Array,
  context: RouteContext,
) {
  return {
    routeCost: Float64Array.from(
      routes,
      (route, index) =>
        pathCost(context.network, cells[routeCell[index]].costs, route.arcs) +
        context.corridorConstants[route.corridor],
    ),
  };
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
