// Lists what a scenario changes against its baseline: its events, and where their numbers come from.

import type { StudySummary, SummaryEvent } from '../results/study-summary.ts';
import { eventItem } from './event-list.ts';
import { element, type Markup, text } from './markup.ts';
import type { ScenarioView } from './scenario-view.ts';

/** The part of one scenario. */
export function changesPart(summary: StudySummary, view: ScenarioView): Markup {
  if (view.events.length === 0)
    return element('p', {}, text('Nothing but what happens in the baseline.'));
  return element(
    'ol',
    { class: 'events' },
    ...view.events.map((event) =>
      element('li', {}, eventItem(summary, event), origin(summary, view, event)),
    ),
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
