// The part of a run's state that cargo needs which turns back.

import type { CompiledModel } from '../compile/compiled-model.ts';

/** Cargo that turns back; of these arrays only what belongs to onward sets is used. */
export interface TurningState {
  /** 1 = the set has chosen in the step, 2 = none of its routes is open, 0 = nobody has asked [onward sets]. */
  readonly chosen: Uint8Array;
  /** Tonnes that turn back at the post in hand [stages]. */
  readonly turned: Float64Array;
  /** The choice of cargo that turns back [routes], [groups]. */
  readonly available: Uint8Array;
  readonly logPathSize: Float64Array;
  readonly utility: Float64Array;
  readonly probability: Float64Array;
  readonly cost: Float64Array;
  readonly nestUtility: Float64Array;
}

/** Allocates it; empty where nothing may turn back. */
export function createTurningState({ counts, routes }: CompiledModel): TurningState {
  const sets = routes.onwardRouteStart.length - 1;
  const [ofRoutes, ofGroups, ofStages] = [counts.routes, counts.groups, counts.stages].map(
    (count) => (sets > 0 ? count : 0),
  );
  return {
    chosen: new Uint8Array(sets),
    turned: new Float64Array(ofStages),
    available: new Uint8Array(ofRoutes),
    logPathSize: new Float64Array(ofRoutes),
    utility: new Float64Array(ofRoutes),
    probability: new Float64Array(ofRoutes),
    cost: new Float64Array(ofRoutes),
    nestUtility: new Float64Array(ofGroups),
  };
}
