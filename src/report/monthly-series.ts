// Reads the monthly course of a quantity before and after, for the months around a scenario's events.

import { calendarDate, dayNumber, parseDate } from '../model/calendar.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary, SummaryEvent, SummaryScenario } from '../results/study-summary.ts';
import { type Estimate, estimateOf, indexRows, selectRows, zeroEstimate } from './select.ts';

/** A quantity month by month; a month without a row counts as zero. */
export interface MonthlySeries {
  /** `2027-03`, in order. */
  readonly months: readonly string[];
  readonly baseline: readonly Estimate[];
  readonly scenario: readonly Estimate[];
}

/** The rows of a table that hold a quantity. */
export interface MonthlySource {
  readonly table: 'corridors' | 'posts';
  readonly column: 'corridor' | 'post';
  readonly id: string;
  readonly variable: string;
}

/** What is shown before the first event and after the last, months. */
const monthsBefore = 6;
const monthsAfter = 18;

/** The months to show: those around the events, or the whole horizon when there are none. */
export function monthsToShow(
  summary: StudySummary,
  events: readonly SummaryEvent[],
): readonly string[] {
  const first = monthIndex(summary.start);
  const last = monthIndex(summary.end);
  const starts = events.map((event) => monthIndex(event.earliestStart));
  const ends = events.map(({ latestEnd }) =>
    latestEnd === '' ? last : monthIndex(latestEnd) + monthsAfter,
  );
  const from = Math.max(first, Math.min(...starts, last) - monthsBefore);
  const to = Math.min(last, Math.max(...ends, from + monthsAfter));
  const shown = events.length === 0 ? first : from;
  return Array.from({ length: to - shown + 1 }, (_, index) => monthName(shown + index));
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The course of one variable of one corridor or post. */
export function monthlySeries(
  results: ResultsFolder,
  scenario: SummaryScenario,
  months: readonly string[],
  source: MonthlySource,
): MonthlySeries {
  const read = (name: string) => {
    const conditions = { [source.column]: source.id, variable: source.variable };
    const rows = indexRows(selectRows(results, source.table, name, conditions), 'period');
    return months.map((month) => (rows.has(month) ? estimateOf(rows.get(month)) : zeroEstimate));
  };
  return { months, baseline: read(scenario.baseline), scenario: read(scenario.name) };
}

/** The series with every number divided by the days of its month that lie in the horizon: tonnes a day. */
export function perDay(series: MonthlySeries, summary: StudySummary): MonthlySeries {
  const days = series.months.map((month) => daysOfMonth(month, summary));
  const divide = (estimates: readonly Estimate[]) =>
    estimates.map((estimate, index) => scaled(estimate, 1 / days[index]));
  return {
    months: series.months,
    baseline: divide(series.baseline),
    scenario: divide(series.scenario),
  };
}

function daysOfMonth(month: string, summary: StudySummary): number {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const start = Math.max(dayNumber(year, number, 1), parseDate(summary.start)!);
  const end = Math.min(dayNumber(year, number + 1, 1), parseDate(summary.end)! + 1);
  return end - start;
}

/** Position of a date among months on an axis on which every month is one long. */
export function monthPosition(date: string, firstMonth: string): number {
  const day = parseDate(date)!;
  const { year, month } = calendarDate(day);
  const start = dayNumber(year, month, 1);
  const share = (day - start) / (dayNumber(year, month + 1, 1) - start);
  return year * 12 + month - 1 + share - monthIndex(firstMonth);
}

function scaled({ mean, lower, upper, p05, p95 }: Estimate, factor: number): Estimate {
  return {
    mean: mean * factor,
    lower: lower * factor,
    upper: upper * factor,
    p05: p05 * factor,
    p95: p95 * factor,
  };
}
