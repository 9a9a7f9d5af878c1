// Books what the cost of the dispatched tonnes is made of: their routes, and what events add to them.

import { type CompiledModel, effectKinds } from '../compile/compiled-model.ts';
import type { ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';

/** Books what the events of the step add to the costs of what was dispatched, over the routes that they hit. */
export function recordEventCosts(
  model: CompiledModel,
  state: EngineState,
  result: ReplicationResult,
): void {
  const { effectStart } = model.events;
  for (let event = 0; event + 1 < effectStart.length; event++) {
    if (state.events.strength[event] === 0) continue;
    for (let effect = effectStart[event]; effect < effectStart[event + 1]; effect++) {
      recordEffect(model, state, event, effect, result);
    }
  }
}

function recordEffect(
  { events, choice, routes, counts, time }: CompiledModel,
  state: EngineState,
  event: number,
  effect: number,
  result: ReplicationResult,
): void {
  const booking = bookingOf(events.effectKind[effect], choice, result);
  if (!booking) return;
  const { sums, cellPrice } = booking;
  const { effectRoutes } = events;
  const { routeCell, routeGroup } = routes;
  const { dispatched } = state.choice;
  const row = time.stepYear[state.step] * counts.groups;
  const value = state.events.strength[event] * state.events.amount[events.effectAmount[effect]];
  const end = events.effectRouteStart[effect + 1];
  for (let at = events.effectRouteStart[effect]; at < end; at++) {
    const route = effectRoutes[at];
    const cost = cellPrice ? value * cellPrice[routeCell[route]] : value;
    sums[row + routeGroup[route]] += dispatched[route] * cost;
  }
}

/** Where a kind of effect is booked, and by what its amount is multiplied; undefined when it costs nothing. */
function bookingOf(
  kind: number,
  { cellValue, cellValueOfTime }: CompiledModel['choice'],
  { groupEventCost, groupEventTime, groupEventRisk }: ReplicationResult,
): { sums: Float64Array; cellPrice?: Float64Array } | undefined {
  switch (kind) {
    case effectKinds.cost:
      return { sums: groupEventCost };
    case effectKinds.time:
      return { sums: groupEventTime, cellPrice: cellValueOfTime };
    case effectKinds.risk:
      return { sums: groupEventRisk, cellPrice: cellValue };
    default:
      return undefined;
  }
}

/** The tonnes that a route dispatched in a year are those that entered its first leg: legs of kinds 0 and 2 start at origins. */
export function bookRoutes(
  { counts, routes }: CompiledModel,
  { accounts }: EngineState,
  result: ReplicationResult,
  year: number,
): void {
  const firstOnward = routes.cellRouteStart[counts.cells];
  for (const kind of [0, 2]) {
    for (let leg = routes.legKindStart[kind]; leg < routes.legKindStart[kind + 1]; leg++) {
      if (routes.legSource[leg] >= firstOnward) continue;
      result.routeDispatched[year * counts.routes + routes.legSource[leg]] =
        accounts.legTonnes[leg];
    }
  }
}
