// Sets a state up for one replication: fills in the draws, sizes the rings, clears what is left of the last run.

import { type CompiledModel, effectKinds } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/**
 * Makes the state ready for step 0.
 * @param draws value of each of the model's inputs, in the unit of its field [inputs]
 */
export function prepare(model: CompiledModel, draws: Float64Array, state: EngineState): void {
  state.step = 0;
  resolveAmounts(model, draws, state);
  placeEvents(model, draws, state);
  splitCells(model, state);
  sizeRings(model, state);
  sizeForesight(model, state);
  clear(state);
  state.loops.bind(model, state);
}

function resolveAmounts(model: CompiledModel, draws: Float64Array, state: EngineState): void {
  const { constant, input } = model.amounts;
  const { amount } = state.events;
  for (let index = 0; index < amount.length; index++) {
    amount[index] = input[index] < 0 ? constant[index] : draws[input[index]];
  }
}

function placeEvents(model: CompiledModel, draws: Float64Array, state: EngineState): void {
  const { from, duration, ramp, recovery, noticeDays, probability, occurrenceInput } = model.events;
  const { events } = state;
  for (let event = 0; event < from.length; event++) {
    const happens =
      occurrenceInput[event] < 0 || draws[occurrenceInput[event]] < probability[event];
    const begin = happens ? events.amount[from[event]] - model.time.startDay : Infinity;
    events.start[event] = begin;
    events.end[event] = begin + Math.max(0, events.amount[duration[event]]);
    if (model.events.between[event] >= 0) placeOccurrence(model, state, event);
    events.ramp[event] = Math.max(0, events.amount[ramp[event]]);
    events.recovery[event] = Math.max(0, events.amount[recovery[event]]);
    events.known[event] =
      noticeDays[event] < 0
        ? Infinity
        : events.start[event] - Math.max(0, events.amount[noticeDays[event]]);
  }
}

/**
 * Moves an occurrence of a repeating event from the begin of its window to so long after the end of the one before, and
 * ends it with the window; it never starts when the window is over by then.
 */
function placeOccurrence(
  model: CompiledModel,
  { events: { amount, start, end } }: EngineState,
  event: number,
): void {
  const { duration, meanBetween, between, window, follows } = model.events;
  const windowEnd = start[event] + Math.max(0, amount[window[event]]);
  const length = Math.max(0, amount[duration[event]]);
  const ready = follows[event] < 0 ? start[event] : end[follows[event]];
  const next = ready + Math.max(0, amount[meanBetween[event]]) * amount[between[event]];
  start[event] = next < windowEnd ? next : Infinity;
  end[event] = next < windowEnd ? Math.min(next + length, windowEnd) : Infinity;
}

/**
 * Weighs the segments of each cell. Bans are nested: the shippers most exposed to sanctions are bound by every
 * ban, so with ban shares κ1 <= κ2 <= … segment i holds κ(i+1) - κ(i) of the cell and obeys the bans above it.
 */
function splitCells(model: CompiledModel, state: EngineState): void {
  const { cellSegmentStart, cellBanStart, cellBans } = model.choice;
  const { segmentWeight } = state.choice;
  for (let cell = 0; cell < model.counts.cells; cell++) {
    const shares = Array.from(
      cellBans.subarray(cellBanStart[cell], cellBanStart[cell + 1]),
      (effect) => banShare(model, state, effect),
    ).sort((a, b) => a - b);
    let below = 0;
    shares.forEach((share, index) => {
      segmentWeight[cellSegmentStart[cell] + index] = share - below;
      below = share;
    });
    segmentWeight[cellSegmentStart[cell] + shares.length] = 1 - below;
  }
}

/** Share of the cargo that a ban binds, 0-1. */
export function banShare(model: CompiledModel, state: EngineState, effect: number): number {
  return Math.min(1, Math.max(0, state.events.amount[model.events.effectAmount[effect]]));
}

/** Makes the rings long enough for every leg and for the longest way to a post. */
function sizeRings(model: CompiledModel, state: EngineState): void {
  const { counts, routes, time } = model;
  const { flow } = state;
  const { arena } = state.loops;
  const legDays = addedDays(model, state).map((added, leg) => added + routes.legDays[leg]);
  const legRows = powerOfTwoAbove(
    legDays.reduce((longest, days) => Math.max(longest, days), 0) / time.stepDays + 1,
  );
  flow.arriving = arena.resized(flow.arriving, legRows * legDays.length);
  flow.arrivingMask = legRows - 1;
  const wayRows = powerOfTwoAbove(longestWayDays(model, legDays) / time.stepDays + 2);
  if (flow.expectedMask === wayRows - 1) return;
  flow.expected = arena.resized(flow.expected, wayRows * counts.posts);
  flow.lastAnnounced = arena.resized(flow.lastAnnounced, wayRows * counts.posts);
  flow.predictedQueue = arena.resized(flow.predictedQueue, wayRows + 1);
  flow.expectedMask = wayRows - 1;
  state.conditions.announcements.keyNext = new Int32Array(counts.posts * wayRows);
}

function longestWayDays({ counts, routes }: CompiledModel, legDays: Float64Array): number {
  let longest = 0;
  for (let route = 0; route < counts.routes; route++) {
    let days = legDays[routes.routeLastLeg[route]];
    for (
      let place = routes.routeStageStart[route];
      place < routes.routeStageStart[route + 1];
      place++
    ) {
      days += legDays[routes.routeStages[place]];
    }
    if (days > longest) longest = days;
  }
  return longest;
}

/** The most days that events of this replication can add to each leg [legs]. */
function addedDays(model: CompiledModel, state: EngineState): Float64Array {
  const { effectKind, effectAmount, effectRouteStart, effectLegs } = model.events;
  const days = new Float64Array(model.routes.legDays.length);
  effectKind.forEach((kind, effect) => {
    if (kind !== effectKinds.time) return;
    const added = Math.max(0, state.events.amount[effectAmount[effect]]);
    for (let at = effectRouteStart[effect]; at < effectRouteStart[effect + 1]; at++)
      days[effectLegs[at]] += added;
  });
  return days;
}

/** Makes the foresight reach over the longest way after the horizon, and to the end of every announced event. */
function sizeForesight(model: CompiledModel, state: EngineState): void {
  const { foresight, events, flow } = state;
  const foreseen = model.foresight.posts.length;
  if (foreseen === 0) return;
  let steps = model.counts.steps + flow.expectedMask + 1;
  for (let event = 0; event < events.known.length; event++) {
    const end = (events.end[event] + events.recovery[event]) / model.time.stepDays;
    if (events.known[event] < Infinity && end < Infinity) steps = Math.max(steps, Math.ceil(end));
  }
  foresight.steps = steps;
  if (foresight.cumulated.length !== foreseen * (steps + 1))
    foresight.cumulated = new Float64Array(foreseen * (steps + 1));
}

function powerOfTwoAbove(value: number): number {
  let power = 2;
  while (power <= value) power *= 2;
  return power;
}

function clear({ events, foresight, choice, flow, accounts }: EngineState): void {
  foresight.pending = false;
  events.strength.fill(Number.NaN);
  events.active.fill(0);
  events.full.fill(0);
  events.isKnown.fill(0);
  events.calmUntil = Number.NEGATIVE_INFINITY;
  choice.waitDays.fill(0);
  choice.available.fill(0);
  choice.segmentChanged.fill(0);
  choice.share.fill(0);
  choice.noShipShare.fill(0);
  for (const column of [
    flow.arriving,
    flow.expected,
    flow.lastAnnounced,
    flow.queue,
    flow.queueing,
    flow.postWaiting,
    flow.lastWait,
  ])
    column.fill(0);
  for (const column of Object.values(accounts) as Float64Array[]) column.fill(0);
}
