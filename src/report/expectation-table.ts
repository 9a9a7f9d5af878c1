// Shows what the author of a scenario expected, and what came out.

import type { StudySummary } from '../results/study-summary.ts';
import { formatRange, formatTonneChange, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { corridorName } from './names.ts';
import type { ScenarioView } from './scenario-view.ts';

const verdicts: Readonly<Record<string, string>> = {
  yes: '✓ met',
  no: '✗ not met',
  undecided: 'undecided',
};

/** The table; empty when nothing was expected. */
export function expectationTable(summary: StudySummary, view: ScenarioView): Markup {
  if (view.expectations.length === 0) return '';
  const scale = tonneScale(view.expectations.map(({ measured }) => measured.mean));
  return dataTable({
    caption: 'Change of the tonnes over the whole horizon, against what the scenario expects',
    head: [
      textHead('Corridor'),
      textHead('Expected'),
      numberHead(`Change, ${scale.unit}`),
      numberHead('95 % interval'),
      textHead('Met'),
    ],
    rows: view.expectations.map(({ corridor, change, measured, met }) => ({
      className: '',
      heading: text(corridorName(summary, corridor)),
      cells: [
        textCell(change),
        numberCell(formatTonneChange(measured.mean, scale)),
        numberCell(formatRange(measured.lower, measured.upper, scale, formatTonneChange)),
        element('td', { class: `text met ${met}` }, text(verdicts[met] ?? met)),
      ],
    })),
  });
}
