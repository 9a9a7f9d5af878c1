// Shows which uncertain inputs drive the outcomes of a scenario: coefficients of rank regressions, as a heat map.

import { notShippedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { formatNumber, formatShare } from './format.ts';
import { dataTable, heatStyle, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { corridorName } from './names.ts';
import type { PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import { selectRows } from './select.ts';

const mostCorridors = 5;

/** How much the inputs of a scenario have to do with one of its outcomes. */
interface Outcome {
  readonly name: string;
  /** -1 to 1, by input. */
  readonly coefficients: ReadonlyMap<string, number>;
  /** NaN when no regression could be made. */
  readonly explained: number;
}

/** Either the coefficients of a regression on all inputs, or, with too few replications, the correlations alone. */
interface Drivers {
  readonly isRegression: boolean;
  readonly outcomes: readonly Outcome[];
}

/** The part of one scenario; empty without the table. */
export function driverPart({ results, detail }: PageContext, view: ScenarioView): Markup {
  if (!results.tables.has('drivers')) return '';
  const drivers = readDrivers(results, view);
  const inputs = strongestInputs(drivers, detail.driverRows);
  if (inputs.length === 0)
    return element('p', {}, text('No input is uncertain, or nothing changes.'));
  const noise = 2 / Math.sqrt(results.summary.replications);
  return (
    driverTable(results.summary, view, drivers, inputs, noise) +
    element('p', { class: 'note' }, text(explanation(drivers, noise, results.summary)))
  );
}

function readDrivers(results: ResultsFolder, view: ScenarioView): Drivers {
  const variable = 'standardised_rank_coefficient';
  const regression = readOutcomes(results, view, variable);
  const isRegression = regression.some(({ coefficients }) => coefficients.size > 0);
  return {
    isRegression,
    outcomes: isRegression ? regression : readOutcomes(results, view, 'rank_correlation'),
  };
}

function readOutcomes(
  results: ResultsFolder,
  view: ScenarioView,
  variable: string,
): readonly Outcome[] {
  return outcomeCorridors(view).map((corridor) => {
    const outcome = `change.${corridor}`;
    const rows = selectRows(results, 'drivers', view.scenario.name, { outcome });
    const valuesOf = (name: string) =>
      rows.filter((row) => row.text.variable === name && Number.isFinite(row.number.value));
    return {
      name: corridorName(results.summary, corridor),
      coefficients: new Map(
        valuesOf(variable).map(({ text: key, number }) => [key.input, number.value]),
      ),
      explained: valuesOf('adjusted_r_squared')[0]?.number.value ?? Number.NaN,
    };
  });
}

/** What is not shipped, and the corridors that change most. */
function outcomeCorridors({ corridors }: ScenarioView): readonly string[] {
  const size = (mean: number) => (Number.isFinite(mean) ? Math.abs(mean) : 0);
  const most = [...corridors]
    .sort((a, b) => size(b.change.mean) - size(a.change.mean))
    .slice(0, mostCorridors);
  return [notShippedSink, ...most.map(({ id }) => id)];
}

function strongestInputs({ outcomes }: Drivers, most: number): readonly string[] {
  const strength = new Map<string, number>();
  for (const { coefficients } of outcomes)
    for (const [input, value] of coefficients)
      strength.set(input, Math.max(strength.get(input) ?? 0, Math.abs(value)));
  return [...strength]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([input]) => input);
}

function driverTable(
  summary: StudySummary,
  view: ScenarioView,
  { isRegression, outcomes }: Drivers,
  inputs: readonly string[],
  noise: number,
): Markup {
  const known = outcomes.filter(({ coefficients }) => coefficients.size > 0);
  const explained = {
    className: 'sink',
    heading: text('Explained by all inputs together'),
    cells: known.map((outcome) => element('td', {}, text(formatShare(outcome.explained)))),
  };
  return dataTable({
    caption: isRegression
      ? 'Standardised rank regression coefficients of the inputs (rows) on the changes (columns)'
      : 'Rank correlations of the inputs (rows) with the changes (columns)',
    head: [
      textHead('Uncertain input'),
      ...known.map(({ name }) =>
        element('th', { scope: 'col', class: 'upright' }, element('span', {}, text(name))),
      ),
    ],
    rows: [
      ...inputs.map((input) => ({
        className: '',
        heading: inputHeading(summary, view, input),
        cells: known.map(({ coefficients }) => coefficientCell(coefficients.get(input), noise)),
      })),
      ...(isRegression ? [explained] : []),
    ],
  });
}

function coefficientCell(value: number | undefined, noise: number): Markup {
  if (value === undefined) return element('td', {});
  const direction = value < 0 ? 'loss' : 'gain';
  const unclear = Math.abs(value) < noise ? ' unclear' : '';
  return element(
    'td',
    { class: `heat ${direction}${unclear}`, style: heatStyle(Math.abs(value)) },
    text(formatNumber(value, 2)),
  );
}

/** Words for the last part of an input's name. */
const fieldNames: Readonly<Record<string, string>> = {
  occurs: 'whether it happens',
  from: 'when it starts',
  for: 'how long it lasts',
  until: 'when it ends',
  volume: 'volume',
  multiply_capacity: 'capacity left',
  add_cost: 'cost added',
  add_time: 'time added',
  add_risk: 'risk added',
  share: 'share banned',
};

/** The event's title and which of its fields is meant; other inputs by their name in the study's files. */
function inputHeading(summary: StudySummary, view: ScenarioView, input: string): Markup {
  const parts = input.split('.');
  const events = [
    ...view.events,
    ...(summary.scenarios.find(({ name }) => name === view.scenario.baseline)?.events ?? []),
  ];
  const event = parts[0] === 'events' ? events.find(({ id }) => id === parts[1]) : undefined;
  if (!event) return text(input);
  const field = parts[parts.length - 1];
  return text(`${event.title}: ${fieldNames[field] ?? parts.slice(2).join('.')}`);
}

function explanation({ isRegression }: Drivers, noise: number, summary: StudySummary): string {
  const chance = `From ${summary.replications} replications chance alone gives up to about ${formatNumber(noise, 2)} either way; smaller numbers are in italics.`;
  const sign =
    'Names with dots are those of the study’s files. Above zero: a high draw goes with a high change (a smaller loss or a larger gain).';
  return isRegression
    ? `${sign} ${chance}`
    : `${sign} ${chance} Each input by itself: a regression on all inputs together wants more replications than there are inputs.`;
}
