// Sends the tonnes of a step on their way.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DispatchSeries } from './replication-result.ts';
import { sendFromOrigins } from './send.ts';
import type { EngineState } from './state.ts';

/** Dispatches each cell's demand over its routes and writes the step's row of the series. */
export function dispatch(model: CompiledModel, state: EngineState, series: DispatchSeries): void {
  splitDemand(model, state, series);
  writeGroups(model, state, series);
  announceDispatches(model, state);
  sendFromOrigins(model, state);
}

/** Splits each cell's tonnes of the step over its routes, and books what is not shipped. */
function splitDemand(model: CompiledModel, state: EngineState, series: DispatchSeries): void {
  const { counts } = model;
  const { accounts } = state;
  const row = state.step * (counts.groups + counts.cells) + counts.groups;
  for (let cell = 0; cell < counts.cells; cell++) {
    const tonnes = demandOfStep(model, state, cell);
    const notShipped = splitTonnes(model, state, cell, tonnes);
    series[row + cell] = notShipped;
    accounts.cellDemand[cell] += tonnes;
    accounts.cellNotShipped[cell] += notShipped;
  }
}

/** Tonnes that a cell's shippers would send in the step at no cost too high. */
export function demandOfStep(model: CompiledModel, state: EngineState, cell: number): number {
  const { counts, demand, time } = model;
  const year = time.stepYear[state.step];
  const yearTonnes =
    state.events.amount[demand.volume[cell]] * demand.yearFactor[cell * counts.years + year];
  return (yearTonnes / time.yearDays[year]) * time.stepDays * state.conditions.demandFactor[cell];
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

function writeGroups(model: CompiledModel, state: EngineState, series: DispatchSeries): void {
  const { groups, cells } = model.counts;
  const { groupRouteStart } = model.routes;
  const { dispatched } = state.choice;
  const row = state.step * (groups + cells);
  for (let group = 0; group < groups; group++) {
    let tonnes = 0;
    for (let route = groupRouteStart[group]; route < groupRouteStart[group + 1]; route++)
      tonnes += dispatched[route];
    series[row + group] = tonnes;
    state.accounts.groupDispatched[group] += tonnes;
  }
}

/**
 * Announces what was dispatched to every post on its way, for the prediction of waits. Announcements to the same post
 * for the same step follow each other and are added up before they are written.
 */
function announceDispatches(model: CompiledModel, state: EngineState): void {
  const { announceRoute } = model.routes;
  const { dispatched } = state.choice;
  const { announceRow, announceSteps, announceFraction } = state.conditions;
  const { expected, expectedMask, lastAnnounced } = state.flow;
  lastAnnounced.fill(0);
  const { step } = state;
  let row = 0;
  let steps = 0;
  let early = 0;
  let late = 0;
  for (let index = 0; index < announceRoute.length; index++) {
    const tonnes = dispatched[announceRoute[index]];
    // A route that carries nothing must not part its neighbours: the order of additions would depend on it.
    if (tonnes === 0) continue;
    if (announceRow[index] !== row || announceSteps[index] !== steps) {
      expected[row + ((step + steps) & expectedMask)] += early;
      expected[row + ((step + steps + 1) & expectedMask)] += late;
      lastAnnounced[row + steps] += early;
      lastAnnounced[row + steps + 1] += late;
      row = announceRow[index];
      steps = announceSteps[index];
      early = 0;
      late = 0;
    }
    const part = announceFraction[index] * tonnes;
    early += tonnes - part;
    late += part;
  }
  expected[row + ((step + steps) & expectedMask)] += early;
  expected[row + ((step + steps + 1) & expectedMask)] += late;
  lastAnnounced[row + steps] += early;
  lastAnnounced[row + steps + 1] += late;
}
