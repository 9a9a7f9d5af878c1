// Cuts a model down to the conditions of one date.

import type { CompiledModel } from '../compile/compiled-model.ts';

/**
 * The model as it is from a date on: its first step is the one in which the date lies, so that events stand where they
 * would stand in that step of a run. Calendars are left out: a state at rest knows only their mean.
 * @param day day number within the horizon
 * @throws Error when the day lies outside the horizon
 */
export function modelOnDate(model: CompiledModel, day: number): CompiledModel {
  const { time, counts } = model;
  const step = Math.floor((day - time.startDay) / time.stepDays);
  if (step < 0 || step >= counts.steps) throw new Error(`day ${day} lies outside the horizon`);
  return {
    ...model,
    ...withoutCalendars(model),
    counts: { ...counts, steps: counts.steps - step },
    time: {
      ...time,
      startDay: time.startDay + step * time.stepDays,
      stepMonth: time.stepMonth.subarray(step),
      stepYear: time.stepYear.subarray(step),
    },
  };
}

function withoutCalendars({
  calendars,
  foresight,
}: CompiledModel): Pick<CompiledModel, 'calendars' | 'foresight'> {
  const none = (list: Int32Array) => list.map(() => -1);
  return {
    calendars: {
      factor: new Float64Array(0),
      postCalendar: none(calendars.postCalendar),
      cellCalendar: none(calendars.cellCalendar),
    },
    foresight: {
      posts: new Int32Array(0),
      foreseenOf: none(foresight.foreseenOf),
      effectStart: new Int32Array(1),
      effects: new Int32Array(0),
      effectEvents: new Int32Array(0),
      effectIsClosure: new Int32Array(0),
    },
  };
}
