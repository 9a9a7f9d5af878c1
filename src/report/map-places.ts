// Marks the places of a map: names of those that matter, rings where an event acts, crosses where it closes.

import { shortName } from '../results/place-names.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { dotRadius, eventMarks, ringRadius } from './map-events.ts';
import { exitLabels } from './map-exits.ts';
import { type LabelWish, labelSize, placeLabels } from './map-labels.ts';
import { element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';
import type { LinkTonnes, StudyMap } from './study-map.ts';

const mostLabels = 60;
/** A tonne more or less at a place makes its name as important as so many tonnes that only pass. */
const weightOfChange = 20;

/** A place in the frame. */
interface Place extends LabelWish {
  readonly id: string;
  readonly radius: number;
}

/** Dots, marks of the events that act in this year, and names. */
export function mapPlaces(
  map: StudyMap,
  summary: StudySummary,
  view: ScenarioView,
  before: LinkTonnes,
  after: LinkTonnes,
): Markup {
  const hit = new Set(view.events.flatMap((event) => event.nodes));
  const places = placesInFrame(map, summary, hit, importances(summary, before, after));
  const named = places
    .filter(({ importance, id }) => importance > 0 || hit.has(id))
    .sort((a, b) => b.importance - a.importance);
  const labels = placeLabels(
    [...named.slice(0, mostLabels), ...exitLabels(summary, map, after)],
    places,
    map.frame,
  );
  return element(
    'g',
    { class: 'places', 'font-size': labelSize },
    element('use', { href: '#dots', class: 'dots' }),
    ...eventMarks(map, summary, view),
    ...labels.map(({ name, x, y, anchor }) =>
      element('text', { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor }, text(name)),
    ),
  );
}

function placesInFrame(
  map: StudyMap,
  summary: StudySummary,
  hit: ReadonlySet<string>,
  importance: ReadonlyMap<string, number>,
): Place[] {
  return summary.nodes.flatMap((node) => {
    const place = map.frame.shown([node.longitudeDegrees, node.latitudeDegrees]);
    if (!place) return [];
    return [
      {
        id: node.id,
        name: shortName(node.name),
        x: place[0],
        y: place[1],
        radius: hit.has(node.id) ? ringRadius : dotRadius,
        importance: importance.get(node.id) ?? 0,
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
