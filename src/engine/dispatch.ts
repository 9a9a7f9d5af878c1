// Sends the tonnes of a step on their way.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DispatchSeries } from './replication-result.ts';
import type { EngineState } from './state.ts';

/** Dispatches each cell's demand over its routes and writes the step's row of the series. */
export function dispatch(model: CompiledModel, state: EngineState, series: DispatchSeries): void {
  const { counts, routes, demand, time } = model;
  const { dispatched } = state.choice;
  const year = time.stepYear[state.step];
  const row = state.step * (counts.groups + counts.cells);
  series.fill(0, row, row + counts.groups);
  for (let cell = 0; cell < counts.cells; cell++) {
    const yearTonnes =
      state.events.amount[demand.volume[cell]] * demand.yearFactor[cell * counts.years + year];
    const tonnes =
      (yearTonnes / time.yearDays[year]) * time.stepDays * state.conditions.demandFactor[cell];
    const notShipped = splitTonnes(model, state, cell, tonnes);
    series[row + counts.groups + cell] = notShipped;
    state.accounts.cellDemand[cell] += tonnes;
    state.accounts.cellNotShipped[cell] += notShipped;
    for (
      let route = routes.cellRouteStart[cell];
      route < routes.cellRouteStart[cell + 1];
      route++
    ) {
      if (dispatched[route] === 0) continue;
      series[row + routes.routeGroup[route]] += dispatched[route];
      announce(model, state, route, 0, 0, 0, dispatched[route]);
      send(state, counts.stages + route, model, dispatched[route]);
    }
  }
}

/** Splits a cell's tonnes over its routes into `dispatched`; returns what is not shipped. */
function splitTonnes(
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

/** Puts tonnes on a leg: they arrive at its end after its lag, split over two steps (docs/model.md, eq. 10). */
export function send(state: EngineState, leg: number, model: CompiledModel, tonnes: number): void {
  const { arriving, arrivingMask } = state.flow;
  const { legSteps, legFraction } = state.conditions;
  const columns = model.counts.stages + model.counts.groups;
  const target = model.routes.legTarget[leg];
  const arrival = state.step + legSteps[leg];
  const late = legFraction[leg] * tonnes;
  arriving[(arrival & arrivingMask) * columns + target] += tonnes - late;
  if (late > 0) arriving[((arrival + 1) & arrivingMask) * columns + target] += late;
  state.accounts.legTonnes[leg] += tonnes;
}

/**
 * Announces tonnes to the posts of a route from its stage number `position` on, for the prediction of waits. They are
 * taken to be now where the free time from the origin is `steps` + `fraction`, and to meet no queue. Negative tonnes
 * take an earlier announcement back.
 */
export function announce(
  model: CompiledModel,
  state: EngineState,
  route: number,
  position: number,
  steps: number,
  fraction: number,
  tonnes: number,
): void {
  const { routeStages, routeStageStart, stagePost } = model.routes;
  const { offsetSteps, offsetFraction } = state.conditions;
  const { expected, expectedMask } = state.flow;
  for (let at = routeStageStart[route] + position; at < routeStageStart[route + 1]; at++) {
    const stage = routeStages[at];
    let ahead = offsetSteps[stage] - steps;
    let late = offsetFraction[stage] - fraction;
    if (late < 0) {
      late += 1;
      ahead -= 1;
    }
    const row = stagePost[stage] * (expectedMask + 1);
    const arrival = state.step + ahead;
    expected[row + (arrival & expectedMask)] += tonnes * (1 - late);
    if (late > 0) expected[row + ((arrival + 1) & expectedMask)] += tonnes * late;
  }
}
