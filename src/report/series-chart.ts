// Draws one quantity month by month: the scenario with its band, the baseline dashed, the events shaded.

import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { SummaryEvent } from '../results/study-summary.ts';
import { compactPath } from './compact-path.ts';
import { formatNumber, tonneScale } from './format.ts';
import { element, type Markup, picture, text } from './markup.ts';
import { type MonthlySeries, monthPosition } from './monthly-series.ts';
import type { Estimate } from './select.ts';

const width = 380;
const height = 220;
/** Where the curves may run, px. */
export const plotLeft = 6;
export const plotRight = width - 34;
export const plotTop = 22;
export const plotBottom = height - 22;
/** Room that the name of a year takes, px. */
const yearNameWidth = 36;
/** Events are shaded at least this wide, px. */
const leastShade = 2;
/** Of a figure in the number of an event, and between two numbers, px. */
const digitWidth = 9;
const eventNumberGap = 6;

interface Axes {
  readonly across: (month: number) => number;
  readonly down: (value: number) => number;
}

/** What a chart shows. */
export interface SeriesOptions {
  readonly title: string;
  /** What the numbers are: tonnes, tonnes a day, or days. */
  readonly unit: 't' | 't a day' | 'day';
  /** Class of the colour. */
  readonly colour: string;
}

/** The unit of the axis, and how many of the table's units make one. */
interface AxisUnit {
  readonly name: string;
  readonly size: number;
}

/** The chart, readable at phone width. Its attributes hold the numbers, for the script of the page. */
export function seriesChart(
  series: MonthlySeries,
  events: readonly SummaryEvent[],
  options: SeriesOptions,
): Markup {
  const vertical = scaleLinear().domain(valueRange(series)).nice(4).range([plotBottom, plotTop]);
  const across = scaleLinear().domain([0, series.months.length]).range([plotLeft, plotRight]);
  const axes: Axes = { across, down: vertical };
  const unit = axisUnit(options.unit, vertical.domain()[1]);
  return picture(
    {
      width,
      height,
      title: `${options.title}, month by month`,
      className: `series ${options.colour}`,
      data: seriesData(series, unit),
    },
    ...eventShades(events, series.months[0], axes),
    ...valueAxis(vertical.ticks(4), unit, axes),
    ...yearAxis(series.months, axes),
    curves(series, axes),
  );
}

function axisUnit(unit: SeriesOptions['unit'], largest: number): AxisUnit {
  if (unit === 'day') return { name: 'days', size: 1 };
  const scale = tonneScale([largest]);
  return { name: unit.replace('t', scale.unit), size: scale.tonnesPerUnit };
}

/** The numbers in the unit of the axis, three digits each, empty where there is none. */
function seriesData({ months, baseline, scenario }: MonthlySeries, { name, size }: AxisUnit) {
  const list = (values: readonly number[]) =>
    values
      .map((value) => (Number.isFinite(value) ? Number((value / size).toPrecision(3)) : ''))
      .join();
  return {
    'data-months': months[0],
    'data-unit': name,
    'data-before': list(baseline.map(({ mean }) => mean)),
    'data-after': list(scenario.map(({ mean }) => mean)),
    'data-low': list(scenario.map(({ p05 }) => p05)),
    'data-high': list(scenario.map(({ p95 }) => p95)),
  };
}

/** From zero to the highest value, or from the lowest when that would leave the lower half empty. */
function valueRange({ scenario, baseline }: MonthlySeries): [number, number] {
  const values = [
    ...scenario.flatMap(({ mean, p05, p95 }) => [mean, p05, p95]),
    ...baseline.map(({ mean }) => mean),
  ].filter(Number.isFinite);
  const highest = Math.max(1, ...values);
  const lowest = Math.min(highest, ...values);
  return [lowest > highest / 2 ? lowest : 0, highest];
}

function curves(series: MonthlySeries, { across, down }: Axes): Markup {
  const x = (_: Estimate, month: number) => across(month + 0.5);
  const known = ({ mean }: Estimate) => Number.isFinite(mean);
  const curve = line<Estimate>(x, (estimate) => down(estimate.mean))
    .defined(known)
    .digits(1);
  const band = area<Estimate>()
    .x(x)
    .y0((estimate) => down(estimate.p05))
    .y1((estimate) => down(estimate.p95))
    .defined(({ p05, p95 }) => Number.isFinite(p05) && Number.isFinite(p95))
    .digits(1);
  return (
    element('path', { d: compactPath(band([...series.scenario]) ?? ''), class: 'band' }) +
    element('path', { d: compactPath(curve([...series.baseline]) ?? ''), class: 'before' }) +
    element('path', { d: compactPath(curve([...series.scenario]) ?? ''), class: 'after' })
  );
}

function valueAxis(ticks: readonly number[], { name, size }: AxisUnit, { down }: Axes): Markup[] {
  const decimals = ticks.some((tick) => (tick / size) % 1 !== 0) ? 1 : 0;
  return ticks.flatMap((tick, index) => {
    const label = formatNumber(tick / size, decimals);
    const y = down(tick);
    return [
      element('path', {
        d: `M${plotLeft} ${y.toFixed(1)}H${plotRight}`,
        class: tick === 0 ? 'zero' : 'grid',
      }),
      element('text', { x: width, y: y + 4, 'text-anchor': 'end' }, text(label)),
      index === ticks.length - 1
        ? element('text', { x: width, y: 12, 'text-anchor': 'end', class: 'unit' }, text(name))
        : '',
    ];
  });
}

/** A mark each January and the names of the years, as many as there is room for. */
function yearAxis(months: readonly string[], { across }: Axes): Markup[] {
  const januaries = [...months.keys()].filter((month) => months[month].endsWith('-01'));
  const pixelsPerYear = across(12) - across(0);
  const step = Math.ceil(yearNameWidth / pixelsPerYear);
  const named = januaries.filter((_, index) => index % step === 0);
  if (across(named[0] ?? months.length) - across(0) >= yearNameWidth) named.unshift(0);
  return [
    element('path', {
      d: januaries.map((month) => `M${across(month).toFixed(1)} ${plotBottom}v5`).join(''),
      class: 'zero',
    }),
    ...named
      .filter((month) => across(month) <= plotRight - yearNameWidth / 2)
      .map((month) =>
        element('text', { x: across(month) + 3, y: height - 5 }, text(months[month].slice(0, 4))),
      ),
  ];
}

function eventShades(
  events: readonly SummaryEvent[],
  firstMonth: string,
  { across }: Axes,
): Markup[] {
  const inside = (x: number) => Math.min(Math.max(x, plotLeft), plotRight);
  const place = (date: string) => inside(across(monthPosition(date, firstMonth)));
  const spans = events
    .map(({ earliestStart, latestEnd }, index) => ({
      number: String(index + 1),
      start: place(earliestStart),
      end: latestEnd === '' ? plotRight : place(latestEnd),
    }))
    .sort((a, b) => a.start - b.start);
  const shades = spans.map(({ start, end }) =>
    element('rect', {
      x: start,
      y: plotTop,
      width: Math.max(end - start, leastShade),
      height: plotBottom - plotTop,
      class: 'event',
    }),
  );
  const starts = [
    ...new Set(spans.map(({ start }) => `M${start.toFixed(1)} ${plotTop}V${plotBottom}`)),
  ];
  return [
    ...shades,
    element('path', { d: starts.join(''), class: 'event-start' }),
    ...eventNumbers(spans),
  ];
}

/** The number of each event at its start; those that would touch the one before step aside. */
function eventNumbers(spans: readonly { number: string; start: number }[]): Markup[] {
  let free = Number.NEGATIVE_INFINITY;
  return spans.map(({ number, start }) => {
    const x = Math.max(start, free);
    free = x + number.length * digitWidth + eventNumberGap;
    return element('text', { x, y: plotTop - 5, class: 'event-number' }, text(number));
  });
}
