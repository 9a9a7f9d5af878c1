// Tells whether the step is short enough for the queues and the choice of routes to settle.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { renewalRate } from '../engine/update-shares.ts';
import { quantileOf } from '../numerics/distributions.ts';
import { modelOnDate } from './model-on-date.ts';
import { gainOfSplit, largestGains } from './queue-gain.ts';
import { NoStationarySplit, type StaticSplit, solveStaticSplit } from './static-split.ts';

/** A queue that swings for ever about the length at which it would come to rest. */
export interface UnsettledQueue {
  readonly post: number;
  /** Day number of the conditions in which it does. */
  readonly day: number;
  /** Its gain, per day, and the most that it could be with the step of the model. */
  readonly gainPerDay: number;
  readonly limitPerDay: number;
  /** A step, days, with which it settles; undefined = none, averaged costs and inertia are too much together. */
  readonly settlingStepDays: number | undefined;
}

/** Parts of the step that are tried. */
const mostParts = 1000;

/**
 * The gain of queues, per day, below which they and the shares settle; from the roots of the linear step
 * (docs/model.md, eqs. 19 and 21).
 */
export function settlingLimit(
  stepDays: number,
  inertiaDays: number,
  costSmoothingDays: number,
): number {
  const renewal = renewalRate(inertiaDays, stepDays);
  const averaging = renewalRate(costSmoothingDays, stepDays);
  const kept = (1 - renewal) * (1 - averaging);
  const alternating = (2 * (2 - renewal) * (2 - averaging)) / (renewal * averaging);
  const turning = kept > 0 ? (1 - kept) / kept : Infinity;
  return Math.min(alternating, turning) / stepDays;
}

/**
 * The first queue that does not settle, at the medians of the inputs and with every event that may happen: on the first
 * day, at the start of every later year and as each event reaches its full strength. Undefined when all settle; in most
 * models this is plain from `largestGains`, without any search for where the queues come to rest.
 */
export function findUnsettledQueue(model: CompiledModel): UnsettledQueue | undefined {
  const { inertiaDays, costSmoothingDays } = model.choice;
  const { stepDays } = model.time;
  const limitPerDay = settlingLimit(stepDays, inertiaDays, costSmoothingDays);
  if (largestGains(model).every((gain) => gain < limitPerDay)) return undefined;
  const draws = medians(model);
  for (const day of daysOfChange(model, draws)) {
    const split = splitOn(model, day, draws);
    if (!split) continue;
    const { post, perDay } = gainOfSplit(model, split);
    if (perDay < limitPerDay) continue;
    const settlingStepDays = findStep(model, perDay);
    return { post, day, gainPerDay: perDay, limitPerDay, settlingStepDays };
  }
  return undefined;
}

/** The longest of the whole parts of the step with which a gain settles. */
function findStep({ time, choice }: CompiledModel, gain: number): number | undefined {
  for (let parts = 2; parts <= mostParts; parts++) {
    const stepDays = time.stepDays / parts;
    if (gain < settlingLimit(stepDays, choice.inertiaDays, choice.costSmoothingDays))
      return stepDays;
  }
  return undefined;
}

/** The median of each input; of those that decide whether an event happens the least, so that it does [inputs]. */
function medians({ inputs, events }: CompiledModel): Float64Array {
  const draws = Float64Array.from(inputs, ({ distribution }) => quantileOf(distribution, 0.5));
  for (const input of events.occurrenceInput) if (input >= 0) draws[input] = 0;
  return draws;
}

/** First days of the steps in which the conditions are new, in order. */
function daysOfChange({ time, events, amounts }: CompiledModel, draws: Float64Array): number[] {
  const { startDay, stepDays, stepYear } = time;
  const steps = new Set([0]);
  stepYear.forEach((year, step) => {
    if (step > 0 && year !== stepYear[step - 1]) steps.add(step);
  });
  const amount = (index: number) =>
    amounts.input[index] < 0 ? amounts.constant[index] : draws[amounts.input[index]];
  for (let event = 0; event < events.from.length; event++) {
    const full = amount(events.from[event]) + Math.max(0, amount(events.ramp[event])) - startDay;
    const step = Math.ceil(full / stepDays);
    if (step >= 0 && step < stepYear.length) steps.add(step);
  }
  return [...steps].sort((a, b) => a - b).map((step) => startDay + step * stepDays);
}

/** Undefined when more cargo comes than can pass whatever the wait: that queue grows, and does not swing. */
function splitOn(model: CompiledModel, day: number, draws: Float64Array): StaticSplit | undefined {
  try {
    return solveStaticSplit(modelOnDate(model, day), draws);
  } catch (error) {
    if (error instanceof NoStationarySplit) return undefined;
    throw error;
  }
}
