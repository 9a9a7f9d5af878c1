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

/** Where a stage stands: its route, and its place among the stages of that route. */
interface Stage {
  readonly post: number;
  readonly route: number;
  readonly position: number;
}

/** Numbers the stages post by post and links each leg to where it leads. */
function layOutStages(legs: readonly (readonly Leg[])[], routeGroup: Int32Array, posts: Posts) {
  const stages = legs
    .flatMap((routeLegs, route) =>
      routeLegs
        .slice(0, -1)
        .map((leg, position): Stage => ({ post: leg.endPost, route, position })),
    )
    .sort((a, b) => a.post - b.post || a.route - b.route || a.position - b.position);
  const routeStages: number[][] = legs.map(() => []);
  stages.forEach((stage, index) => {
    routeStages[stage.route][stage.position] = index;
  });
  const legCount = stages.length + legs.length;
  const legDays = new Float64Array(legCount);
  const legTarget = new Int32Array(legCount);
  const legArcs: (readonly number[])[] = Array.from({ length: legCount }, () => []);
  legs.forEach((routeLegs, route) => {
    routeLegs.forEach((leg, position) => {
      const index = position === 0 ? stages.length + route : routeStages[route][position - 1];
      legDays[index] = leg.days;
      legTarget[index] =
        leg.endPost < 0 ? stages.length + routeGroup[route] : routeStages[route][position];
      legArcs[index] = leg.arcs;
    });
  });
  const byRoute = compressRows(routeStages);
  const arcs = compressRows(legArcs);
  return {
    routeStageStart: byRoute.starts,
    routeStages: byRoute.members,
    postStageStart: startsOf(
      itemsByGroup(
        stages.map((stage) => stage.post),
        posts.ids.length,
      ).map((list) => list.length),
    ),
    stagePost: Int32Array.from(stages, (stage) => stage.post),
    stageRoute: Int32Array.from(stages, (stage) => stage.route),
    legDays,
    legTarget,
    legArcStart: arcs.starts,
    legArcs: arcs.members,
  };
}
