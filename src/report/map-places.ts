// Marks the places of a map: names of those that matter, rings where an event acts.

import { shortName } from '../results/place-names.ts';
import type { StudySummary, SummaryEvent } from '../results/study-summary.ts';
import { exitLabels } from './map-exits.ts';
import { type LabelWish, labelSize, placeLabels } from './map-labels.ts';
import { element, type Markup, text } from './markup.ts';
import type { LinkTonnes, StudyMap } from './study-map.ts';

/** Of the dot of a place, px. */
export const dotRadius = 2.2;
const ringRadius = 5.5;
const mostLabels = 60;
/** A tonne more or less at a place makes its name as important as so many tonnes that only pass. */
const weightOfChange = 20;

/** A place in the frame. */
interface Place extends LabelWish {
  readonly radius: number;
  readonly isHit: boolean;
}

/** Dots, rings and names, and the lines on which an event acts. */
export function mapPlaces(
  map: StudyMap,
  summary: StudySummary,
  events: readonly SummaryEvent[],
  before: LinkTonnes,
  after: LinkTonnes,
): Markup {
  const places = placesInFrame(map, summary, events, importances(summary, before, after));
  const named = places
    .filter(({ importance, isHit }) => importance > 0 || isHit)
    .sort((a, b) => b.importance - a.importance);
  const labels = placeLabels(
    [...named.slice(0, mostLabels), ...exitLabels(summary, map, after)],
    places,
    map.frame,
  );
  return element(
    'g',
    { class: 'places', 'font-size': labelSize },
    ...hitLines(map, events),
    element('use', { href: '#dots', class: 'dots' }),
    ...places
      .filter(({ isHit }) => isHit)
      .map(({ x, y }) => element('circle', { cx: x, cy: y, r: ringRadius, class: 'hit' })),
    ...labels.map(({ name, x, y, anchor }) =>
      element('text', { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor }, text(name)),
    ),
  );
}

function hitLines(map: StudyMap, events: readonly SummaryEvent[]): Markup[] {
  const hit = new Set(events.flatMap((event) => event.links));
  return map.strokes.flatMap((stroke, index) =>
    stroke.mode !== 'sea' && stroke.links.some((link) => hit.has(link))
      ? [element('use', { href: `#l${index}`, class: 'hit-line' })]
      : [],
  );
}

function placesInFrame(
  map: StudyMap,
  summary: StudySummary,
  events: readonly SummaryEvent[],
  importance: ReadonlyMap<string, number>,
): Place[] {
  const hit = new Set(events.flatMap((event) => event.nodes));
  return summary.nodes.flatMap((node) => {
    const place = map.frame.shown([node.longitudeDegrees, node.latitudeDegrees]);
    if (!place) return [];
    const isHit = hit.has(node.id);
    return [
      {
        name: shortName(node.name),
        x: place[0],
        y: place[1],
        radius: isHit ? ringRadius : dotRadius,
        importance: importance.get(node.id) ?? 0,
        isHit,
      },
    ];
  });
}

/** How much each place matters by its busiest or most changed link; a place without cargo is absent. */
function importances(
  summary: StudySummary,
  before: LinkTonnes,
  after: LinkTonnes,
): ReadonlyMap<string, number> {
  const importance = new Map<string, number>();
  for (const { id, from, to } of summary.links) {
    const [old, fresh] = [before.get(id) ?? 0, after.get(id) ?? 0];
    const weight = Math.max(old, fresh) + weightOfChange * Math.abs(fresh - old);
    if (weight > 0)
      for (const node of [from, to])
        importance.set(node, Math.max(importance.get(node) ?? 0, weight));
  }
  return importance;
}
