// Finds the stationary split: the shares and waits at which a run with unchanging conditions comes to rest.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { drawModel } from '../compile/draw-model.ts';
import { applyEvents } from '../engine/apply-events.ts';
import { chooseRoutes } from '../engine/choose-routes.ts';
import { createState } from '../engine/create-state.ts';
import { demandOfStep, splitTonnes } from '../engine/dispatch.ts';
import { prepare } from '../engine/prepare.ts';
import type { EngineState } from '../engine/state.ts';
import { log } from '../numerics/elementary.ts';
import { settleWait } from './settle-wait.ts';

/** A stationary split. */
export interface StaticSplit {
  /** Wait in the queue of each post, days [posts]. */
  readonly waitDays: Float64Array;
  /** Tonnes a day that pass each post, and that can, Infinity = no limit [posts]. */
  readonly passing: Float64Array;
  readonly capacity: Float64Array;
  /** Tonnes a day on each route [routes]. */
  readonly routeTonnes: Float64Array;
  /** Generalised cost with waits, USD/t, and days under way with waits [routes]. */
  readonly routeCost: Float64Array;
  readonly routeDays: Float64Array;
  /** Tonnes a day of each cell that are not shipped [cells]. */
  readonly cellNotShipped: Float64Array;
  /** Largest miss of 0 <= W ⟂ capacity - passing >= 0: of max(excess, min(W, slack)) with tonnes as parts of the capacity. */
  readonly residual: number;
  /** Rounds over the posts that it took. */
  readonly rounds: number;
}

/** A post that more cargo wants to pass than can, however long the wait. */
export class NoStationarySplit extends Error {
  readonly post: number;

  constructor(model: CompiledModel, post: number, passing: number, capacity: number) {
    super(
      `no stationary split: ${passing.toFixed(1)} t/day come to ${model.labels.posts[post]} whatever the wait, ` +
        `and ${capacity.toFixed(1)} t/day can pass; a run without --static shows how the queue grows`,
    );
    this.name = 'NoStationarySplit';
    this.post = post;
  }
}

const largestResidual = 1e-9;
const mostRounds = 20_000;

/**
 * The stationary split of a model in the conditions of its first step (docs/model.md, "Static mode"): the capacitated
 * stochastic user equilibrium, 0 <= W_a ⟂ cap_a - x_a(W) >= 0 at every post, with x(W) from the choice code of the
 * engine. It maximises a concave function of the waits, one wait at a time, in rounds over the posts.
 * Source: Bell (1995), Transportation Research B 29, 125-137.
 * @param draws value of each input, in the unit of its field [inputs]
 * @throws NoStationarySplit when no wait keeps enough cargo from a post
 * @throws Error when the rounds do not end
 */
export function solveStaticSplit(compiled: CompiledModel, draws: Float64Array): StaticSplit {
  const model = drawModel(compiled, draws);
  const loading = startLoading(model, draws);
  const { limitedPosts, waitDays } = loading;
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    for (const post of limitedPosts) settlePost(loading, post);
    const residual = residualOf(loading);
    if (residual <= largestResidual) return splitOf(loading, residual, rounds);
  }
  const waiting = limitedPosts.filter((post) => waitDays[post] > 0);
  throw new Error(
    `the static split does not settle: after ${mostRounds} rounds the residual is ` +
      `${residualOf(loading)} at ${waiting.map((post) => model.labels.posts[post]).join(', ')}`,
  );
}

/** Tonnes a day on the routes at given waits. */
interface Loading {
  readonly model: CompiledModel;
  readonly state: EngineState;
  /** Posts with a limit that cargo can come to. */
  readonly limitedPosts: readonly number[];
  /** Cells with a route through each post [posts]. */
  readonly postCells: readonly (readonly number[])[];
  /** [posts] */
  readonly waitDays: Float64Array;
  /** Tonnes a day [cells]. */
  readonly demand: Float64Array;
  readonly cellNotShipped: Float64Array;
}

function startLoading(model: CompiledModel, draws: Float64Array): Loading {
  const made = createState(model);
  // At rest the shares are the probabilities: one array for both.
  const { probability, noShipProbability } = made.choice;
  const state: EngineState = {
    ...made,
    choice: { ...made.choice, share: probability, noShipShare: noShipProbability },
  };
  prepare(model, draws, state);
  applyEvents(model, state);
  const loading: Loading = {
    model: model,
    state,
    limitedPosts: limitedPosts(model, state.conditions.capacity),
    postCells: cellsOfPosts(model),
    waitDays: new Float64Array(model.counts.posts),
    demand: Float64Array.from(
      { length: model.counts.cells },
      (_, cell) => demandOfStep(model, state, cell) / model.time.stepDays,
    ),
    cellNotShipped: new Float64Array(model.counts.cells),
  };
  load(loading, [...loading.demand.keys()]);
  state.choice.segmentChanged.fill(0);
  return loading;
}

function limitedPosts({ routes }: CompiledModel, capacity: Float64Array): number[] {
  const { postStageStart } = routes;
  return [...capacity.keys()].filter(
    (post) =>
      capacity[post] > 0 &&
      capacity[post] < Infinity &&
      postStageStart[post] < postStageStart[post + 1],
  );
}

function cellsOfPosts({ counts, routes }: CompiledModel): number[][] {
  return Array.from({ length: counts.posts }, (_, post) => {
    const stages = routes.postStages.subarray(
      routes.postStageStart[post],
      routes.postStageStart[post + 1],
    );
    const cells = new Set(
      Array.from(stages, (stage) => routes.routeCell[routes.stageRoute[stage]]),
    );
    return [...cells].sort((a, b) => a - b);
  });
}

/** Loads the cells anew at the waits as they stand. */
function load({ model, state, demand, cellNotShipped }: Loading, cells: readonly number[]): void {
  for (const cell of cells) state.choice.cellChanged[cell] = 1;
  chooseRoutes(model, state);
  for (const cell of cells) cellNotShipped[cell] = splitTonnes(model, state, cell, demand[cell]);
}

function setWait({ model, state, waitDays }: Loading, post: number, wait: number): void {
  waitDays[post] = wait;
  const { postStageStart, postStages, stageRoute, routeStageStart, routeStages, stagePost } =
    model.routes;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const route = stageRoute[postStages[at]];
    let days = 0;
    for (let place = routeStageStart[route]; place < routeStageStart[route + 1]; place++)
      days += waitDays[stagePost[routeStages[place]]];
    state.choice.waitDays[route] = days;
  }
}

function passingOf({ model, state }: Loading, post: number): number {
  const { postStageStart, postStages, stageRoute } = model.routes;
  let tonnes = 0;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++)
    tonnes += state.choice.dispatched[stageRoute[postStages[at]]];
  return tonnes;
}

/** Sets the wait of one post so that what comes to it passes, or to zero. */
function settlePost(loading: Loading, post: number): void {
  const { model, state, postCells, waitDays } = loading;
  const capacity = state.conditions.capacity[post];
  const passing = passingOf(loading, post);
  if (waitDays[post] === 0 && passing <= capacity) return;
  const excess = (wait: number) => {
    setWait(loading, post, wait);
    load(loading, postCells[post]);
    const tonnes = passingOf(loading, post);
    return tonnes > 0 ? log(tonnes / capacity) : -Infinity;
  };
  const wait = settleWait(excess, waitDays[post], sharpestResponse(model, postCells[post]));
  if (wait === Infinity)
    throw new NoStationarySplit(model, post, passingOf(loading, post), capacity);
  excess(wait);
}

/** The most by which ln of the tonnes at a post can fall for a day of wait: the largest θ v of its cells. */
function sharpestResponse({ choice }: CompiledModel, cells: readonly number[]): number {
  return Math.max(
    1e-9,
    ...cells.map((cell) => choice.cellRouteScale[cell] * choice.cellValueOfTime[cell]),
  );
}

function residualOf(loading: Loading): number {
  const { state, limitedPosts: posts, waitDays } = loading;
  return posts.reduce((largest, post) => {
    const slack = 1 - passingOf(loading, post) / state.conditions.capacity[post];
    return Math.max(largest, Math.abs(Math.min(waitDays[post], slack)));
  }, 0);
}

function splitOf(loading: Loading, residual: number, rounds: number): StaticSplit {
  const { state, waitDays, cellNotShipped } = loading;
  const { choice, conditions } = state;
  return {
    waitDays,
    passing: waitDays.map((_, post) => passingOf(loading, post)),
    capacity: conditions.capacity,
    routeTonnes: choice.dispatched,
    routeCost: choice.cost,
    routeDays: conditions.routeDays.map((days, route) => days + choice.waitDays[route]),
    cellNotShipped,
    residual,
    rounds,
  };
}
