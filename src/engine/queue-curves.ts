// Serves a post that has a queue, by cumulated curves of arrivals and departures.

// The curves start at zero with each queue. What leaves is what arrived first; the arrivals of one step leave in
// proportion to their tonnes. See docs/design/0001-queues-as-curves.md.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';

/**
 * Lets a step's capacity of a queue go (docs/model.md, eq. 11) and books it. `state.flow.leaving` holds the arrivals
 * of the post's stages and, afterwards, what leaves them.
 */
export function passInTurn(
  model: CompiledModel,
  state: EngineState,
  post: number,
  arrived: number,
  capacity: number,
  result: ReplicationResult,
): void {
  const { flow } = state;
  if (flow.queueing[post] === 0) beginQueue(model, state, post);
  extendCurves(model, state, post, arrived);
  const queueBefore = flow.queue[post];
  const leaving = Math.min(queueBefore + arrived, capacity);
  const cleared = leaving === queueBefore + arrived;
  flow.queue[post] = cleared ? 0 : queueBefore + arrived - leaving;
  flow.postLeft[post] += leaving;
  if (cleared) flow.queueing[post] = 0;
  else moveHead(model, state, post);
  const remaining = cleared ? 0 : remainingPart(model, state, post);
  takeFromStages(model, state, post, cleared, remaining);
  const waitBefore = flow.lastWait[post];
  // The arrivals of step s end at s + 1: what leaves last at the end of this step arrived at head + 2 - remaining.
  flow.lastWait[post] = cleared
    ? 0
    : (state.step - flow.queueHead[post] - 1 + remaining) * model.time.stepDays;
  const index = model.time.stepMonth[state.step] * model.counts.posts + post;
  state.accounts.postTonnes[post] += leaving;
  result.postWaits[index] += 0.5 * leaving * (waitBefore + flow.lastWait[post]);
  result.postTonneDays[index] += tonneDays(
    queueBefore,
    arrived,
    capacity,
    flow.queue[post],
    model.time.stepDays,
  );
  if (flow.queue[post] > result.postLongestQueue[index])
    result.postLongestQueue[index] = flow.queue[post];
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
  const { postStageStart, postStages } = model.routes;
  const { stages, posts } = model.counts;
  const before = (state.step - 1) & flow.curveMask;
  flow.queueing[post] = 1;
  flow.queueHead[post] = state.step - 1;
  flow.postLeft[post] = 0;
  flow.lastWait[post] = 0;
  flow.postCurve[before * posts + post] = 0;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const stage = postStages[at];
    flow.stageCurve[before * stages + stage] = 0;
    flow.stageLeft[stage] = 0;
  }
}

function extendCurves(
  model: CompiledModel,
  state: EngineState,
  post: number,
  arrived: number,
): void {
  const { flow } = state;
  const { postStageStart, postStages } = model.routes;
  const { stages, posts } = model.counts;
  const before = (state.step - 1) & flow.curveMask;
  const now = state.step & flow.curveMask;
  flow.postCurve[now * posts + post] = flow.postCurve[before * posts + post] + arrived;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const stage = postStages[at];
    flow.stageCurve[now * stages + stage] =
      flow.stageCurve[before * stages + stage] + flow.leaving[stage];
  }
}

/**
 * Makes the rings of the curves reach back to the oldest head of any queue. This must come before the first post of a
 * step is served: those served before would have their arrivals of the step copied to a wrong row.
 * @param busy number of `busyPosts`, among which are all with a queue
 */
export function makeRoomForCurves(model: CompiledModel, state: EngineState, busy: number): void {
  const { queueing, queueHead, busyPosts } = state.flow;
  for (let index = 0; index < busy; index++) {
    const post = busyPosts[index];
    while (queueing[post] === 1 && state.step - queueHead[post] >= state.flow.curveMask) {
      doubleCurves(model, state);
    }
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
  let head = flow.queueHead[post];
  while (
    head + 1 < state.step &&
    flow.postCurve[((head + 1) & flow.curveMask) * posts + post] <= left
  )
    head += 1;
  flow.queueHead[post] = head;
}

/** Finds what leaves each stage; whatever differs from what arrived is announced anew to the posts beyond. */
function takeFromStages(
  model: CompiledModel,
  state: EngineState,
  post: number,
  cleared: boolean,
  remaining: number,
): void {
  const { flow } = state;
  const { postStageStart, postStages } = model.routes;
  const { stages } = model.counts;
  const head = cleared ? state.step : flow.queueHead[post];
  const older = (head & flow.curveMask) * stages;
  const newer = cleared ? older : ((head + 1) & flow.curveMask) * stages;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const stage = postStages[at];
    const arrived = flow.leaving[stage];
    const low = flow.stageCurve[older + stage];
    const high = flow.stageCurve[newer + stage];
    const left = Math.max(low, high - remaining * (high - low));
    const tonnes = left - flow.stageLeft[stage];
    flow.stageLeft[stage] = left;
    flow.leaving[stage] = tonnes;
    if (tonnes !== arrived) announceBeyond(model, state, stage, tonnes - arrived);
  }
}

/** Part (0-1) of the arrivals of the step after the head that is still in the queue. */
function remainingPart(model: CompiledModel, state: EngineState, post: number): number {
  const head = state.flow.queueHead[post];
  const { postCurve, curveMask, postLeft } = state.flow;
  const { posts } = model.counts;
  const low = postCurve[(head & curveMask) * posts + post];
  const high = postCurve[((head + 1) & curveMask) * posts + post];
  return high > low ? Math.min(1, Math.max(0, (high - postLeft[post]) / (high - low))) : 1;
}

/**
 * Announces tonnes that leave a stage now to the posts that follow on its route, as if they met no queue there.
 * Negative tonnes take the announcement of cargo that is held up back.
 */
function announceBeyond(
  model: CompiledModel,
  state: EngineState,
  stage: number,
  tonnes: number,
): void {
  const { routeStageStart, routeStages, stageRoute, stagePlace, stagePost } = model.routes;
  const { offsetSteps, offsetFraction } = state.conditions;
  const { expected, expectedMask } = state.flow;
  const here = stagePlace[stage];
  for (let next = here + 1; next < routeStageStart[stageRoute[stage] + 1]; next++) {
    let arrival = state.step + offsetSteps[next] - offsetSteps[here];
    let fraction = offsetFraction[next] - offsetFraction[here];
    if (fraction < 0) {
      fraction += 1;
      arrival -= 1;
    }
    const row = stagePost[routeStages[next]] * (expectedMask + 1);
    expected[row + (arrival & expectedMask)] += tonnes * (1 - fraction);
    expected[row + ((arrival + 1) & expectedMask)] += tonnes * fraction;
  }
}
