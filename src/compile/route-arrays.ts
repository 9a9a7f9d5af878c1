// Lays the routes of all cells out as arrays: groups, stages at posts, and the legs between them.

import type { ArcNetwork } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import { compressRows, itemsByGroup, startsOf } from './columns.ts';
import type { RouteArrays } from './compiled-model.ts';
import { cutIntoLegs, type Leg } from './legs.ts';
import { type ArcCosts, pathCost } from './path-search.ts';
import type { Posts } from './posts.ts';

/** A cell's routes and what they cost. */
export interface CellRoutes {
  readonly routes: readonly Route[];
  /** Free generalised costs in the baseline, the weights of the path size, USD/t. */
  readonly weights: ArcCosts;
  /** Free generalised costs in the scenario, USD/t. */
  readonly costs: ArcCosts;
  /** Of these, tariffs, fees and handling, USD/t. */
  readonly money: ArcCosts;
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
    ...layOutStages(legs, groups.routeGroup, context.posts),
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
  const cost = (route: Route, of: ArcCosts) => pathCost(context.network, of, route.arcs);
  return {
    routeCost: Float64Array.from(
      routes,
      (route, index) =>
        cost(route, cells[routeCell[index]].costs) + context.corridorConstants[route.corridor],
    ),
    routeMoney: Float64Array.from(routes, (route, index) =>
      cost(route, cells[routeCell[index]].money),
    ),
  };
}

/** Numbers the stages route by route, and links each leg to where it leads. */
function layOutStages(legs: readonly (readonly Leg[])[], routeGroup: Int32Array, posts: Posts) {
  const routeStageStart = startsOf(legs.map((routeLegs) => routeLegs.length - 1));
  const stageCount = routeStageStart[legs.length];
  const stagePost = Int32Array.from(
    legs.flatMap((routeLegs) => routeLegs.slice(0, -1).map((leg) => leg.endPost)),
  );
  const byPost = compressRows(itemsByGroup(stagePost, posts.ids.length));
  // legs in the order of their numbers: those that start at stages, then those that start at origins
  const fromStages = legs.flatMap((routeLegs, route) =>
    routeLegs.slice(1).map((leg, index) => ({ leg, route, place: index + 1 })),
  );
  const fromOrigins = legs.map((routeLegs, route) => ({ leg: routeLegs[0], route, place: 0 }));
  const ordered = [...fromStages, ...fromOrigins];
  const arcs = compressRows(ordered.map(({ leg }) => leg.arcs));
  return {
    routeStageStart,
    postStageStart: byPost.starts,
    postStages: byPost.members,
    stagePost,
    stageRoute: Int32Array.from(fromStages, ({ route }) => route),
    legDays: Float64Array.from(ordered, ({ leg }) => leg.days),
    legTarget: Int32Array.from(ordered, ({ leg, route, place }) =>
      leg.endPost < 0 ? stageCount + routeGroup[route] : routeStageStart[route] + place,
    ),
    legArcStart: arcs.starts,
    legArcs: arcs.members,
  };
}
