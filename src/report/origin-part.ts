// Lists where the numbers of a study come from: its sources, and what was assumed.

import type { Source } from '../model/scenario.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { formatDay } from './format.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { assumptions, provenanceSentence, type UsedSource, usedSources } from './reproduce.ts';

/** The section with the sources and the assumptions. */
export function originPart(summary: StudySummary): Markup {
  const sources = usedSources(summary);
  return element(
    'section',
    { id: 'sources', 'aria-labelledby': 'sources-title' },
    element('h2', { id: 'sources-title' }, text('Sources and assumptions')),
    element('p', {}, text(provenanceSentence(summary))),
    sources.length === 0 ? '' : sourceTable(sources),
    assumptionList(summary),
  );
}

function sourceTable(sources: readonly UsedSource[]): Markup {
  return dataTable({
    caption: 'Sources',
    head: [
      textHead('Title'),
      textHead('Publisher'),
      numberHead('Date'),
      numberHead('Entries that rest on it'),
    ],
    rows: sources.map(({ source, uses }) => ({
      className: '',
      heading: sourceTitle(source),
      cells: [
        textCell(source.publisher),
        numberCell(formatDay(source.date)),
        numberCell(String(uses)),
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
