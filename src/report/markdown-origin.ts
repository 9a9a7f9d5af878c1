// Lists in Markdown where the numbers of a study come from, folded away until somebody asks.

import type { StudySummary } from '../results/study-summary.ts';
import { escapeMarkdown, formatDay } from './format.ts';
import { assumptions, provenanceSentence, usedSources } from './reproduce.ts';

/** The counts, and two lists to unfold: sources and assumptions. */
export function markdownOrigin(summary: StudySummary): string {
  const sources = usedSources(summary).map(({ source: { title, publisher, date } }) => {
    const by = [publisher, formatDay(date)].filter((part) => part !== '').join(', ');
    return by === '' ? title : `${title} (${by})`;
  });
  const assumed = assumptions(summary).map(({ assumption, subjects }) => {
    const where = subjects.length === 1 ? subjects[0] : `${subjects.length} entries`;
    return `${assumption} (${where})`;
  });
  return [
    provenanceSentence(summary),
    ...foldedList('Sources', sources),
    ...foldedList('Assumptions', assumed),
  ].join('\n\n');
}

function foldedList(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const lines = items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
  return [`<details><summary>${title} (${items.length})</summary>\n\n${lines}\n\n</details>`];
}
