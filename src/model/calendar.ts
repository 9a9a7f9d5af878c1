// Calendar dates as day numbers: whole days since 1 January 1970, in the Gregorian calendar.

const millisecondsPerDay = 86_400_000;

/** Mean length of a calendar year, for rates that hold every day (capacities). */
export const daysPerYear = 365.25;

/** A date of the Gregorian calendar. */
export interface CalendarDate {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  /** 1-31. */
  readonly day: number;
}

/** Day number of a date; 1970-01-01 is 0. Months above 12 run on into later years. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
}

/** The date that a day number, rounded down, stands for. */
export function calendarDate(dayNumberOfDate: number): CalendarDate {
  const date = new Date(Math.floor(dayNumberOfDate) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from 1 January of the year to 1 January of the next: 365 or 366. */
export function daysInYear(year: number): number {
  return dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
}

/** `2027-03-09`. */
export function formatDate(dayNumberOfDate: number): string {
  const { year, month, day } = calendarDate(dayNumberOfDate);
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** `2027-03`. */
export function formatMonth(dayNumberOfDate: number): string {
  return formatDate(dayNumberOfDate).slice(0, 7);
}

/** Day number of `YYYY-MM-DD`, or undefined when there is no such date. */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const number = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDate(number) === text ? number : undefined;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
