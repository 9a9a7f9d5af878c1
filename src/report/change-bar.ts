// Draws a change as a bar in a table cell: the mean, and a thin line for nine runs in ten.

import { scaleLinear } from 'd3-scale';
import { element, type Markup, picture } from './markup.ts';
import type { Estimate } from './select.ts';

const barWidth = 180;
const barHeight = 18;
const margin = 2;

/** The scale of the bars of one table: zero and every end fit. */
export function barScale(changes: readonly Estimate[]): (value: number) => number {
  const ends = changes.flatMap(({ mean, p05, p95 }) => [mean, p05, p95]).filter(Number.isFinite);
  return scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends)])
    .range([margin, barWidth - margin]);
}

/** The cell; `className` gives the bar's colour. */
export function barCell(
  change: Estimate,
  className: string,
  place: (value: number) => number,
): Markup {
  return element('td', { class: 'bar' }, changeBar(change, className, place));
}

function changeBar(
  { mean, p05, p95 }: Estimate,
  className: string,
  place: (value: number) => number,
): Markup {
  if (!Number.isFinite(mean)) return '';
  const [zero, end] = [place(0), place(mean)];
  const hasRange = Number.isFinite(p05) && Number.isFinite(p95);
  return picture(
    { width: barWidth, height: barHeight, title: '', className: 'change-bar' },
    element('rect', {
      x: Math.min(zero, end),
      y: 4,
      width: Math.abs(end - zero),
      height: barHeight - 8,
      class: className,
    }),
    hasRange
      ? element('path', {
          d: `M${place(p05).toFixed(1)} ${barHeight / 2}H${place(p95).toFixed(1)}`,
          class: 'whisker',
        })
      : '',
    element('path', { d: `M${zero.toFixed(1)} 0V${barHeight}`, class: 'axis' }),
  );
}
