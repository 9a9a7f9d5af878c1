// Lays out the part of the page that belongs to one scenario, from its findings to its expectations.

import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { changesPart } from './changes-part.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { corridorPart } from './corridor-table.ts';
import { diversionPart } from './diversion-part.ts';
import { expectationTable } from './expectation-table.ts';
import { findings } from './findings.ts';
import { headlines } from './headlines.ts';
import { mapFigure } from './map.ts';
import { anchor, element, type Markup, text } from './markup.ts';
import { queuePart } from './queue-part.ts';
import type { ScenarioView } from './scenario-view.ts';
import { seriesPart } from './series-part.ts';
import type { StudyMap } from './study-map.ts';

/** The section of one scenario. */
export function scenarioSection(
  results: ResultsFolder,
  map: StudyMap,
  colours: CorridorColours,
  view: ScenarioView,
): Markup {
  const { summary } = results;
  const { scenario } = view;
  const id = anchor(scenario.name);
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title`, class: 'scenario' },
    element('p', { class: 'kicker' }, text(scenario.name)),
    element('h2', { id: `${id}-title` }, text(scenario.title)),
    scenario.description === '' ? '' : element('p', { class: 'dek' }, text(scenario.description)),
    findingsPart(summary, view),
    mapFigure(results, map, colours, view),
    titled('Before and after', corridorPart(summary, colours, view)),
    titled('Who takes it', diversionPart(summary, colours, view)),
    titled('Month by month', seriesPart(results, colours, view)),
    titled('Queues and waits', queuePart(results, view)),
    view.expectations.length === 0
      ? ''
      : titled('What was expected', expectationTable(summary, view)),
    titled('What the scenario changes', changesPart(summary, view)),
  );
}

function titled(title: string, content: Markup): Markup {
  return element('h3', {}, text(title)) + content;
}

function findingsPart(summary: StudySummary, view: ScenarioView): Markup {
  const sentences = findings(summary, view).map((sentence) => element('li', {}, text(sentence)));
  const numbers = headlines(view).map(({ label, number, range, direction }) =>
    element(
      'div',
      { class: `headline ${direction}` },
      element('dt', {}, text(label)),
      element('dd', {}, element('strong', {}, text(number)), element('span', {}, text(range))),
    ),
  );
  return (
    element('ul', { class: 'findings' }, ...sentences) +
    element('dl', { class: 'headlines' }, ...numbers)
  );
}
