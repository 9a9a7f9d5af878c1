// Lays the horizon out as steps, months and years.

import { daysInYear, formatMonth } from '../model/calendar.ts';
import type { Horizon } from '../model/scenario.ts';
import type { TimeArrays } from './compiled-model.ts';

/** The time axis with the names of its periods. */
export interface NamedTimeArrays extends TimeArrays {
  /** `2027-03`. */
  readonly months: readonly string[];
  /** `2027`. */
  readonly years: readonly string[];
}

/** Lays out the steps; a step belongs to the month and year of its first instant. */
export function layOutTime(horizon: Horizon): NamedTimeArrays {
  const { startDay, endDay, stepDays } = horizon;
  const steps = Math.round((endDay - startDay) / stepDays);
  const months: string[] = [];
  const years: string[] = [];
  const stepMonth = new Int32Array(steps);
  const stepYear = new Int32Array(steps);
  for (let step = 0; step < steps; step++) {
    const month = formatMonth(startDay + step * stepDays);
    if (months.at(-1) !== month) months.push(month);
    if (years.at(-1) !== month.slice(0, 4)) years.push(month.slice(0, 4));
    stepMonth[step] = months.length - 1;
    stepYear[step] = years.length - 1;
  }
  const yearDays = Float64Array.from(years, (year) => daysInYear(Number(year)));
  return { stepDays, startDay, stepMonth, stepYear, yearDays, months, years };
}
