// Draws one quantity month by month: the scenario with its band, the baseline dashed, the events shaded.

import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { SummaryEvent } from '../results/study-summary.ts';
import { compactPath } from './compact-path.ts';
import { formatNumber, type TonneScale, tonneScale } from './format.ts';
import { element, type Markup, picture, text } from './markup.ts';
import { type MonthlySeries, monthPosition } from './monthly-series.ts';
import type { Estimate } from './select.ts';

const width = 380;
const height = 220;
const edges = { left: 6, right: width - 34, top: 20, bottom: height - 22 };
/** Room that the name of a year takes, px. */
const yearNameWidth = 36;
/** Events are shaded at least this wide, px. */
const leastShade = 2;

interface Axes {
  readonly across: (month: number) => number;
  readonly down: (value: number) => number;
}

/** The chart, readable at phone width. `rate` ends the unit: `a day`, or nothing. */
export function seriesChart(
  series: MonthlySeries,
  events: readonly SummaryEvent[],
  options: { readonly title: string; readonly rate: string },
): Markup {
  const vertical = scaleLinear()
    .domain(valueRange(series))
    .nice(4)
    .range([edges.bottom, edges.top]);
  const across = scaleLinear().domain([0, series.months.length]).range([edges.left, edges.right]);
  const axes: Axes = { across, down: vertical };
  const scale = tonneScale([vertical.domain()[1]]);
  return picture(
    { width, height, title: `${options.title}, month by month`, className: 'series' },
    ...eventShades(events, series.months[0], axes),
    ...valueAxis(vertical.ticks(4), scale, options.rate, axes),
    ...yearAxis(series.months, axes),
    curves(series, axes),
  );
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

function valueAxis(
  ticks: readonly number[],
  scale: TonneScale,
  rate: string,
  { down }: Axes,
): Markup[] {
  const decimals = ticks.some((tick) => (tick / scale.tonnesPerUnit) % 1 !== 0) ? 1 : 0;
  const unit = `${scale.unit} ${rate}`.trim();
  return ticks.flatMap((tick, index) => {
    const label = formatNumber(tick / scale.tonnesPerUnit, decimals);
    const y = down(tick);
    return [
      element('path', {
        d: `M${edges.left} ${y.toFixed(1)}H${edges.right}`,
        class: tick === 0 ? 'zero' : 'grid',
      }),
      element('text', { x: width, y: y + 4, 'text-anchor': 'end' }, text(label)),
      index === ticks.length - 1
        ? element('text', { x: width, y: 10, 'text-anchor': 'end', class: 'unit' }, text(unit))
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
      d: januaries.map((month) => `M${across(month).toFixed(1)} ${edges.bottom}v5`).join(''),
      class: 'zero',
    }),
    ...named
      .filter((month) => across(month) <= edges.right - yearNameWidth / 2)
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
  const inside = (x: number) => Math.min(Math.max(x, edges.left), edges.right);
  let lastLabel = Number.NEGATIVE_INFINITY;
  return events.flatMap((event, index) => {
    const start = inside(across(monthPosition(event.earliestStart, firstMonth)));
    const end =
      event.latestEnd === ''
        ? edges.right
        : inside(across(monthPosition(event.latestEnd, firstMonth)));
    const shade = element('rect', {
      x: start,
      y: edges.top,
      width: Math.max(end - start, leastShade),
      height: edges.bottom - edges.top,
      class: 'event',
    });
    const label = Math.max(start, lastLabel + 11);
    lastLabel = label;
    return [
      shade,
      element(
        'text',
        { x: label, y: edges.top - 5, class: 'event-number' },
        text(String(index + 1)),
      ),
    ];
  });
}
