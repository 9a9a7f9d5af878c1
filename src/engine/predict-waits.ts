// Predicts how long cargo sent now will wait in each queue on its way.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { addForeseenWaits } from './foreseen-waits.ts';
import type { EngineState } from './state.ts';

/**
 * Predicted waits of all routes, days (docs/model.md, eq. 13): the queue that will stand at the post when cargo sent
 * now gets there, divided by the capacity of now. The queue is carried forward with the tonnes already on their way,
 * step by step, never below zero. With the instantaneous queue instead, the shares would oscillate for ever
 * once a post lies far from the origin.
 */
export function predictWaits(model: CompiledModel, state: EngineState): void {
  const { loops } = state;
  loops.forgetWaits(model, state);
  let first = 0;
  for (const post of model.foresight.posts) {
    loops.predictPostWaits(model, state, first, post);
    addForeseenWaits(model, state, post);
    first = post + 1;
  }
  loops.predictPostWaits(model, state, first, model.counts.posts);
}

/** The hot loop `predictPostWaits` in plain code. */
export function predictPostWaits(
  model: CompiledModel,
  state: EngineState,
  first: number,
  end: number,
): void {
  const { capacity } = state.conditions;
  for (let post = first; post < end; post++) {
    if (capacity[post] === Infinity || capacity[post] === 0) continue;
    if (state.flow.queue[post] === 0 && !queueWillForm(model, state, post)) continue;
    if (carryQueueForward(model, state, post)) addWaits(model, state, post);
  }
}

/** The hot loop `forgetWaits` in plain code. */
export function forgetWaits({ routes }: CompiledModel, state: EngineState): void {
  const { postStageStart, postStages, stageRoute, routeCell } = routes;
  const { waitDays, cellChanged } = state.choice;
  const { postWaiting } = state.flow;
  for (let post = 0; post < postWaiting.length; post++) {
    if (postWaiting[post] === 0) continue;
    for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
      const route = stageRoute[postStages[at]];
      waitDays[route] = 0;
      cellChanged[routeCell[route]] = 1;
    }
    postWaiting[post] = 0;
  }
}

/** Whether more will arrive at a post without a queue in some step of its reach than it lets pass. */
function queueWillForm(model: CompiledModel, state: EngineState, post: number): boolean {
  const { expected, expectedMask, lastAnnounced } = state.flow;
  const capacity = state.conditions.capacity[post] * model.time.stepDays;
  const row = post * (expectedMask + 1);
  const reach = state.conditions.postReach[post];
  let continued = 0;
  for (let ahead = 0; ahead < reach; ahead++) {
    continued += lastAnnounced[row + ahead];
    if (expected[row + ((state.step + ahead) & expectedMask)] + continued > capacity) return true;
  }
  return false;
}

/** Fills `predictedQueue` from now to the post's reach; false when no queue is in sight. */
function carryQueueForward(model: CompiledModel, state: EngineState, post: number): boolean {
  const { expected, expectedMask, lastAnnounced, predictedQueue } = state.flow;
  const capacity = state.conditions.capacity[post] * model.time.stepDays;
  const row = post * (expectedMask + 1);
  const reach = state.conditions.postReach[post];
  let queue = state.flow.queue[post];
  let longest = queue;
  let continued = 0;
  predictedQueue[0] = queue;
  for (let ahead = 0; ahead < reach; ahead++) {
    // what will be sent from now on and be there sooner: taken to go on as in the last step
    continued += lastAnnounced[row + ahead];
    const arriving = expected[row + ((state.step + ahead) & expectedMask)] + continued;
    queue = Math.max(0, queue + arriving - capacity);
    predictedQueue[ahead + 1] = queue;
    if (queue > longest) longest = queue;
  }
  return longest > 0;
}

function addWaits(model: CompiledModel, state: EngineState, post: number): void {
  const { postStageStart, postStages, stageRoute, stagePlace, routeCell } = model.routes;
  const { offsetSteps, offsetFraction, capacity } = state.conditions;
  const { predictedQueue } = state.flow;
  const { waitDays, cellChanged } = state.choice;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const stage = postStages[at];
    const place = stagePlace[stage];
    const steps = offsetSteps[place];
    const queue =
      predictedQueue[steps] +
      offsetFraction[place] * (predictedQueue[steps + 1] - predictedQueue[steps]);
    waitDays[stageRoute[stage]] += queue / capacity[post];
    cellChanged[routeCell[stageRoute[stage]]] = 1;
  }
  state.flow.postWaiting[post] = 1;
}
