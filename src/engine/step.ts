// One step of the simulation, from the events to the deliveries.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { applyEvents } from './apply-events.ts';
import { chooseRoutes } from './choose-routes.ts';
import { dispatch } from './dispatch.ts';
import { passPosts } from './pass-posts.ts';
import { predictWaits } from './predict-waits.ts';
import type { Recorder } from './recorder.ts';
import type { DispatchSeries } from './replication-result.ts';
import type { EngineState } from './state.ts';
import { updateShares } from './update-shares.ts';

/**
 * Moves the state from the first instant of its step to the first of the next.
 * @param rate   share of contracts that end in a step, see `renewalRate`
 * @param series out: the tonnes dispatched in the step
 */
export function step(
  model: CompiledModel,
  state: EngineState,
  rate: number,
  series: DispatchSeries,
  recorder: Recorder,
): void {
  applyEvents(model, state);
  predictWaits(model, state);
  chooseRoutes(model, state);
  updateShares(model, state, rate);
  dispatch(model, state, series, recorder.result);
  passPosts(model, state, recorder.result);
  recorder.recordStep();
  state.step += 1;
}
