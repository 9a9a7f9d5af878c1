// Sends the tonnes of a step on their way.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DispatchSeries } from './replication-result.ts';
import { sendFromOrigins } from './send.ts';
import type { EngineState } from './state.ts';

/** Dispatches each cell's demand over its routes and writes the step's row of the series. */
export function dispatch(model: CompiledModel, state: EngineState, series: DispatchSeries): void {
  splitDemand(model, state, series);
  writeGroups(model, state, series);
  announceDispatches(state);
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

/** Announces what was dispatched to every post on its way, for the prediction of waits, run by run. */
function announceDispatches(state: EngineState): void {
  const { dispatched } = state.choice;
  const { runCount, runRow, runSteps, runStart, route, fraction } = state.conditions.announcements;
  const { expected, expectedMask, lastAnnounced } = state.flow;
  lastAnnounced.fill(0);
  for (let run = 0; run < runCount; run++) {
    let early = 0;
    let late = 0;
    for (let at = runStart[run]; at < runStart[run + 1]; at++) {
      const tonnes = dispatched[route[at]];
      const part = fraction[at] * tonnes;
      early += tonnes - part;
      late += part;
    }
    const row = runRow[run];
    const due = state.step + runSteps[run];
    expected[row + (due & expectedMask)] += early;
    expected[row + ((due + 1) & expectedMask)] += late;
    lastAnnounced[row + runSteps[run]] += early;
    lastAnnounced[row + runSteps[run] + 1] += late;
  }
}
