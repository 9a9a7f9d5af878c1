// Lists where the numbers of a study come from: its sources, and what was assumed.

import type { Source } from '../model/scenario.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { assumptions, provenanceSentence } from './reproduce.ts';

/** The section with the sources and the assumptions. */
export function originPart(summary: StudySummary): Markup {
  return element(
    'section',
    { id: 'sources', 'aria-labelledby': 'sources-title' },
    element('h2', { id: 'sources-title' }, text('Sources and assumptions')),
    element('p', {}, text(provenanceSentence(summary))),
    summary.sources.length === 0 ? '' : sourceTable(summary),
    assumptionList(summary),
  );
}

function sourceTable(summary: StudySummary): Markup {
  const uses = new Map<string, number>();
  for (const key of summary.provenance.flatMap((entry) => entry.sources))
    uses.set(key, (uses.get(key) ?? 0) + 1);
  return dataTable({
    caption: 'Sources',
    head: [
      textHead('Title'),
      textHead('Publisher'),
      textHead('Date'),
      numberHead('Entries that rest on it'),
    ],
    rows: summary.sources.map((source) => ({
      className: '',
      heading: sourceTitle(source),
      cells: [
        textCell(source.publisher),
        textCell(source.date),
        numberCell(String(uses.get(source.key) ?? 0)),
      ],
    })),
  });
}

/** The title, a link when the address is one of the web. */
function sourceTitle({ title, address }: Source): Markup {
  if (!/^https?:\/\//.test(address)) return text(title);
  return element('a', { href: address, rel: 'noreferrer' }, text(title));
}

function assumptionList(summary: StudySummary): Markup {
  const list = assumptions(summary);
  if (list.length === 0) return '';
  return element(
    'details',
    {},
    element('summary', {}, text(`Assumptions (${list.length})`)),
    element(
      'ul',
      { class: 'assumptions' },
      ...list.map(({ assumption, subjects }) =>
        element('li', {}, text(assumption), element('small', {}, text(` ${subjects.join('; ')}`))),
      ),
    ),
  );
}
