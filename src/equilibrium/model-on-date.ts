// Cuts a model down to the conditions of one date.

import type { CompiledModel } from '../compile/compiled-model.ts';

/**
 * The model as it is from a date on: its first step is the one in which the date lies, so that events stand where they
 * would stand in that step of a run.
 * @param day day number within the horizon
 * @throws Error when the day lies outside the horizon
 */
export function modelOnDate(model: CompiledModel, day: number): CompiledModel {
  const { time, counts } = model;
  const step = Math.floor((day - time.startDay) / time.stepDays);
  if (step < 0 || step >= counts.steps) throw new Error(`day ${day} lies outside the horizon`);
  return {
    ...model,
    counts: { ...counts, steps: counts.steps - step },
    time: {
      ...time,
      startDay: time.startDay + step * time.stepDays,
      stepMonth: time.stepMonth.subarray(step),
      stepYear: time.stepYear.subarray(step),
    },
  };
}
