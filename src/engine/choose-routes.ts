// Turns costs into the probabilities with which shippers whose contracts end would choose.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { nestedLogit } from '../numerics/nested-logit.ts';
import { overlapCorrections } from '../numerics/overlap.ts';
import type { EngineState } from './state.ts';
import { renewalRate } from './update-shares.ts';

/**
 * Generalised costs, USD/t, and choice probabilities of the cells whose costs or routes changed
 * (docs/model.md, eqs. 1 and 5-9).
 */
export function chooseRoutes(model: CompiledModel, state: EngineState): void {
  const rate =
    state.step === 0 ? 1 : renewalRate(model.choice.costSmoothingDays, model.time.stepDays);
  if (rate < 1) state.choice.cellChanged.fill(1);
  updateOverlaps(model, state);
  state.loops.updateChoices(model, state, rate);
}

/** Overlaps of the routes of the segments whose routes changed. */
function updateOverlaps(model: CompiledModel, state: EngineState): void {
  const { segmentChanged } = state.choice;
  for (let segment = 0; segment < segmentChanged.length; segment++) {
    if (segmentChanged[segment] === 1) updateSegmentOverlaps(model, state, segment);
  }
}

/** The hot loop `updateChoices` in plain code. */
export function updateChoices(model: CompiledModel, state: EngineState, rate: number): void {
  const { cellSegmentStart } = model.choice;
  const { cellChanged } = state.choice;
  for (let cell = 0; cell < cellChanged.length; cell++) {
    if (cellChanged[cell] === 0) continue;
    cellChanged[cell] = 0;
    updateCosts(model, state, cell, rate);
    for (let segment = cellSegmentStart[cell]; segment < cellSegmentStart[cell + 1]; segment++)
      updateProbabilities(model, state, cell, segment);
  }
}

function updateCosts(model: CompiledModel, state: EngineState, cell: number, rate: number): void {
  const { cellRouteStart, routeCost } = model.routes;
  const { cost, smoothedCost, waitDays } = state.choice;
  const { addedCost } = state.conditions;
  const valueOfTime = model.choice.cellValueOfTime[cell];
  for (let route = cellRouteStart[cell]; route < cellRouteStart[cell + 1]; route++) {
    cost[route] = routeCost[route] + addedCost[route] + valueOfTime * waitDays[route];
    if (rate === 1) smoothedCost[route] = cost[route];
    else smoothedCost[route] += rate * (cost[route] - smoothedCost[route]);
  }
}

function updateSegmentOverlaps(model: CompiledModel, state: EngineState, segment: number): void {
  const { routes } = model;
  const cell = model.choice.segmentCell[segment];
  const { available, logPathSize } = state.choice;
  const shift = model.choice.segmentOptionStart[segment] - routes.cellRouteStart[cell];
  const correct = overlapCorrections[model.choice.overlapCorrection];
  for (let group = routes.cellGroupStart[cell]; group < routes.cellGroupStart[cell + 1]; group++) {
    correct(
      routes,
      routes.groupRouteStart[group],
      routes.groupRouteStart[group + 1],
      shift,
      available,
      logPathSize,
    );
  }
}

function updateProbabilities(
  model: CompiledModel,
  state: EngineState,
  cell: number,
  segment: number,
): void {
  const { routes, choice } = model;
  const {
    available,
    logPathSize,
    utility,
    smoothedCost,
    nestUtility,
    probability,
    noShipProbability,
  } = state.choice;
  const routeScale = choice.cellRouteScale[cell];
  const shift = choice.segmentOptionStart[segment] - routes.cellRouteStart[cell];
  for (let route = routes.cellRouteStart[cell]; route < routes.cellRouteStart[cell + 1]; route++) {
    const option = route + shift;
    utility[option] =
      available[option] === 1 ? logPathSize[option] - routeScale * smoothedCost[route] : -Infinity;
  }
  noShipProbability[segment] = nestedLogit(
    utility,
    routes.groupRouteStart,
    routes.cellGroupStart[cell],
    routes.cellGroupStart[cell + 1],
    shift,
    choice.cellCorridorScale[cell] / routeScale,
    -choice.cellCorridorScale[cell] * choice.cellReservationCost[cell],
    nestUtility,
    probability,
  );
}
