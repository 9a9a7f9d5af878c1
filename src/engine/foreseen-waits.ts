// Predicts waits at posts whose coming capacity shippers know.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/**
 * Adds the waits at a foreseen post to its routes, days (docs/model.md, eq. 13a): cargo that gets there behind a queue
 * leaves when the capacity after its arrival has taken the queue, and not while the post is shut.
 */
export function addForeseenWaits(model: CompiledModel, state: EngineState, post: number): void {
  const { postStageStart, postStages, stageRoute, stagePlace, routeCell } = model.routes;
  const { offsetSteps, offsetFraction } = state.conditions;
  const { predictedQueue } = state.flow;
  const { waitDays, cellChanged } = state.choice;
  const foreseen = model.foresight.foreseenOf[post];
  const row = foreseen * (state.foresight.steps + 1);
  const { cumulated } = state.foresight;
  carryQueueForward(state, post, row);
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const stage = postStages[at];
    const steps = offsetSteps[stagePlace[stage]];
    const fraction = offsetFraction[stagePlace[stage]];
    const queue = between(predictedQueue, steps, fraction);
    const passed = between(cumulated, row + state.step + steps, fraction);
    const arrival = state.step + steps + fraction;
    const wait = departure(state, row, passed + queue) - arrival;
    waitDays[stageRoute[stage]] += Math.max(0, wait) * model.time.stepDays;
    cellChanged[routeCell[stageRoute[stage]]] = 1;
  }
  state.flow.postWaiting[post] = 1;
}

function between(values: Float64Array, index: number, fraction: number): number {
  return values[index] + fraction * (values[index + 1] - values[index]);
}

/** Fills `predictedQueue` as for other posts, each step with its own capacity. */
function carryQueueForward(state: EngineState, post: number, row: number): void {
  const { expected, expectedMask, lastAnnounced, predictedQueue } = state.flow;
  const { cumulated } = state.foresight;
  const waysRow = post * (expectedMask + 1);
  const reach = state.conditions.postReach[post];
  let queue = state.flow.queue[post];
  let continued = 0;
  predictedQueue[0] = queue;
  for (let ahead = 0; ahead < reach; ahead++) {
    continued += lastAnnounced[waysRow + ahead];
    const arriving = expected[waysRow + ((state.step + ahead) & expectedMask)] + continued;
    const at = row + state.step + ahead;
    queue = Math.max(0, queue + arriving - (cumulated[at + 1] - cumulated[at]));
    predictedQueue[ahead + 1] = queue;
  }
}

/**
 * The last instant, in steps, at which the post has passed no more than these tonnes since now: what is due then leaves
 * then, or when the post opens again. The end of the foresight where it never passes them.
 */
function departure({ step, foresight }: EngineState, row: number, tonnes: number): number {
  const { cumulated, steps } = foresight;
  let low = step;
  let high = steps;
  if (cumulated[row + high] <= tonnes) return beyond(cumulated, row, steps, tonnes);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (cumulated[row + middle] <= tonnes) low = middle;
    else high = middle;
  }
  const passed = cumulated[row + low];
  return low + (tonnes - passed) / (cumulated[row + high] - passed);
}

/** After the end of the foresight the capacity stays what it is in its last step. */
function beyond(cumulated: Float64Array, row: number, steps: number, tonnes: number): number {
  const end = cumulated[row + steps];
  const ofStep = end - cumulated[row + steps - 1];
  return ofStep > 0 ? steps + (tonnes - end) / ofStep : steps;
}
