// Marks on a map where the events of a scenario act, and what they close, year by year.

import type { StudySummary, SummaryEvent } from '../results/study-summary.ts';
import { element, type Markup, text } from './markup.ts';
import { nodeName } from './names.ts';
import type { ScenarioView } from './scenario-view.ts';
import type { StudyMap } from './study-map.ts';

/** Of the dot of a place, and of the ring around one where an event acts, px. */
export const dotRadius = 2.2;
export const ringRadius = 5.5;

/** Marks of the events in the years in which they act: `data-from` and `data-to`; only those of the view's year show. */
export function eventMarks(map: StudyMap, summary: StudySummary, view: ScenarioView): Markup[] {
  return view.events.map((event) => {
    const from = event.earliestStart.slice(0, 4);
    const to = (event.latestEnd || summary.end).slice(0, 4);
    const acts = from <= view.focusYear && view.focusYear <= to;
    return element(
      'g',
      {
        class: 'event-mark',
        'data-from': from,
        'data-to': to,
        display: acts ? undefined : 'none',
      },
      ...hitLines(map, event),
      ...hitNodes(map, summary, event),
    );
  });
}

/** Lines on land whose ends are not marked themselves. */
function hitLines(map: StudyMap, event: SummaryEvent): Markup[] {
  const hit = new Set(event.links);
  const lines = map.strokes.flatMap((stroke, index) =>
    stroke.mode !== 'sea' && stroke.links.some((link) => hit.has(link))
      ? [element('use', { href: `#l${index}` })]
      : [],
  );
  const className = closes(event) ? 'closed-line' : 'hit-line';
  return lines.length > 0 ? [element('g', { class: className }, ...lines)] : [];
}

function hitNodes(map: StudyMap, summary: StudySummary, event: SummaryEvent): Markup[] {
  const positions = new Map(summary.nodes.map((node) => [node.id, node]));
  return event.nodes.flatMap((id) => {
    const node = positions.get(id);
    const place = node && map.frame.shown([node.longitudeDegrees, node.latitudeDegrees]);
    if (!place) return [];
    const title = element('title', {}, text(`${nodeName(summary, id)}: ${event.title}`));
    return [closes(event) ? cross(place, title) : ring(place, title)];
  });
}

function closes({ effects }: SummaryEvent): boolean {
  return effects.includes('closes');
}

function ring([x, y]: readonly [number, number], title: Markup): Markup {
  return element('circle', { cx: x, cy: y, r: ringRadius, class: 'hit' }, title);
}

/** A cross on a disc. */
export function cross([x, y]: readonly [number, number], title: Markup): Markup {
  const arm = dotRadius + 1.3;
  const [left, right] = [(x - arm).toFixed(1), (x + arm).toFixed(1)];
  const [top, bottom] = [(y - arm).toFixed(1), (y + arm).toFixed(1)];
  return element(
    'g',
    { class: 'closed' },
    element('circle', { cx: x, cy: y, r: ringRadius + 1.5 }),
    element('path', { d: `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}` }),
    title,
  );
}
