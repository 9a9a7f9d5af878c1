// Draws the lines of a map: the loads of one run, or what changed between two.

import { formatTonneChange, formatTonnes, tonneScale } from './format.ts';
import type { Stroke } from './map-strokes.ts';
import { element, type Markup, text } from './markup.ts';

export const widestStroke = 20;
/** The style sheet gives lines without a width of their own this one, px. */
export const thinnestStroke = 0.9;
/** Changes below this share of the largest stay grey. */
export const leastChangeShown = 0.01;
/** Lines thinner than this, px, cannot be pointed at and get no title, which would make the page large. */
const leastWidthWithTitle = 3;

/** Width of a line that carries these tonnes, px: in proportion to them, but never too thin to see. */
export function strokeWidth(tonnes: number, largest: number): number {
  return largest > 0 ? Math.max((Math.abs(tonnes) / largest) * widestStroke, thinnestStroke) : 0;
}

/** The lines of one run, wide by tonnes, in these colours; the widest at the bottom. */
export function loadLines(
  strokes: readonly Stroke[],
  colours: readonly string[],
  tonnes: readonly number[],
  largest: number,
): Markup[] {
  const scale = tonneScale([largest]);
  return byWidth(tonnes)
    .filter((index) => tonnes[index] > 0)
    .map((index) => {
      const title = `${strokes[index].name}: ${formatTonnes(tonnes[index], scale)} ${scale.unit}`;
      return line(index, colours[index], strokeWidth(tonnes[index], largest), title);
    });
}

/** The lines that carry cargo at all. */
export function networkLines(tonnes: readonly number[]): Markup[] {
  return tonnes.flatMap((load, index) =>
    load > 0 ? [element('use', { href: `#l${index}` })] : [],
  );
}

/** The lines of what changed, gains and losses; the widest at the bottom. */
export function changeLines(
  strokes: readonly Stroke[],
  change: readonly number[],
  largest: number,
): Markup[] {
  const scale = tonneScale([largest]);
  return byWidth(change)
    .filter((index) => Math.abs(change[index]) > largest * leastChangeShown)
    .map((index) => {
      const title = `${strokes[index].name}: ${formatTonneChange(change[index], scale)} ${scale.unit}`;
      const direction = change[index] < 0 ? 'loss' : 'gain';
      return line(index, direction, strokeWidth(change[index], largest), title);
    });
}

function byWidth(tonnes: readonly number[]): readonly number[] {
  return tonnes
    .map((_, index) => index)
    .sort((a, b) => Math.abs(tonnes[b]) - Math.abs(tonnes[a]) || a - b);
}

function line(index: number, className: string, width: number, title: string): Markup {
  const ownWidth = width > thinnestStroke ? width.toFixed(1) : undefined;
  const attributes = { href: `#l${index}`, class: className, 'stroke-width': ownWidth };
  return width < leastWidthWithTitle
    ? element('use', attributes)
    : element('use', attributes, element('title', {}, text(title)));
}
