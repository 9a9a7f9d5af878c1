// Works out what shippers know of the coming capacity of the posts that have a calendar or that announced events hit.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { meanStrength } from './event-strength.ts';
import type { EngineState } from './state.ts';

/** Stands for a capacity without limit where capacities are cumulated, t/day. */
const unlimited = 1e300;

/**
 * Cumulates the capacity of every foreseen post from now on, step by step, as shippers see it now: calendars are known;
 * announced events act at their time; all other events go on as they are now.
 */
export function foreseeCapacities(model: CompiledModel, state: EngineState): void {
  const { foresight, conditions } = state;
  const { posts } = model.foresight;
  foresight.pending = false;
  for (let foreseen = 0; foreseen < posts.length; foreseen++) {
    conditions.capacityOfEvents[foreseen] = conditions.capacity[posts[foreseen]];
    cumulateCapacity(model, state, foreseen);
    const lastOpen = foresight.lastOpenStep[foreseen];
    if (lastOpen < Infinity && lastOpen >= state.step) foresight.pending = true;
  }
}

function cumulateCapacity(model: CompiledModel, state: EngineState, foreseen: number): void {
  const { foresight } = state;
  const { stepDays } = model.time;
  const row = foreseen * (foresight.steps + 1);
  let sum = 0;
  let lastOpen = -1;
  foresight.cumulated[row + state.step] = 0;
  for (let step = state.step; step < foresight.steps; step++) {
    const capacity = capacityIn(model, state, foreseen, step);
    if (capacity > 0) lastOpen = step;
    sum += capacity * stepDays;
    foresight.cumulated[row + step + 1] = sum;
  }
  foresight.lastOpenStep[foreseen] = lastOpen === foresight.steps - 1 ? Infinity : lastOpen;
}

/** Capacity of a foreseen post in a coming step, as shippers see it now, t/day. */
function capacityIn(
  model: CompiledModel,
  state: EngineState,
  foreseen: number,
  step: number,
): number {
  const { effectStart, effects, effectEvents, effectIsClosure, posts } = model.foresight;
  const { isKnown, strength, amount } = state.events;
  const from = step * model.time.stepDays;
  let capacity = Math.min(model.postCapacity[posts[foreseen]], unlimited);
  capacity *= calendarFactor(model, posts[foreseen], step);
  for (let at = effectStart[foreseen]; at < effectStart[foreseen + 1]; at++) {
    const event = effectEvents[at];
    const weight =
      isKnown[event] === 1
        ? meanStrength(state.events, event, from, from + model.time.stepDays)
        : strength[event];
    const factor = effectIsClosure[at] === 1 ? 0 : amount[model.events.effectAmount[effects[at]]];
    capacity *= 1 + weight * (factor - 1);
  }
  return capacity;
}

/** Factor of the capacity of a post in a step; after the horizon its mean, 1. */
function calendarFactor({ calendars, counts }: CompiledModel, post: number, step: number): number {
  const calendar = calendars.postCalendar[post];
  if (calendar < 0 || step >= counts.steps) return 1;
  return calendars.factor[calendar * counts.steps + step];
}

/** Spreads the capacities that have a calendar over the year. */
export function applyCalendars(model: CompiledModel, { step, conditions }: EngineState): void {
  const { posts } = model.foresight;
  for (let foreseen = 0; foreseen < posts.length; foreseen++) {
    const factor = calendarFactor(model, posts[foreseen], step);
    const capacity = conditions.capacityOfEvents[foreseen];
    conditions.capacity[posts[foreseen]] = factor > 0 ? capacity * factor : 0;
  }
}
