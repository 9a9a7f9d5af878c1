// The choice of cargo that turns back: among the routes on from where it stands.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { nestedLogit } from '../numerics/nested-logit.ts';
import { overlapCorrections } from '../numerics/overlap.ts';
import type { EngineState } from './state.ts';

/** Forgets the choices of the last step. */
export function prepareOnward({ turning }: EngineState): void {
  turning.chosen.fill(0);
}

/**
 * Probabilities of the routes of an onward set, at the costs of the step (docs/model.md, eqs. 1 and 5-9, without
 * smoothing, inertia and not shipping).
 * @returns false when none of them is open
 */
export function chooseOnward(model: CompiledModel, state: EngineState, set: number): boolean {
  const { turning } = state;
  if (turning.chosen[set] === 0) turning.chosen[set] = choose(model, state, set) ? 1 : 2;
  return turning.chosen[set] === 1;
}

function choose(model: CompiledModel, state: EngineState, set: number): boolean {
  const { onwardRouteStart } = model.routes;
  const { available } = state.turning;
  let open = false;
  for (let route = onwardRouteStart[set]; route < onwardRouteStart[set + 1]; route++) {
    available[route] = state.conditions.blockers[route] > 0 ? 0 : 1;
    if (available[route] === 1) open = true;
  }
  if (open) chooseAmongOpen(model, state, set);
  return open;
}

function chooseAmongOpen(model: CompiledModel, state: EngineState, set: number): void {
  const { routes, choice } = model;
  const { onwardRouteStart, onwardGroupStart, groupRouteStart } = routes;
  const { available, logPathSize, utility, probability, nestUtility, cost } = state.turning;
  const cell = routes.routeCell[onwardRouteStart[set]];
  const correct = overlapCorrections[choice.overlapCorrection];
  for (let group = onwardGroupStart[set]; group < onwardGroupStart[set + 1]; group++) {
    const [first, end] = [groupRouteStart[group], groupRouteStart[group + 1]];
    correct(routes, first, end, 0, available, logPathSize);
    for (let route = first; route < end; route++) {
      cost[route] =
        routes.routeCost[route] +
        state.conditions.addedCost[route] +
        choice.cellValueOfTime[cell] * state.choice.waitDays[route];
      utility[route] =
        available[route] === 1
          ? logPathSize[route] - choice.cellRouteScale[cell] * cost[route]
          : -Infinity;
    }
  }
  nestedLogit(
    utility,
    groupRouteStart,
    onwardGroupStart[set],
    onwardGroupStart[set + 1],
    0,
    choice.cellCorridorScale[cell] / choice.cellRouteScale[cell],
    -Infinity,
    nestUtility,
    probability,
  );
}
