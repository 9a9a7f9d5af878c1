// Turns cargo back that has waited too long at a closed post.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { chooseOnward, prepareOnward } from './choose-onward.ts';
import { oldestTonnes, takeFromQueue } from './leave-queue.ts';
import type { ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';

const wholeStepTolerance = 1e-9;

/**
 * Takes the cargo out of the queues of closed posts that has waited there for the study's patience, and puts it in
 * `dispatched` on the routes that lead on from where it stands, by the probabilities of today. Cargo of a set without
 * any open route stays (docs/model.md, section 8).
 */
export function turnBack(
  model: CompiledModel,
  state: EngineState,
  result: ReplicationResult,
): void {
  const patienceSteps = Math.ceil(
    model.choice.patienceDays / model.time.stepDays - wholeStepTolerance,
  );
  prepareOnward(state);
  // The arrivals of step s have all come by the beginning of step s + 1.
  const lastStep = state.step - 1 - patienceSteps;
  for (let post = 0; post < model.counts.posts; post++) {
    if (state.flow.queueing[post] === 0 || !isClosed(model, state, post)) continue;
    if (lastStep > state.flow.queueHead[post]) turnAt(model, state, post, lastStep, result);
  }
}

/** Whether events let nothing pass in the step; a night or a day off closes nothing. */
function isClosed(model: CompiledModel, { conditions }: EngineState, post: number): boolean {
  const foreseen = model.foresight.foreseenOf[post];
  if (foreseen >= 0) return conditions.capacityOfEvents[foreseen] === 0;
  return conditions.capacity[post] === 0;
}

/** Turns back what has arrived at a post up to a step. */
function turnAt(
  model: CompiledModel,
  state: EngineState,
  post: number,
  lastStep: number,
  result: ReplicationResult,
): void {
  const { postStageStart, postStages, stageOnwardSet } = model.routes;
  const { turned } = state.turning;
  let sum = 0;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const stage = postStages[at];
    const set = stageOnwardSet[stage];
    turned[stage] = 0;
    if (set < 0) continue;
    const tonnes = oldestTonnes(model, state, stage, lastStep);
    if (tonnes === 0 || !chooseOnward(model, state, set)) continue;
    turned[stage] = tonnes;
    sum += tonnes;
    sendOnward(model, state, stage, tonnes, post, result);
  }
  if (sum > 0) takeFromQueue(model, state, post, lastStep);
}

/** Spreads the tonnes of a stage over its onward routes, and books them. */
function sendOnward(
  model: CompiledModel,
  state: EngineState,
  stage: number,
  tonnes: number,
  post: number,
  result: ReplicationResult,
): void {
  const { counts, time, routes, choice } = model;
  const { stageOnwardSet, onwardRouteStart, stageRoute, routeGroup } = routes;
  const { probability, cost } = state.turning;
  const set = stageOnwardSet[stage];
  const atPost = time.stepMonth[state.step] * counts.posts + post;
  for (let route = onwardRouteStart[set]; route < onwardRouteStart[set + 1]; route++) {
    const part = tonnes * probability[route];
    state.choice.dispatched[route] += part;
    state.accounts.groupTurnedIn[routeGroup[route]] += part;
    result.postTurnedCost[atPost] += part * (choice.turningCost + cost[route]);
  }
  const group = routeGroup[stageRoute[stage]];
  state.accounts.groupTurnedOut[group] += tonnes;
  result.groupTurnedBack[time.stepYear[state.step] * counts.groups + group] += tonnes;
  result.postTurnedBack[atPost] += tonnes;
}
