// Explains the lines and marks of a map: widths, colours, rings.

import { modes } from '../model/network.ts';
import { formatNumber, tonneScale } from './format.ts';
import { strokeWidth } from './map-lines.ts';
import { element, type Markup, text } from './markup.ts';

/** The legend of the layers with the loads: colours by mode. */
export function loadLegend(largest: number): Markup {
  const names = modes.map((mode) => entry(swatch(mode, 5), mode));
  return legend('loads', [...widths(largest, 'neutral'), ...names, hitEntry()]);
}

/** The legend of the layer with the changes. */
export function changeLegend(largest: number): Markup {
  return legend('changes', [
    ...widths(largest, 'neutral'),
    entry(swatch('loss', 5), 'less than in the baseline'),
    entry(swatch('gain', 5), 'more'),
    entry(swatch('idle', 1.2), 'about the same'),
    hitEntry(),
  ]);
}

function legend(name: string, entries: readonly Markup[]): Markup {
  return element('ul', { class: `legend ${name}` }, ...entries);
}

function entry(sign: Markup, label: string): Markup {
  return element('li', {}, sign, text(label));
}

function hitEntry(): Markup {
  const ring = element('circle', { cx: 8, cy: 9, r: 5.5, class: 'hit' });
  return entry(sign(16, ring), 'where an event acts');
}

/** Two round amounts of which the larger is at most the largest on the map. */
function widths(largest: number, className: string): readonly Markup[] {
  if (!(largest > 0)) return [];
  return [roundBelow(largest), roundBelow(largest / 4)].map((tonnes) => {
    const { unit, tonnesPerUnit } = tonneScale([tonnes]);
    const size = tonnes / tonnesPerUnit;
    const label = `${formatNumber(size, size < 1 ? 1 : 0)} ${unit}`;
    return entry(swatch(className, strokeWidth(tonnes, largest)), label);
  });
}

/** The largest of 1, 2, 5, 10, 20, ... that is not above the number. */
function roundBelow(value: number): number {
  let power = 1;
  while (power * 10 <= value) power *= 10;
  const steps = [5, 2, 1];
  return power * (steps.find((step) => step * power <= value) ?? 1);
}

function swatch(className: string, width: number): Markup {
  const path = element('path', { d: 'M2 9H26', class: className, 'stroke-width': width });
  return sign(28, path);
}

function sign(width: number, shape: Markup): Markup {
  return element(
    'svg',
    { width, height: 18, viewBox: `0 0 ${width} 18`, 'aria-hidden': 'true' },
    shape,
  );
}
