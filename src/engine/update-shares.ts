// Lets the shares of a cell's routes follow the probabilities, as contracts end.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { exp } from '../numerics/elementary.ts';
import type { EngineState } from './state.ts';

/**
 * Share of contracts that end in a step: 1 - e^(-dt/τ), exact for any step; 1 without inertia (docs/model.md, eq. 14).
 */
export function renewalRate(inertiaDays: number, stepDays: number): number {
  return inertiaDays > 0 ? 1 - exp(-stepDays / inertiaDays) : 1;
}

/**
 * Moves the shares of every segment. What was on a route that is lost moves at once to the others, by their
 * probabilities; all else moves as contracts end. At step 0 the shares are the probabilities.
 */
export function updateShares(model: CompiledModel, state: EngineState, rate: number): void {
  const { segmentOptionStart } = model.choice;
  const { segmentChanged } = state.choice;
  for (let segment = 0; segment < segmentChanged.length; segment++) {
    if (segmentChanged[segment] === 0) continue;
    moveLostShares(state, segment, segmentOptionStart[segment], segmentOptionStart[segment + 1]);
    segmentChanged[segment] = 0;
  }
  if (state.step === 0 || rate === 1) copyProbabilities(state);
  else state.loops.followProbabilities(model, state, rate);
}

/** The hot loop `followProbabilities` in plain code. */
export function followProbabilities(_: CompiledModel, { choice }: EngineState, rate: number): void {
  const { probability, share, noShipProbability, noShipShare } = choice;
  for (let option = 0; option < share.length; option++)
    share[option] += rate * (probability[option] - share[option]);
  for (let segment = 0; segment < noShipShare.length; segment++)
    noShipShare[segment] += rate * (noShipProbability[segment] - noShipShare[segment]);
}

/** Without inertia the shares are the probabilities to the last bit. */
function copyProbabilities({ choice }: EngineState): void {
  choice.share.set(choice.probability);
  choice.noShipShare.set(choice.noShipProbability);
}

function moveLostShares(
  { choice }: EngineState,
  segment: number,
  first: number,
  end: number,
): void {
  const { available, probability, share, noShipProbability, noShipShare } = choice;
  let lost = 0;
  for (let option = first; option < end; option++) {
    if (available[option] === 1) continue;
    lost += share[option];
    share[option] = 0;
  }
  if (lost === 0) return;
  for (let option = first; option < end; option++) share[option] += lost * probability[option];
  noShipShare[segment] += lost * noShipProbability[segment];
}
