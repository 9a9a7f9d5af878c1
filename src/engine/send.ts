// Puts tonnes on legs, and takes them off at the end.

// What is due at the end of every leg stands in a ring of steps, one row a step, one column a leg. Legs are numbered by
// lag, so that a step's writes are long runs in a few rows; in any other order the writes are spread over the whole
// ring and the loop waits for memory.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/** Sends `choice.dispatched` from the origins. */
export function sendFromOrigins(model: CompiledModel, state: EngineState): void {
  const { legKindStart } = model.routes;
  const { dispatched } = state.choice;
  send(model, state, legKindStart[0], legKindStart[1], dispatched);
  send(model, state, legKindStart[2], legKindStart[3], dispatched);
}

/** Sends `flow.leaving` from the stages. */
export function sendFromStages(model: CompiledModel, state: EngineState): void {
  const { legKindStart } = model.routes;
  const { leaving } = state.flow;
  send(model, state, legKindStart[1], legKindStart[2], leaving);
  send(model, state, legKindStart[3], legKindStart[4], leaving);
}

/**
 * Sends tonnes along legs: they arrive after the leg's lag, split over two steps (docs/model.md, section 6).
 * @param tonnes by the source of the leg
 */
function send(
  model: CompiledModel,
  state: EngineState,
  firstLeg: number,
  endLeg: number,
  tonnes: Float64Array,
): void {
  const { legSource } = model.routes;
  const { arriving, arrivingMask } = state.flow;
  const { legSteps, legFraction } = state.conditions;
  const { legTonnes } = state.accounts;
  const { step } = state;
  const legs = legSource.length;
  for (let leg = firstLeg; leg < endLeg; leg++) {
    const sent = tonnes[legSource[leg]];
    if (sent === 0) continue;
    const arrival = step + legSteps[leg];
    const late = legFraction[leg] * sent;
    arriving[(arrival & arrivingMask) * legs + leg] += sent - late;
    arriving[((arrival + 1) & arrivingMask) * legs + leg] += late;
    legTonnes[leg] += sent;
  }
}

/** Takes the step's arrivals at stages into `flow.leaving`, and adds them up by post. */
export function takeArrivals(model: CompiledModel, state: EngineState): void {
  const { stagePost, legSource } = model.routes;
  const { arriving, arrivingMask, leaving, arrived } = state.flow;
  const row = (state.step & arrivingMask) * legSource.length;
  const { stages } = model.counts;
  arrived.fill(0);
  for (let stage = 0; stage < stages; stage++) {
    const tonnes = arriving[row + stage];
    arriving[row + stage] = 0;
    leaving[stage] = tonnes;
    arrived[stagePost[stage]] += tonnes;
  }
}

/** Takes the step's arrivals at destinations and adds them to each group's deliveries. */
export function takeDeliveries(
  model: CompiledModel,
  state: EngineState,
  yearTonnes: Float64Array,
  yearRow: number,
): void {
  const { legSource, legRoute, routeGroup } = model.routes;
  const { arriving, arrivingMask } = state.flow;
  const { groupDelivered } = state.accounts;
  const row = (state.step & arrivingMask) * legSource.length;
  for (let leg = model.counts.stages; leg < legSource.length; leg++) {
    const group = routeGroup[legRoute[leg]];
    const tonnes = arriving[row + leg];
    arriving[row + leg] = 0;
    yearTonnes[yearRow + group] += tonnes;
    groupDelivered[group] += tonnes;
  }
}
