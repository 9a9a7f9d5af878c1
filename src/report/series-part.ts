// Shows the course of the corridors that change most: charts by month, and a table by year.

import { notShippedSink } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { SummaryEvent, SummaryScenario } from '../results/study-summary.ts';
import { formatRange, formatTonneChange, formatTonnes, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { type LegendEntry, signPicture } from './legend.ts';
import { element, type Markup, text } from './markup.ts';
import { monthlySeries, monthsToShow, perDay } from './monthly-series.ts';
import type { PageContext } from './page-context.ts';
import type { CorridorChange, ScenarioView } from './scenario-view.ts';
import { estimateOf, indexRows, selectRows } from './select.ts';
import { seriesChart } from './series-chart.ts';

/** Corridors that change less than this share of the most changed one are left out. */
const leastChangeShown = 0.02;

/** The charts of one scenario and the numbers behind them. */
export function seriesPart({ results, colours, detail }: PageContext, view: ScenarioView): Markup {
  const corridors = mostChanged(view, detail.corridorCharts);
  if (corridors.length === 0) return element('p', {}, text('Nothing changes.'));
  const { scenario } = view;
  const months = monthsToShow(results.summary, view.events);
  const charts = corridors.map(({ id, name }) => {
    const source = { table: 'corridors', column: 'corridor', id, variable: 'dispatched' } as const;
    const series = monthlySeries(results, scenario, months, source);
    return element(
      'figure',
      {},
      element('h4', {}, text(name)),
      seriesChart(perDay(series, results.summary), view.events, {
        title: name,
        unit: 't a day',
        colour: colours.classOf(id),
      }),
    );
  });
  return (
    seriesLegend('Tonnes dispatched, mean of each month.', view.events) +
    element('div', { class: 'charts' }, ...charts) +
    element(
      'details',
      {},
      element('summary', {}, text('The same by year, in numbers')),
      yearTable(results, scenario, corridors),
    )
  );
}

/** Says what the lines and shades of the charts are, and which event has which number. */
export function seriesLegend(subject: string, events: readonly SummaryEvent[]): Markup {
  const numbers = events.map(({ title }, index) =>
    element(
      'span',
      {},
      element('b', { class: 'event-number' }, text(String(index + 1))),
      text(` ${title}`),
    ),
  );
  return element(
    'p',
    { class: 'series legend' },
    text(`${subject} Axes without a dark base line do not start at zero.`),
    ...seriesEntries(events).map((entry) =>
      element('span', {}, signPicture(entry), text(entry.label)),
    ),
    ...numbers,
  );
}

/** The lines, the band and the shade of a chart. */
export function seriesEntries(events: readonly SummaryEvent[]): LegendEntry[] {
  const entry = (shape: Markup, label: string) => ({ shape, width: 28, height: 14, label });
  const line = (className: string) => element('path', { d: 'M0 7H28', class: className });
  const box = (className: string) =>
    element('rect', { y: 1, width: 28, height: 12, class: className });
  return [
    entry(box('band') + line('after'), 'scenario; band: nine runs in ten'),
    entry(line('before'), 'baseline'),
    ...(events.length > 0 ? [entry(box('event'), 'an event acts in some run:')] : []),
  ];
}

function mostChanged(
  { corridors, notShipped }: ScenarioView,
  most: number,
): readonly CorridorChange[] {
  const size = ({ change }: CorridorChange) =>
    Number.isFinite(change.mean) ? Math.abs(change.mean) : 0;
  const sorted = [...corridors, notShipped].sort((a, b) => size(b) - size(a));
  const largest = sorted[0] ? size(sorted[0]) : 0;
  const chosen = sorted.filter(
    (each) => size(each) > 0 && size(each) >= largest * leastChangeShown,
  );
  const shown = chosen.slice(0, most);
  return [
    ...shown.filter(({ id }) => id !== notShippedSink),
    ...shown.filter(({ id }) => id === notShippedSink),
  ];
}

function yearTable(
  results: ResultsFolder,
  scenario: SummaryScenario,
  corridors: readonly CorridorChange[],
): Markup {
  const read = (name: string, corridor: string, variable: string) =>
    indexRows(selectRows(results, 'corridors', name, { corridor, variable }), 'period');
  const rows = corridors.flatMap(({ id, name }) => {
    const before = read(scenario.baseline, id, 'dispatched');
    const after = read(scenario.name, id, 'dispatched');
    const change = read(scenario.name, id, 'change');
    const years = [...after.keys()].filter((period) => /^\d{4}$/.test(period));
    return years.map((year) => ({
      name,
      year,
      before: estimateOf(before.get(year)),
      after: estimateOf(after.get(year)),
      change: estimateOf(change.get(year)),
    }));
  });
  const scale = tonneScale(rows.flatMap((row) => [row.before.mean, row.after.mean]));
  return dataTable({
    caption: `Tonnes dispatched by year, ${scale.unit}`,
    head: [
      textHead('Corridor'),
      textHead('Year'),
      numberHead('Baseline'),
      numberHead('Scenario'),
      numberHead('5 % to 95 % of runs'),
      numberHead('Change'),
      numberHead('95 % interval'),
    ],
    rows: rows.map(({ name, year, before, after, change }) => ({
      className: '',
      heading: text(name),
      cells: [
        textCell(year),
        numberCell(formatTonnes(before.mean, scale)),
        numberCell(formatTonnes(after.mean, scale)),
        numberCell(formatRange(after.p05, after.p95, scale)),
        numberCell(formatTonneChange(change.mean, scale)),
        numberCell(formatRange(change.lower, change.upper, scale, formatTonneChange)),
      ],
    })),
  });
}
