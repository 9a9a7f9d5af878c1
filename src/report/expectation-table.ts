// Shows what the author of a scenario expected, and what came out.

import { measuredWords } from './expectation-words.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';

const verdicts: Readonly<Record<string, string>> = {
  yes: '✓ met',
  no: '✗ not met',
  undecided: 'undecided',
};

/** The table; empty when nothing was expected. */
export function expectationTable(view: ScenarioView): Markup {
  if (view.expectations.length === 0) return '';
  return dataTable({
    caption: 'What the scenario expects, and what came out; changes are against the baseline',
    head: [
      textHead('Of'),
      textHead('Expected'),
      numberHead('Came out'),
      numberHead('95 % interval'),
      textHead('Met'),
    ],
    rows: view.expectations.map((expectation) => {
      const { mean, interval } = measuredWords(expectation);
      const { subject, expected, met } = expectation;
      return {
        className: '',
        heading: text(subject),
        cells: [
          textCell(expected),
          numberCell(mean),
          numberCell(interval),
          element('td', { class: `text met ${met}` }, text(verdicts[met] ?? met)),
        ],
      };
    }),
  });
}
