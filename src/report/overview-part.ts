// Compares all scenarios of a study: in words and numbers, by corridor, by country, and on small maps.

import { notShippedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { type CountryChange, countryChanges } from './country-part.ts';
import { moneyScale, tonneScale } from './format.ts';
import { element, type Markup, text } from './markup.ts';
import { horizonName } from './names.ts';
import { type MatrixRow, scenarioMatrix } from './overview-matrix.ts';
import { overviewTable } from './overview-table.ts';
import type { PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import { type Estimate, noEstimate } from './select.ts';
import { smallMaps } from './small-maps.ts';

/** Rows of the tables of corridors and countries. */
const mostRows = 16;

/** The section; empty with a single scenario, whose own section says it all. */
export function overviewPart(
  { results, map, colours }: PageContext,
  views: readonly ScenarioView[],
): Markup {
  const { summary } = results;
  if (views.length === 0)
    return element('p', {}, text('Only the baseline was run; there is nothing to compare.'));
  if (views.length === 1) return '';
  return element(
    'section',
    { id: 'overview', 'aria-labelledby': 'overview-title' },
    element('h2', { id: 'overview-title' }, text('All scenarios at a glance')),
    overviewTable(summary, views),
    element('h3', {}, text('Which corridors lose and gain')),
    corridorMatrix(results, colours, views),
    countrySection(results, views),
    element('h3', {}, text('Where it changes')),
    smallMaps(map, views),
  );
}

function corridorMatrix(
  { summary }: ResultsFolder,
  colours: CorridorColours,
  views: readonly ScenarioView[],
): Markup {
  const names = new Map(
    views.flatMap(({ corridors }) => corridors.map(({ id, name }) => [id, name])),
  );
  const changeOf = (view: ScenarioView, id: string) =>
    view.corridors.find((corridor) => corridor.id === id)?.change ?? noEstimate;
  const ids = mostChanged([...names.keys()], (id) => views.map((view) => changeOf(view, id)));
  const heading = (id: string, name: string) =>
    element('span', { class: `chip ${colours.classOf(id)}` }) + text(name);
  const rows: MatrixRow[] = ids.map((id) => ({
    heading: heading(id, names.get(id) ?? id),
    changes: views.map((view) => changeOf(view, id)),
  }));
  const notShipped = {
    heading: heading(notShippedSink, 'Not shipped'),
    changes: views.map((view) => view.notShipped.change),
    isApart: true,
  };
  const scale = scaleOf([...rows, notShipped], tonneScale);
  const left = names.size - ids.length;
  const caption = `Change of the tonnes dispatched over ${horizonName(summary)}, ${scale.unit}`;
  return (
    scenarioMatrix({ caption, corner: 'Corridor', rows: [...rows, notShipped], views, scale }) +
    note(leftOut(left, 'corridor', 'corridors'))
  );
}

function countrySection(results: ResultsFolder, views: readonly ScenarioView[]): Markup {
  const byView = views.map(
    ({ scenario }) =>
      new Map(countryChanges(results, scenario).map((change) => [change.code, change])),
  );
  const names = new Map(
    byView.flatMap((changes) => [...changes.values()].map(({ code, name }) => [code, name])),
  );
  if (names.size === 0) return '';
  const changeOf = (changes: ReadonlyMap<string, CountryChange>, code: string) =>
    changes.get(code)?.revenueChange ?? noEstimate;
  const codes = mostChanged([...names.keys()], (code) =>
    byView.map((changes) => changeOf(changes, code)),
  );
  const rows = codes.map((code) => ({
    heading: text(names.get(code) ?? code),
    changes: byView.map((changes) => changeOf(changes, code)),
  }));
  const scale = scaleOf(rows, moneyScale);
  const caption = `Change of the revenue from transit over ${horizonName(results.summary)}, ${scale.unit}`;
  const left = names.size - codes.length;
  return (
    element('h3', {}, text('Which countries win and lose')) +
    scenarioMatrix({ caption, corner: 'Country', rows, views, scale }) +
    note(leftOut(left, 'country', 'countries'))
  );
}

/** The ids with the largest change in any scenario, in the order of their largest loss or gain. */
function mostChanged(
  ids: readonly string[],
  changesOf: (id: string) => readonly Estimate[],
): readonly string[] {
  const largest = (id: string) =>
    changesOf(id).reduce((most, { mean }) => (Math.abs(mean) > Math.abs(most) ? mean : most), 0);
  return ids
    .map((id) => ({ id, change: largest(id) }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, mostRows)
    .sort((a, b) => a.change - b.change)
    .map(({ id }) => id);
}

function scaleOf<Scale>(rows: readonly MatrixRow[], of: (values: number[]) => Scale): Scale {
  return of(rows.flatMap(({ changes }) => changes.map(({ mean }) => mean)));
}

/** Says how many rows are missing and which file has them, which is called as their plural. */
function leftOut(count: number, one: string, many: string): string {
  if (count <= 0) return '';
  return count === 1
    ? `One ${one} that changes less is in ${many}.csv.`
    : `${count} ${many} that change less are in ${many}.csv.`;
}

function note(more: string): Markup {
  return element(
    'p',
    { class: 'note' },
    text(
      `Red: less than in the baseline, green: more; the colour grows with the root of the size. In italics: the 95 % interval holds zero. ${more}`.trimEnd(),
    ),
  );
}
