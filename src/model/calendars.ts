// How what a post passes, or what a flow wants to send, is spread over the hours, weekdays and months of a year.

import { calendarDate, dayNumber, daysInYear } from './calendar.ts';

/**
 * A pattern of a year. Its mean over each calendar year is 1, so that a yearly capacity or volume stays what it is and
 * only its spread over the year changes. Days begin at midnight of the horizon's days.
 */
export interface Calendar {
  readonly id: string;
  /** First and last instant of the working day, hours (0-24). */
  readonly openHours: readonly [number, number];
  /** Whether each weekday counts, Monday first [7]. */
  readonly openWeekdays: readonly boolean[];
  /** How busy each month is, in proportion to the others, January first [12]. */
  readonly monthFactors: readonly number[];
}

/** The weekdays as files write them, in order. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const hoursPerDay = 24;

/** Monday is 0. Day 0, 1 January 1970, was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A calendar's function of time, its yearly sums kept. */
export class CalendarPattern {
  private readonly calendar: Calendar;
  private readonly yearMeans = new Map<number, number>();

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  /** Mean factor between two instants, day numbers with fractions; exact. */
  mean(from: number, to: number): number {
    const [opens, closes] = this.calendar.openHours;
    const openDays = (closes - opens) / hoursPerDay;
    let sum = 0;
    for (let day = Math.floor(from); day < to; day++) {
      // Within the day: day numbers are so large that fractions of them would lose digits.
      const begins = Math.max(from - day, opens / hoursPerDay);
      const ends = Math.min(to - day, closes / hoursPerDay);
      if (ends > begins) sum += ((ends - begins) / openDays) * this.ofDay(day);
    }
    return sum / (to - from);
  }

  /** Mean factor of a day. */
  private ofDay(day: number): number {
    const { year } = calendarDate(day);
    const known = this.yearMeans.get(year);
    if (known !== undefined) return this.weight(day) / known;
    let sum = 0;
    const first = dayNumber(year, 1, 1);
    for (let other = 0; other < daysInYear(year); other++) sum += this.weight(first + other);
    this.yearMeans.set(year, sum / daysInYear(year));
    return this.ofDay(day);
  }

  /** Weight of a day in proportion to the others. */
  private weight(day: number): number {
    if (!this.calendar.openWeekdays[weekdayOf(day)]) return 0;
    return this.calendar.monthFactors[calendarDate(day).month - 1];
  }
}
