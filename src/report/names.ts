// Gives ids the names that a reader of the report knows.

import { delayedSink, demandSink, notShippedSink, turnedBackSink } from '../results/keys.ts';
import { shortName } from '../results/place-names.ts';
import type { StudySummary } from '../results/study-summary.ts';

/** Sinks and corridors that no study declares. */
const ownNames: Readonly<Record<string, string>> = {
  other: 'Other routes',
  [notShippedSink]: 'Not shipped',
  [demandSink]: 'Demand that changes',
  [delayedSink]: 'Delayed',
  [turnedBackSink]: 'Turned back',
};

/** The name of a corridor or sink; its id when it has none. */
export function corridorName(summary: StudySummary, id: string): string {
  const corridor = summary.corridors.find((candidate) => candidate.id === id);
  return corridor?.name ?? ownNames[id] ?? id;
}

/** The name of a node; its id when the study does not hold it. */
export function nodeName(summary: StudySummary, id: string): string {
  return shortName(summary.nodes.find((node) => node.id === id)?.name ?? id);
}

/** The name of a link by its ends: `Aktau – Baku`; undefined when the study does not hold it. */
export function linkName(summary: StudySummary, id: string): string | undefined {
  const link = summary.links.find((candidate) => candidate.id === id);
  return link && `${nodeName(summary, link.from)} – ${nodeName(summary, link.to)}, ${link.mode}`;
}

/** The name of a post, which is a node or a limited link. */
export function postName(summary: StudySummary, id: string): string {
  return linkName(summary, id) ?? nodeName(summary, id);
}

/** The years of the horizon. */
export function yearsOf({ start, end }: StudySummary): readonly string[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** The months of the horizon: `2025-01` and so on. */
export function monthsOf({ start, end }: StudySummary): readonly string[] {
  const indexOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = indexOf(start);
  return Array.from({ length: indexOf(end) - first + 1 }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** `2025–2034`, or one year. */
export function horizonName(summary: StudySummary): string {
  const first = summary.start.slice(0, 4);
  const last = summary.end.slice(0, 4);
  return first === last ? first : `${first}–${last}`;
}
