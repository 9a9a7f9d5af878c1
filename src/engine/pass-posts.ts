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
  const { posts } = model.counts;
  state.loops.takeArrivals(model, state);
  makeRoomForCurves(model, state);
  for (let post = 0; post < posts; post++) {
    const arrived = flow.arrived[post];
    const capacity = conditions.capacity[post] * model.time.stepDays;
    if (flow.queueing[post] === 0 && arrived <= capacity) {
      result.postTonnes[model.time.stepMonth[state.step] * posts + post] += arrived;
    } else {
      passInTurn(model, state, post, arrived, capacity, result);
    }
    flow.expected[post * (flow.expectedMask + 1) + (state.step & flow.expectedMask)] = 0;
  }
  state.loops.sendFromStages(model, state);
}
