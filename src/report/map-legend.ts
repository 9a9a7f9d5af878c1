// Explains the lines and marks of a map: widths, colours, rings.

import type { StudySummary } from '../results/study-summary.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { formatNumber, threeDigitScale, tonneScale } from './format.ts';
import { type LegendEntry, lineEntry } from './legend.ts';
import { cross, ringRadius } from './map-events.ts';
import { strokeWidth } from './map-lines.ts';
import { largestQueueRadius } from './map-queues.ts';
import { element } from './markup.ts';
import { corridorName } from './names.ts';

/** The legend of the layers with the loads: the corridors with a colour of their own. */
export function loadEntries(
  summary: StudySummary,
  colours: CorridorColours,
  largest: number,
): LegendEntry[] {
  const names = colours.coloured.map((id) =>
    lineEntry(colours.classOf(id), 5, corridorName(summary, id)),
  );
  return [...widths(largest), ...names, lineEntry('k0', 5, 'other corridors')];
}

/** The legend of the layer with the changes. */
export function changeEntries(largest: number): LegendEntry[] {
  return [
    ...widths(largest),
    lineEntry('loss', 5, 'less than in the baseline'),
    lineEntry('gain', 5, 'more'),
    lineEntry('idle', 1.2, 'about the same'),
  ];
}

/** The legend of what stands on every layer. */
export function markEntries(largestQueue: number): LegendEntry[] {
  const ring = element('circle', { cx: 8, cy: 9, r: ringRadius, class: 'hit' });
  return [
    ...queueEntry(largestQueue),
    { shape: ring, width: 16, height: 18, label: 'where an event acts' },
    { shape: cross([8, 9], ''), width: 16, height: 18, label: 'closed' },
  ];
}

function queueEntry(largest: number): LegendEntry[] {
  if (!(largest > 0)) return [];
  const round = roundBelow(largest);
  const radius = largestQueueRadius * Math.sqrt(round / largest);
  const shape = element('circle', { cx: 28, cy: radius + 1, r: radius, class: 'queue' });
  const label = `${amount(round)} wait on average`;
  return [{ shape, width: 56, height: 2 * radius + 2, label }];
}

/** Two round amounts of which the larger is at most the largest on the map. */
function widths(largest: number): LegendEntry[] {
  if (!(largest > 0)) return [];
  return [roundBelow(largest), roundBelow(largest / 4)].map((tonnes) =>
    lineEntry('neutral', strokeWidth(tonnes, largest), `${amount(tonnes)} a year`),
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
