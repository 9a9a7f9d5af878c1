// Moves cargo through the posts: first in, first out, within the capacity of the step.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { announce, send } from './dispatch.ts';
import type { EngineState } from './state.ts';

/** What a post did in a step. */
export type PostRecorder = (post: number, tonnes: number, queueTonneDays: number) => void;

/**
 * Serves every post once (docs/model.md, eq. 11). While a post keeps up, cargo passes through untouched.
 * From the step in which a queue forms until it is gone, cumulated curves of arrivals and departures are kept:
 * what leaves is what arrived first, and a step's arrivals leave in proportion to their tonnes.
 */
export function passPosts(model: CompiledModel, state: EngineState, record: PostRecorder): void {
  const { flow, conditions } = state;
  const { postStageStart } = model.routes;
  const columns = model.counts.stages + model.counts.groups;
  const row = (state.step & flow.arrivingMask) * columns;
  for (let post = 0; post < model.counts.posts; post++) {
    const first = postStageStart[post];
    const end = postStageStart[post + 1];
    let arrived = 0;
    for (let stage = first; stage < end; stage++) arrived += flow.arriving[row + stage];
    const capacity = conditions.capacity[post] * model.time.stepDays;
    if (flow.queueing[post] === 0 && arrived <= capacity) {
      passFreely(model, state, row, first, end);
      record(post, arrived, 0);
    } else {
      passInTurn(model, state, post, row, arrived, capacity, record);
    }
    flow.expected[post * (flow.expectedMask + 1) + (state.step & flow.expectedMask)] = 0;
  }
}

function passFreely(
  model: CompiledModel,
  state: EngineState,
  row: number,
  first: number,
  end: number,
): void {
  const { arriving } = state.flow;
  for (let stage = first; stage < end; stage++) {
    const tonnes = arriving[row + stage];
    if (tonnes === 0) continue;
    arriving[row + stage] = 0;
    send(state, stage, model, tonnes);
  }
}

function passInTurn(
  model: CompiledModel,
  state: EngineState,
  post: number,
  row: number,
  arrived: number,
  capacity: number,
  record: PostRecorder,
): void {
  const { flow } = state;
  if (flow.queueing[post] === 0) beginQueue(model, state, post);
  extendCurves(model, state, post, row, arrived);
  const queueBefore = flow.queue[post];
  const leaving = Math.min(queueBefore + arrived, capacity);
  const cleared = leaving === queueBefore + arrived;
  flow.queue[post] = cleared ? 0 : queueBefore + arrived - leaving;
  flow.postLeft[post] += leaving;
  if (cleared) flow.queueing[post] = 0;
  else moveHead(model, state, post);
  release(model, state, post, row, cleared);
  record(
    post,
    leaving,
    tonneDays(queueBefore, arrived, capacity, flow.queue[post], model.time.stepDays),
  );
}

/** Queue integrated over the step for rates constant within it, t·day (docs/model.md, eq. 12). */
function tonneDays(
  before: number,
  arrived: number,
  capacity: number,
  after: number,
  stepDays: number,
): number {
  if (before + arrived >= capacity) return 0.5 * (before + after) * stepDays;
  return (0.5 * before * before * stepDays) / (capacity - arrived);
}

/** Starts the curves of a post at zero, one step back. */
function beginQueue(model: CompiledModel, state: EngineState, post: number): void {
  const { flow } = state;
  const { postStageStart } = model.routes;
  const { stages, posts } = model.counts;
  const before = (state.step - 1) & flow.curveMask;
  flow.queueing[post] = 1;
  flow.episodeHead[post] = state.step - 1;
  flow.postLeft[post] = 0;
  flow.postCurve[before * posts + post] = 0;
  for (let stage = postStageStart[post]; stage < postStageStart[post + 1]; stage++) {
    flow.stageCurve[before * stages + stage] = 0;
    flow.stageLeft[stage] = 0;
  }
}

function extendCurves(
  model: CompiledModel,
  state: EngineState,
  post: number,
  row: number,
  arrived: number,
): void {
  const { flow } = state;
  const { postStageStart } = model.routes;
  const { stages, posts } = model.counts;
  while (state.step - flow.episodeHead[post] >= flow.curveMask) doubleCurves(model, state);
  const before = (state.step - 1) & flow.curveMask;
  const now = state.step & flow.curveMask;
  flow.postCurve[now * posts + post] = flow.postCurve[before * posts + post] + arrived;
  for (let stage = postStageStart[post]; stage < postStageStart[post + 1]; stage++) {
    flow.stageCurve[now * stages + stage] =
      flow.stageCurve[before * stages + stage] + flow.arriving[row + stage];
  }
}

/** Doubles the rings of the curves: the one allocation of a run, when cargo waits longer than ever before. */
function doubleCurves(model: CompiledModel, state: EngineState): void {
  const { flow } = state;
  const { stages, posts } = model.counts;
  const rows = flow.curveMask + 1;
  const stageCurve = new Float64Array(2 * rows * stages);
  const postCurve = new Float64Array(2 * rows * posts);
  for (let step = Math.max(-1, state.step - rows); step < state.step; step++) {
    const from = step & flow.curveMask;
    const to = step & (2 * rows - 1);
    stageCurve.set(flow.stageCurve.subarray(from * stages, (from + 1) * stages), to * stages);
    postCurve.set(flow.postCurve.subarray(from * posts, (from + 1) * posts), to * posts);
  }
  flow.stageCurve = stageCurve;
  flow.postCurve = postCurve;
  flow.curveMask = 2 * rows - 1;
}

/** Moves the head of the queue to the last step of whose arrivals all have left. */
function moveHead(model: CompiledModel, state: EngineState, post: number): void {
  const { flow } = state;
  const { posts } = model.counts;
  const left = flow.postLeft[post];
  let head = flow.episodeHead[post];
  while (
    head + 1 < state.step &&
    flow.postCurve[((head + 1) & flow.curveMask) * posts + post] <= left
  )
    head += 1;
  flow.episodeHead[post] = head;
}

/** Sends on what leaves each stage; whatever differs from what arrived is announced anew to the posts beyond. */
function release(
  model: CompiledModel,
  state: EngineState,
  post: number,
  row: number,
  cleared: boolean,
): void {
  const { flow } = state;
  const { postStageStart } = model.routes;
  const { stages, posts } = model.counts;
  const head = cleared ? state.step : flow.episodeHead[post];
  const older = (head & flow.curveMask) * stages;
  const newer = ((head + 1) & flow.curveMask) * stages;
  const remaining = cleared
    ? 0
    : remainingPart(
        flow.postCurve,
        older / stages,
        newer / stages,
        posts,
        post,
        flow.postLeft[post],
      );
  for (let stage = postStageStart[post]; stage < postStageStart[post + 1]; stage++) {
    const arrived = flow.arriving[row + stage];
    const low = flow.stageCurve[older + stage];
    const high = cleared ? low : flow.stageCurve[newer + stage];
    const left = Math.max(low, high - remaining * (high - low));
    const tonnes = left - flow.stageLeft[stage];
    flow.stageLeft[stage] = left;
    flow.arriving[row + stage] = 0;
    if (tonnes > 0) send(state, stage, model, tonnes);
    if (tonnes !== arrived) announceBeyond(model, state, stage, tonnes - arrived);
  }
}

/** Part (0-1) of the arrivals of the step after the head that is still in the queue. */
function remainingPart(
  postCurve: Float64Array,
  older: number,
  newer: number,
  posts: number,
  post: number,
  left: number,
): number {
  const low = postCurve[older * posts + post];
  const high = postCurve[newer * posts + post];
  return high > low ? Math.min(1, Math.max(0, (high - left) / (high - low))) : 1;
}

function announceBeyond(
  model: CompiledModel,
  state: EngineState,
  stage: number,
  tonnes: number,
): void {
  const { routeStageStart, routeStages, stageRoute } = model.routes;
  const route = stageRoute[stage];
  let position = 0;
  while (routeStages[routeStageStart[route] + position] !== stage) position += 1;
  const { offsetSteps, offsetFraction } = state.conditions;
  announce(model, state, route, position + 1, offsetSteps[stage], offsetFraction[stage], tonnes);
}
