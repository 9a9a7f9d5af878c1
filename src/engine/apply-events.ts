// Finds out what the events make of the network in a step.

import { type CompiledModel, effectKinds } from '../compile/compiled-model.ts';
import {
  blockRoutesThroughClosedPosts,
  markAvailableOptions,
  markChanges,
} from './availability.ts';
import { meanStrength } from './event-strength.ts';
import { applyCalendars, foreseeCapacities } from './foresee-capacities.ts';
import { layOutLags } from './lags.ts';
import { banShare } from './prepare.ts';
import type { EngineState, EventState } from './state.ts';

/**
 * Brings the conditions of the network up to date. What changes in the middle of a step is averaged over it
 * (capacities, costs, days, demand); what can be used or not is decided at the first instant of the step.
 */
export function applyEvents(model: CompiledModel, state: EngineState): void {
  const changed = moveEvents(model, state);
  if (changed || state.foresight.pending) changeConditions(model, state);
  applyCalendars(model, state);
}

function changeConditions(model: CompiledModel, state: EngineState): void {
  state.conditions.changedIn = state.step;
  resetConditions(model, state);
  const { effectStart } = model.events;
  for (let event = 0; event + 1 < effectStart.length; event++) {
    if (state.events.strength[event] === 0 && state.events.active[event] === 0) continue;
    for (let effect = effectStart[event]; effect < effectStart[event + 1]; effect++) {
      applyEffect(model, state, event, effect);
    }
  }
  layOutLags(model, state);
  foreseeCapacities(model, state);
  blockRoutesThroughClosedPosts(model, state);
  markAvailableOptions(model, state);
  markChanges(model, state);
}

/** Sets the strengths of the step; true when one differs from the last step's. */
function moveEvents(model: CompiledModel, state: EngineState): boolean {
  const { events } = state;
  const from = state.step * model.time.stepDays;
  const to = from + model.time.stepDays;
  if (to < events.calmUntil) return false;
  let changed = state.step === 0;
  for (let event = 0; event < events.start.length; event++) {
    const strength = meanStrength(events, event, from, to);
    const active = from >= events.start[event] && from < events.end[event] ? 1 : 0;
    const full = active === 1 && from >= events.start[event] + events.ramp[event] ? 1 : 0;
    const isKnown = from >= events.known[event] ? 1 : 0;
    if (
      strength !== events.strength[event] ||
      active !== events.active[event] ||
      full !== events.full[event] ||
      isKnown !== events.isKnown[event]
    )
      changed = true;
    events.strength[event] = strength;
    events.active[event] = active;
    events.full[event] = full;
    events.isKnown[event] = isKnown;
  }
  events.calmUntil = nextTurn(events, from);
  return changed;
}

/** The next day after this one on which an event begins, ends, is at its full or becomes known; now, while one grows or fades. */
function nextTurn(events: EventState, now: number): number {
  const { start, end, ramp, recovery, known } = events;
  let next = Infinity;
  for (let event = 0; event < start.length; event++) {
    const fullAt = start[event] + ramp[event];
    const goneAt = end[event] + recovery[event];
    if (now >= start[event] && now < fullAt && now < goneAt) return now;
    if (now >= end[event] && now < goneAt) return now;
    for (const day of [known[event], start[event], fullAt, end[event], goneAt])
      if (day > now && day < next) next = day;
  }
  return next;
}

function resetConditions(model: CompiledModel, state: EngineState): void {
  const { conditions } = state;
  const { shutLinkRouteStart, shutLinkRoutes } = model.events;
  conditions.capacity.set(model.postCapacity);
  conditions.earlierAddedCost.set(conditions.addedCost);
  state.choice.wasAvailable.set(state.choice.available);
  conditions.addedCost.fill(0);
  conditions.earlierLegDays.set(conditions.legDays);
  conditions.legDays.set(model.routes.legDays);
  conditions.demandFactor.fill(1);
  conditions.openings.fill(0);
  conditions.blockers.fill(0);
  for (let at = 0; at < shutLinkRouteStart[shutLinkRouteStart.length - 1]; at++) {
    conditions.blockers[shutLinkRoutes[at]] += 1;
  }
  state.choice.available.fill(1);
}

function applyEffect(
  model: CompiledModel,
  state: EngineState,
  event: number,
  effect: number,
): void {
  const { effectKind, effectAmount } = model.events;
  const { active, full, strength, amount } = state.events;
  const value = effectAmount[effect] < 0 ? 0 : amount[effectAmount[effect]];
  switch (effectKind[effect]) {
    case effectKinds.close:
      multiplyCapacity(model, state, effect, 1 - strength[event]);
      if (full[event] === 1) blockRoutes(model, state, effect);
      return;
    case effectKinds.open:
      if (active[event] === 1) openLinks(model, state, effect);
      return;
    case effectKinds.capacity:
      multiplyCapacity(model, state, effect, 1 + strength[event] * (value - 1));
      return;
    case effectKinds.cost:
      addCost(model, state, effect, strength[event] * value, false);
      return;
    case effectKinds.risk:
      addCost(model, state, effect, strength[event] * value, true);
      return;
    case effectKinds.time:
      addDays(model, state, effect, strength[event] * value);
      return;
    case effectKinds.demand:
      multiplyDemand(model, state, effect, 1 + strength[event] * (value - 1));
      return;
    case effectKinds.ban:
      if (active[event] === 1) banRoutes(model, state, effect);
  }
}

function multiplyCapacity(
  model: CompiledModel,
  state: EngineState,
  effect: number,
  factor: number,
): void {
  const { effectPostStart, effectPosts } = model.events;
  for (let at = effectPostStart[effect]; at < effectPostStart[effect + 1]; at++) {
    const post = effectPosts[at];
    const capacity = state.conditions.capacity[post];
    state.conditions.capacity[post] = factor > 0 ? capacity * factor : 0;
  }
}

function blockRoutes(model: CompiledModel, state: EngineState, effect: number): void {
  const { effectRouteStart, effectRoutes } = model.events;
  for (let at = effectRouteStart[effect]; at < effectRouteStart[effect + 1]; at++) {
    state.conditions.blockers[effectRoutes[at]] += 1;
  }
}

function openLinks(model: CompiledModel, state: EngineState, effect: number): void {
  const { effectShutLinkStart, effectShutLinks, shutLinkRouteStart, shutLinkRoutes } = model.events;
  const { openings, blockers } = state.conditions;
  for (let at = effectShutLinkStart[effect]; at < effectShutLinkStart[effect + 1]; at++) {
    const link = effectShutLinks[at];
    openings[link] += 1;
    if (openings[link] > 1) continue;
    for (let row = shutLinkRouteStart[link]; row < shutLinkRouteStart[link + 1]; row++) {
      blockers[shutLinkRoutes[row]] -= 1;
    }
  }
}

function addCost(
  model: CompiledModel,
  state: EngineState,
  effect: number,
  value: number,
  ofCargoValue: boolean,
): void {
  const { effectRouteStart, effectRoutes } = model.events;
  const { addedCost } = state.conditions;
  for (let at = effectRouteStart[effect]; at < effectRouteStart[effect + 1]; at++) {
    const route = effectRoutes[at];
    addedCost[route] += ofCargoValue
      ? value * model.choice.cellValue[model.routes.routeCell[route]]
      : value;
  }
}

function addDays(model: CompiledModel, state: EngineState, effect: number, days: number): void {
  const { effectRouteStart, effectRoutes, effectLegs } = model.events;
  const { addedCost, legDays } = state.conditions;
  for (let at = effectRouteStart[effect]; at < effectRouteStart[effect + 1]; at++) {
    const cell = model.routes.routeCell[effectRoutes[at]];
    addedCost[effectRoutes[at]] += days * model.choice.cellValueOfTime[cell];
    legDays[effectLegs[at]] += days;
  }
}

function multiplyDemand(
  model: CompiledModel,
  state: EngineState,
  effect: number,
  factor: number,
): void {
  const { effectCellStart, effectCells } = model.events;
  for (let at = effectCellStart[effect]; at < effectCellStart[effect + 1]; at++) {
    state.conditions.demandFactor[effectCells[at]] *= factor;
  }
}

/**
 * Takes the routes that a ban hits from the segments that it binds: those below its share. Cargo that turns back takes
 * no banned route at all.
 */
function banRoutes(model: CompiledModel, state: EngineState, effect: number): void {
  const { effectRouteStart, effectRoutes } = model.events;
  const { cellSegmentStart, segmentOptionStart } = model.choice;
  const share = banShare(model, state, effect);
  const firstOnward = model.routes.cellRouteStart[model.counts.cells];
  for (let at = effectRouteStart[effect]; at < effectRouteStart[effect + 1]; at++) {
    const route = effectRoutes[at];
    const cell = model.routes.routeCell[route];
    if (route >= firstOnward) {
      if (share > 0) state.conditions.blockers[route] += 1;
      continue;
    }
    let below = 0;
    for (let segment = cellSegmentStart[cell]; segment < cellSegmentStart[cell + 1]; segment++) {
      below += state.choice.segmentWeight[segment];
      if (below > share * (1 + 1e-12)) break;
      state.choice.available[
        segmentOptionStart[segment] + route - model.routes.cellRouteStart[cell]
      ] = 0;
    }
  }
}
