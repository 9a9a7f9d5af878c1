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
  const { probability, share, noShipProbability, noShipShare, segmentChanged } = state.choice;
  const rateNow = state.step === 0 ? 1 : rate;
  for (let segment = 0; segment < model.counts.segments; segment++) {
    const first = segmentOptionStart[segment];
    const end = segmentOptionStart[segment + 1];
    if (segmentChanged[segment] === 1) moveLostShares(state, segment, first, end);
    segmentChanged[segment] = 0;
    for (let option = first; option < end; option++) {
      share[option] += rateNow * (probability[option] - share[option]);
    }
    noShipShare[segment] += rateNow * (noShipProbability[segment] - noShipShare[segment]);
  }
  if (rateNow === 1) copyProbabilities(state);
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
