// Runs one replication: a pure function of the compiled model and its draws.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { drawModel } from '../compile/draw-model.ts';
import { prepare } from './prepare.ts';
import { createRecorder } from './recorder.ts';
import type { DispatchSeries, ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';
import { step } from './step.ts';
import { renewalRate } from './update-shares.ts';

export { createState } from './create-state.ts';

/**
 * Runs a replication from the first step to the last. Same model and draws, same bits, whatever the state held.
 * @param draws  value of each input, in the unit of its field [inputs]
 * @param state  made by `createState` for this model
 * @param series out: tonnes dispatched, step by step [steps * (groups + cells)]
 */
export function runReplication(
  model: CompiledModel,
  draws: Float64Array,
  state: EngineState,
  series: DispatchSeries,
): ReplicationResult {
  const steps = stepThrough(model, draws, state, series);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** The same, and gives the state after each step. */
export function* stepThrough(
  compiled: CompiledModel,
  draws: Float64Array,
  state: EngineState,
  series: DispatchSeries,
): Generator<EngineState, ReplicationResult> {
  const model = drawModel(compiled, draws);
  prepare(model, draws, state);
  const recorder = createRecorder(model, state);
  const rate = renewalRate(model.choice.inertiaDays, model.time.stepDays);
  while (state.step < model.counts.steps) {
    step(model, state, rate, series, recorder);
    yield state;
  }
  return recorder.result;
}
