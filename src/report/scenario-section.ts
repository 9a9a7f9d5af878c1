// Lays out the part of the page that belongs to one scenario, from its findings to its expectations.

import type { StudySummary } from '../results/study-summary.ts';
import { changesPart } from './changes-part.ts';
import { corridorPart } from './corridor-table.ts';
import { costPart } from './cost-part.ts';
import { countryPart } from './country-part.ts';
import { diversionPart } from './diversion-part.ts';
import { driverPart } from './driver-part.ts';
import { expectationTable } from './expectation-table.ts';
import { findings } from './findings.ts';
import { headlines } from './headlines.ts';
import { mapFigure } from './map.ts';
import { anchor, element, type Markup, text } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { queuePart } from './queue-part.ts';
import type { ScenarioView } from './scenario-view.ts';
import { seriesPart } from './series-part.ts';

/** The section of one scenario. */
export function scenarioSection(context: PageContext, view: ScenarioView): Markup {
  const { summary } = context.results;
  const { scenario } = view;
  const id = anchor(scenario.name);
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title`, class: 'scenario' },
    element('p', { class: 'kicker' }, text(scenario.name)),
    element('h2', { id: `${id}-title` }, text(scenario.title)),
    scenario.description === '' ? '' : element('p', { class: 'dek' }, text(scenario.description)),
    findingsPart(summary, view),
    mapFigure(context, view),
    titled('Before and after', corridorPart(context, view)),
    titled('Who takes it', diversionPart(context, view)),
    titled('Month by month', seriesPart(context, view)),
    titled('Queues and waits', queuePart(context, view)),
    titled('Transit by country', countryPart(context, scenario)),
    titled('What the detour costs', costPart(context, view)),
    titled('What drives the uncertainty', driverPart(context, view)),
    view.expectations.length === 0 ? '' : titled('What was expected', expectationTable(view)),
    titled('What the scenario changes', changesPart(summary, view)),
  );
}

/** A part under its title; nothing when it is empty. */
function titled(title: string, content: Markup): Markup {
  if (content === '') return '';
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
