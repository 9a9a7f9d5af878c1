// Moves cargo through the posts: first in, first out, within the capacity of the step.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { sendAll } from './dispatch.ts';
import { passInTurn } from './queue-curves.ts';
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
  const { posts, stages } = model.counts;
  takeArrivals(model, state);
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
  sendAll(model, state, 0, stages, flow.leaving);
}

/** Takes the step's arrivals out of the ring and adds them up by post. */
function takeArrivals(model: CompiledModel, state: EngineState): void {
  const { stagePost } = model.routes;
  const { stages } = model.counts;
  const { arriving, ringNow, leaving, arrived } = state.flow;
  arrived.fill(0);
  for (let stage = 0; stage < stages; stage++) {
    const tonnes = arriving[ringNow[stage]];
    arriving[ringNow[stage]] = 0;
    leaving[stage] = tonnes;
    arrived[stagePost[stage]] += tonnes;
  }
}
