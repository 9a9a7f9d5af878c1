// A sign of a picture and the words for it, as they stand below the picture in a page or in a file of its own.

import { element, type Markup, text } from './markup.ts';

/** A sign, its size, px, and what it stands for. */
export interface LegendEntry {
  readonly shape: Markup;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** A stretch of line of this colour and width. */
export function lineEntry(className: string, width: number, label: string): LegendEntry {
  const height = Math.max(18, width + 2);
  const attributes = { d: `M2 ${height / 2}H26`, class: className, 'stroke-width': width };
  return { shape: element('path', attributes), width: 28, height, label };
}

/** The sign as a picture in the text of a page. */
export function signPicture({ width, height, shape }: LegendEntry): Markup {
  const [across, down] = [width, height].map((size) => Number(size.toFixed(1)));
  return element(
    'svg',
    { width: across, height: down, viewBox: `0 0 ${across} ${down}`, 'aria-hidden': 'true' },
    shape,
  );
}

/** The entries as a list of a page. */
export function legendList(name: string, entries: readonly LegendEntry[]): Markup {
  const items = entries.map((entry) => element('li', {}, signPicture(entry), text(entry.label)));
  return element('ul', { class: `legend ${name}` }, ...items);
}
