// Tells what happens in a scenario: each event with its dates, its chance, what it hits and how.

import { listNames, namePlaces } from '../results/place-names.ts';
import type { StudySummary, SummaryEvent } from '../results/study-summary.ts';
import { formatDay, formatShare } from './format.ts';
import { element, type Markup, text } from './markup.ts';
import { corridorName, linkName } from './names.ts';

const mostPlacesNamed = 6;

/** The events, numbered as in the charts. */
export function eventList(summary: StudySummary, events: readonly SummaryEvent[]): Markup {
  const items = events.map((event) => element('li', {}, eventItem(summary, event)));
  return element('ol', { class: 'events' }, ...items);
}

/** One event: its title, when it acts, on what and how. */
export function eventItem(summary: StudySummary, event: SummaryEvent): Markup {
  return (
    element('strong', {}, text(event.title)) +
    text(
      `. ${eventDates(event)}${eventChance(event)}. ${eventPlaces(summary, event)}${event.effects.join('; ')}.`,
    )
  );
}

function eventDates({ earliestStart, latestEnd }: SummaryEvent): string {
  const until = latestEnd === '' ? 'to the end' : `to ${formatDay(latestEnd)} at the latest`;
  return `From ${formatDay(earliestStart)} ${until}`;
}

function eventChance({ probability }: SummaryEvent): string {
  return probability < 1 ? `, in ${formatShare(probability)} of the runs` : '';
}

function eventPlaces(summary: StudySummary, event: SummaryEvent): string {
  const links = event.nodes.length === 0 ? event.links : [];
  const names = [
    ...event.corridors.map((id) => corridorName(summary, id)),
    ...namePlaces(event.nodes, summary.nodes),
    ...links.map((id) => linkName(summary, id) ?? id),
  ];
  if (names.length === 0) return '';
  return `${listNames(names, '; ', mostPlacesNamed)}: `;
}
