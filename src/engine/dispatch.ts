// Sends the tonnes of a step on their way.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DispatchSeries, ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';
import { turnBack } from './turn-back.ts';

/**
 * Dispatches each cell's demand over its routes, with cargo that turns back on its onward routes, and writes the step's
 * row of the series. Afterwards `dispatched` is what the cells have sent.
 */
export function dispatch(
  model: CompiledModel,
  state: EngineState,
  series: DispatchSeries,
  result: ReplicationResult,
): void {
  const { onwardRouteStart } = model.routes;
  const canTurn = onwardRouteStart.length > 1;
  if (demandMoves(model, state)) releaseDemand(model, state);
  state.loops.splitDemand(model, state);
  series.set(state.choice.seriesRow, state.step * state.choice.seriesRow.length);
  if (canTurn) turnBack(model, state, result);
  state.loops.announceDispatches(model, state);
  state.loops.sendFromOrigins(model, state);
  if (canTurn) state.choice.dispatched.fill(0, onwardRouteStart[0]);
}

/** Whether the demand of the step can differ from the last one's. */
function demandMoves(
  { time, calendars }: CompiledModel,
  { step, conditions }: EngineState,
): boolean {
  if (step === 0 || conditions.changedIn === step || calendars.factor.length > 0) return true;
  return time.stepYear[step] !== time.stepYear[step - 1];
}

function releaseDemand(model: CompiledModel, state: EngineState): void {
  const { cellTonnes } = state.choice;
  for (let cell = 0; cell < cellTonnes.length; cell++)
    cellTonnes[cell] = demandOfStep(model, state, cell);
}

function addEach(sums: Float64Array, amounts: Float64Array): void {
  for (let index = 0; index < sums.length; index++) sums[index] += amounts[index];
}

/** The hot loop `splitDemand` in plain code. */
export function splitDemand(model: CompiledModel, state: EngineState): void {
  const { cellTonnes, cellNotShipped } = state.choice;
  const { accounts } = state;
  for (let cell = 0; cell < cellTonnes.length; cell++)
    cellNotShipped[cell] = splitTonnes(model, state, cell, cellTonnes[cell]);
  addUpGroups(model, state);
  addEach(accounts.groupDispatched, state.choice.groupTonnes);
  addEach(accounts.cellDemand, cellTonnes);
  addEach(accounts.cellNotShipped, cellNotShipped);
}

/** Tonnes that a cell's shippers would send in the step at no cost too high. */
export function demandOfStep(model: CompiledModel, state: EngineState, cell: number): number {
  const { counts, demand, time, calendars } = model;
  const year = time.stepYear[state.step];
  const yearTonnes =
    state.events.amount[demand.volume[cell]] * demand.yearFactor[cell * counts.years + year];
  const tonnes =
    (yearTonnes / time.yearDays[year]) * time.stepDays * state.conditions.demandFactor[cell];
  const calendar = calendars.cellCalendar[cell];
  return calendar < 0 ? tonnes : tonnes * calendars.factor[calendar * counts.steps + state.step];
}

/** Splits a cell's tonnes over its routes, by their shares, into `dispatched`; returns what is not shipped. */
export function splitTonnes(
  model: CompiledModel,
  state: EngineState,
  cell: number,
  tonnes: number,
): number {
  const { cellSegmentStart, segmentOptionStart } = model.choice;
  const first = model.routes.cellRouteStart[cell];
  const end = model.routes.cellRouteStart[cell + 1];
  const { dispatched, share, noShipShare, segmentWeight } = state.choice;
  let notShipped = 0;
  for (let route = first; route < end; route++) dispatched[route] = 0;
  for (let segment = cellSegmentStart[cell]; segment < cellSegmentStart[cell + 1]; segment++) {
    const shift = segmentOptionStart[segment] - first;
    const segmentTonnes = segmentWeight[segment] * tonnes;
    for (let route = first; route < end; route++)
      dispatched[route] += segmentTonnes * share[route + shift];
    notShipped += segmentTonnes * noShipShare[segment];
  }
  return notShipped;
}

function addUpGroups({ routes }: CompiledModel, { choice }: EngineState): void {
  const { groupRouteStart } = routes;
  const { dispatched, groupTonnes } = choice;
  for (let group = 0; group < groupTonnes.length; group++) {
    let tonnes = 0;
    for (let route = groupRouteStart[group]; route < groupRouteStart[group + 1]; route++)
      tonnes += dispatched[route];
    groupTonnes[group] = tonnes;
  }
}
