// Moves cargo through the posts: first in, first out, within the capacity of the step.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { makeRoomForCurves, passInTurn } from './queue-curves.ts';
import type { ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';

/**
 * Serves every post once (docs/model.md, eq. 11). While a post keeps up, cargo passes through untouched; from the
 * step in which a queue forms until it is gone, cargo passes in turn.
 */
export function passPosts(
  model: CompiledModel,
  state: EngineState,
  result: ReplicationResult,
): void {
  const { flow, conditions } = state;
  state.loops.takeArrivals(model, state);
  const busy = state.loops.passFreely(model, state);
  makeRoomForCurves(model, state, busy);
  for (let index = 0; index < busy; index++) {
    const post = flow.busyPosts[index];
    const capacity = conditions.capacity[post] * model.time.stepDays;
    passInTurn(model, state, post, flow.arrived[post], capacity, result);
  }
  state.loops.sendFromStages(model, state);
}

/** The hot loop `passFreely` in plain code. */
export function passFreely({ time }: CompiledModel, state: EngineState): number {
  const { arrived, queueing, busyPosts, expected, expectedMask } = state.flow;
  const { capacity } = state.conditions;
  const { postTonnes } = state.accounts;
  let busy = 0;
  for (let post = 0; post < arrived.length; post++) {
    if (queueing[post] === 0 && arrived[post] <= capacity[post] * time.stepDays) {
      postTonnes[post] += arrived[post];
    } else {
      busyPosts[busy] = post;
      busy += 1;
    }
    expected[post * (expectedMask + 1) + (state.step & expectedMask)] = 0;
  }
  return busy;
}
