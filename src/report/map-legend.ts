// Explains the lines and marks of a map: widths, colours, rings.

import type { StudySummary } from '../results/study-summary.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { formatNumber, threeDigitScale, tonneScale } from './format.ts';
import { cross, ringRadius } from './map-events.ts';
import { strokeWidth } from './map-lines.ts';
import { largestQueueRadius } from './map-queues.ts';
import { element, type Markup, text } from './markup.ts';
import { corridorName } from './names.ts';

/** The legend of the layers with the loads: the corridors with a colour of their own. */
export function loadLegend(
  summary: StudySummary,
  colours: CorridorColours,
  largest: number,
): Markup {
  const names = colours.coloured.map((id) =>
    entry(swatch(colours.classOf(id), 5), corridorName(summary, id)),
  );
  const others = entry(swatch('k0', 5), 'other corridors');
  return legend('loads', [...widths(largest), ...names, others]);
}

/** The legend of the layer with the changes. */
export function changeLegend(largest: number): Markup {
  return legend('changes', [
    ...widths(largest),
    entry(swatch('loss', 5), 'less than in the baseline'),
    entry(swatch('gain', 5), 'more'),
    entry(swatch('idle', 1.2), 'about the same'),
  ]);
}

/** The legend of what stands on every layer. */
export function markLegend(largestQueue: number): Markup {
  const ring = element('circle', { cx: 8, cy: 9, r: ringRadius, class: 'hit' });
  return legend('marks', [
    ...queueEntry(largestQueue),
    entry(sign(16, 18, ring), 'where an event acts'),
    entry(sign(16, 18, cross([8, 9], '')), 'closed'),
  ]);
}

function queueEntry(largest: number): Markup[] {
  if (!(largest > 0)) return [];
  const round = roundBelow(largest);
  const radius = largestQueueRadius * Math.sqrt(round / largest);
  const circle = element('circle', { cx: 28, cy: radius + 1, r: radius, class: 'queue' });
  return [entry(sign(56, 2 * radius + 2, circle), `${amount(round)} wait on average`)];
}

function legend(name: string, entries: readonly Markup[]): Markup {
  return element('ul', { class: `legend ${name}` }, ...entries);
}

function entry(shape: Markup, label: string): Markup {
  return element('li', {}, shape, text(label));
}

/** Two round amounts of which the larger is at most the largest on the map. */
function widths(largest: number): readonly Markup[] {
  if (!(largest > 0)) return [];
  return [roundBelow(largest), roundBelow(largest / 4)].map((tonnes) =>
    entry(swatch('neutral', strokeWidth(tonnes, largest)), `${amount(tonnes)} a year`),
  );
}

/** A round number of tonnes. */
function amount(tonnes: number): string {
  const { unit, tonnesPerUnit } = tonneScale([tonnes]);
  const size = tonnes / tonnesPerUnit;
  return `${formatNumber(size, size < 1 ? threeDigitScale(tonnes).decimals : 0)} ${unit}`;
}

/** The largest of 1, 2, 5, 10, 20, ... that is not above the number. */
function roundBelow(value: number): number {
  let power = 1;
  while (power * 10 <= value) power *= 10;
  const steps = [5, 2, 1];
  return power * (steps.find((step) => step * power <= value) ?? 1);
}

function swatch(className: string, width: number): Markup {
  const height = Math.max(18, width + 2);
  const path = element('path', {
    d: `M2 ${height / 2}H26`,
    class: className,
    'stroke-width': width,
  });
  return sign(28, height, path);
}

function sign(width: number, height: number, shape: Markup): Markup {
  const [across, down] = [width, height].map((size) => Number(size.toFixed(1)));
  return element(
    'svg',
    { width: across, height: down, viewBox: `0 0 ${across} ${down}`, 'aria-hidden': 'true' },
    shape,
  );
}
