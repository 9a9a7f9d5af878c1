// Shows where cargo waits: the posts whose queue grows most, as charts and in numbers.

import type { ResultsFolder } from '../results/results-folder.ts';
import { formatNumber, formatPeriod, formatRange, formatTonnes, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { monthlySeries, monthsToShow } from './monthly-series.ts';
import type { PostQueue } from './post-queues.ts';
import type { ScenarioView } from './scenario-view.ts';
import { seriesChart } from './series-chart.ts';
import { seriesLegend } from './series-part.ts';

const mostCharts = 3;
const mostRows = 10;

/** The charts and the table of one scenario. */
export function queuePart(results: ResultsFolder, view: ScenarioView): Markup {
  if (view.posts.length === 0)
    return element('p', {}, text('No queue grows against the baseline.'));
  const { scenario } = view;
  const months = monthsToShow(results.summary, view.events);
  const charts = view.posts.slice(0, mostCharts).map(({ id, name }) => {
    const source = { table: 'posts', column: 'post', id, variable: 'longest_queue' } as const;
    const series = monthlySeries(results, scenario, months, source);
    return element(
      'figure',
      {},
      element('h4', {}, text(name)),
      seriesChart(series, view.events, { title: `Queue at ${name}`, rate: '' }),
    );
  });
  return (
    seriesLegend('Longest queue of each month.') +
    element('div', { class: 'charts' }, ...charts) +
    queueTable(view.posts) +
    morePosts(view.posts.length - mostRows)
  );
}

function morePosts(count: number): Markup {
  if (count <= 0) return '';
  const posts =
    count === 1
      ? 'One more post whose queue grows is'
      : `${count} more posts whose queues grow are`;
  return element('p', { class: 'note' }, text(`${posts} in posts.csv.`));
}

function queueTable(posts: readonly PostQueue[]): Markup {
  const shown = posts.slice(0, mostRows);
  const scale = tonneScale(shown.map(({ longest }) => longest.mean));
  return dataTable({
    caption: `Queues that grow most, each in the month in which it exceeds the baseline's most, ${scale.unit}`,
    head: [
      textHead('Post'),
      textHead('Month'),
      numberHead(`Longest queue, ${scale.unit}`),
      numberHead('5 % to 95 % of runs'),
      numberHead('In the baseline'),
      numberHead('Mean wait, days'),
    ],
    rows: shown.map(({ name, month, longest, baselineLongest, wait }) => ({
      className: '',
      heading: text(name),
      cells: [
        textCell(formatPeriod(month)),
        numberCell(formatTonnes(longest.mean, scale)),
        numberCell(formatRange(longest.p05, longest.p95, scale)),
        numberCell(formatTonnes(baselineLongest.mean, scale)),
        numberCell(formatNumber(wait.mean, 1)),
      ],
    })),
  });
}
