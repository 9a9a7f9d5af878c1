// Runs one replication: a pure function of the compiled model and its draws.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { drawModel } from '../compile/draw-model.ts';
import { prepare } from './prepare.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { DispatchSeries, ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';
import { step } from './step.ts';
import { renewalRate } from './update-shares.ts';

export { createState } from './create-state.ts';

/** A replication between two of its steps. */
export interface Run {
  /** The model with the replication's draws. */
  readonly model: CompiledModel;
  readonly state: EngineState;
  readonly recorder: Recorder;
  readonly series: DispatchSeries;
}

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
  const run = startRun(model, draws, state, series);
  continueRun(run, model.counts.steps);
  return run.recorder.result;
}

/** The same, and gives the state after each step. */
export function* stepThrough(
  model: CompiledModel,
  draws: Float64Array,
  state: EngineState,
  series: DispatchSeries,
): Generator<EngineState, ReplicationResult> {
  const run = startRun(model, draws, state, series);
  while (state.step < model.counts.steps) {
    continueRun(run, state.step + 1);
    yield state;
  }
  return run.recorder.result;
}

/** A replication before its first step. */
export function startRun(
  compiled: CompiledModel,
  draws: Float64Array,
  state: EngineState,
  series: DispatchSeries,
): Run {
  const model = drawModel(compiled, draws);
  prepare(model, draws, state);
  return { model, state, recorder: createRecorder(model, state), series };
}

/** Runs a replication on until `end` steps are done. */
export function continueRun({ model, state, recorder, series }: Run, end: number): void {
  const rate = renewalRate(model.choice.inertiaDays, model.time.stepDays);
  while (state.step < end) step(model, state, rate, series, recorder);
}
