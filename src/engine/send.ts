// Puts tonnes on legs, and takes them off at the end.

// What is due at the end of every leg stands in a ring of steps, one row a step, one column a leg. Legs are numbered by
// lag, so that a step's writes are long runs in a few rows; in any other order the writes are spread over the whole
// ring and the loop waits for memory.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/** Sends `choice.dispatched` from the origins. */
export function sendFromOrigins(model: CompiledModel, state: EngineState): void {
  sendKind(model, state, 0, state.choice.dispatched);
  sendKind(model, state, 2, state.choice.dispatched);
}

/** Sends `flow.leaving` from the stages. */
export function sendFromStages(model: CompiledModel, state: EngineState): void {
  sendKind(model, state, 1, state.flow.leaving);
  sendKind(model, state, 3, state.flow.leaving);
}

/** Sends tonnes (by the source of the leg) along the legs of a kind, run by run of legs with the same whole steps of lag. */
function sendKind(
  model: CompiledModel,
  state: EngineState,
  kind: number,
  tonnes: Float64Array,
): void {
  const { sendRunStart, kindRunStart } = state.conditions;
  for (let run = kindRunStart[kind]; run < kindRunStart[kind + 1]; run++)
    sendRun(model, state, sendRunStart[run], sendRunStart[run + 1], tonnes);
}

/** Tonnes arrive after the leg's lag, split over two steps (docs/model.md, section 6). */
function sendRun(
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
  const arrival = state.step + legSteps[firstLeg];
  const onTime = (arrival & arrivingMask) * legSource.length;
  const stepLater = ((arrival + 1) & arrivingMask) * legSource.length;
  for (let leg = firstLeg; leg < endLeg; leg++) {
    const sent = tonnes[legSource[leg]];
    const late = legFraction[leg] * sent;
    arriving[onTime + leg] += sent - late;
    arriving[stepLater + leg] += late;
    legTonnes[leg] += sent;
  }
}

/** Takes the step's arrivals at stages into `flow.leaving`, and adds them up by post, in the order of its stages. */
export function takeArrivals(model: CompiledModel, state: EngineState): void {
  const { postStageStart, postStages, legSource } = model.routes;
  const { arriving, arrivingMask, leaving, arrived } = state.flow;
  const row = (state.step & arrivingMask) * legSource.length;
  const { stages, posts } = model.counts;
  for (let stage = 0; stage < stages; stage++) {
    leaving[stage] = arriving[row + stage];
    arriving[row + stage] = 0;
  }
  for (let post = 0; post < posts; post++) {
    let tonnes = 0;
    for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++)
      tonnes += leaving[postStages[at]];
    arrived[post] = tonnes;
  }
}

/** Takes the step's arrivals at destinations and adds them to each group's deliveries. */
export function takeDeliveries(model: CompiledModel, state: EngineState): void {
  const { legSource, legRoute, routeGroup } = model.routes;
  const { arriving, arrivingMask } = state.flow;
  const { groupDelivered, yearDelivered } = state.accounts;
  const row = (state.step & arrivingMask) * legSource.length;
  for (let leg = model.counts.stages; leg < legSource.length; leg++) {
    const group = routeGroup[legRoute[leg]];
    const tonnes = arriving[row + leg];
    arriving[row + leg] = 0;
    yearDelivered[group] += tonnes;
    groupDelivered[group] += tonnes;
  }
}
