// Gives ids the names that a reader of the report knows.

import { delayedSink, demandSink, notShippedSink } from '../results/keys.ts';
import { shortName } from '../results/place-names.ts';
import type { StudySummary } from '../results/study-summary.ts';

/** Sinks and corridors that no study declares. */
const ownNames: Readonly<Record<string, string>> = {
  other: 'Other routes',
  [notShippedSink]: 'Not shipped',
  [demandSink]: 'Demand that changes',
  [delayedSink]: 'Delayed',
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

/** `2025–2034`, or one year. */
export function horizonName(summary: StudySummary): string {
  const first = summary.start.slice(0, 4);
  const last = summary.end.slice(0, 4);
  return first === last ? first : `${first}–${last}`;
}
