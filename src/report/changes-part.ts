// Lists what a scenario changes against its baseline: its events, and where their numbers come from.

import type { ChangedValue } from '../results/changed-values.ts';
import type { StudySummary, SummaryEvent } from '../results/study-summary.ts';
import { eventItem } from './event-list.ts';
import { noValue } from './format.ts';
import { dataTable, numberCell, numberHead, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';

const mostValues = 30;

/** The part of one scenario: events that it adds or changes, events that it takes out, values that it sets. */
export function changesPart(summary: StudySummary, view: ScenarioView): Markup {
  const parts = [
    addedEvents(summary, view),
    removedEvents(view),
    valueTable(view.scenario.changedValues ?? []),
  ];
  return parts.join('') || element('p', {}, text('Nothing but what happens in the baseline.'));
}

function addedEvents(summary: StudySummary, view: ScenarioView): Markup {
  if (view.events.length === 0) return '';
  return element(
    'ol',
    { class: 'events' },
    ...view.events.map((event) =>
      element('li', {}, eventItem(summary, event), origin(summary, view, event)),
    ),
  );
}

function removedEvents({ removedEvents: events }: ScenarioView): Markup {
  if (events.length === 0) return '';
  return (
    element('p', {}, text('Of the baseline, these events do not happen:')) +
    element('ul', { class: 'events' }, ...events.map(({ title }) => element('li', {}, text(title))))
  );
}

function valueTable(values: readonly ChangedValue[]): Markup {
  if (values.length === 0) return '';
  const shown = values.slice(0, mostValues);
  const left = values.length - shown.length;
  return (
    dataTable({
      caption: 'Values that differ from those of the baseline',
      head: [textHead('Value'), numberHead('Baseline'), numberHead('Scenario')],
      rows: shown.map(({ subject, before, after }) => ({
        className: '',
        heading: text(subject),
        cells: [numberCell(before || noValue), numberCell(after || noValue)],
      })),
    }) +
    element(
      'p',
      { class: 'note' },
      text(
        `By their names in the model, which end with the unit.${left > 0 ? ` ${left} more are in study.json.` : ''}`,
      ),
    )
  );
}

/** The sources of an event, or why its numbers are assumed; empty when the study says neither. */
function origin(summary: StudySummary, { scenario }: ScenarioView, event: SummaryEvent): Markup {
  const subject = `${scenario.name}.yaml events.${event.id}`;
  const entry = summary.provenance.find((each) => each.subject === subject);
  if (!entry) return '';
  const titles = entry.sources.map(
    (key) => summary.sources.find((source) => source.key === key)?.title ?? key,
  );
  const said =
    titles.length > 0 ? `Source: ${titles.join('; ')}.` : `Assumed: ${entry.assumption}.`;
  return element('small', {}, text(said));
}
