// Shows where cargo waits: the posts whose queue grows most, as charts and in numbers.

import type { ResultsFolder } from '../results/results-folder.ts';
import { formatNumber, formatPeriod, formatRange, formatTonnes, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { monthlySeries, monthsToShow } from './monthly-series.ts';
import type { PageContext } from './page-context.ts';
import type { PostQueue } from './post-queues.ts';
import type { ScenarioView } from './scenario-view.ts';
import { seriesChart } from './series-chart.ts';
import { seriesLegend } from './series-part.ts';

/** The charts and the table of one scenario. */
export function queuePart({ results, detail }: PageContext, view: ScenarioView): Markup {
  if (view.posts.length === 0)
    return element('p', {}, text('No queue grows against the baseline.'));
  return (
    seriesLegend('Longest queue and mean wait of each month.', view.events) +
    element(
      'div',
      { class: 'charts' },
      ...view.posts.slice(0, detail.postCharts).flatMap((post) => postCharts(results, view, post)),
    ) +
    queueTable(view.posts.slice(0, detail.tableRows)) +
    morePosts(view.posts.length - detail.tableRows)
  );
}

/** The queue of a post, and how long cargo waits in it. */
function postCharts(results: ResultsFolder, view: ScenarioView, { id, name }: PostQueue): Markup[] {
  const months = monthsToShow(results.summary, view.events);
  const chart = (title: string, variable: string, unit: 't' | 'day') => {
    const source = { table: 'posts', column: 'post', id, variable } as const;
    const series = monthlySeries(results, view.scenario, months, source);
    return element(
      'figure',
      {},
      element('h4', {}, text(title)),
      seriesChart(series, view.events, { title, unit, colour: 'kq' }),
    );
  };
  return [
    chart(`Queue at ${name}`, 'longest_queue', 't'),
    chart(`Wait at ${name}`, 'mean_wait', 'day'),
  ];
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
  const scale = tonneScale(posts.map(({ longest }) => longest.mean));
  return dataTable({
    caption: `Queues that grow most, each in the month in which it exceeds the baseline's most, ${scale.unit}`,
    head: [
      textHead('Post'),
      textHead('Month'),
      numberHead(`Longest queue, ${scale.unit}`),
      numberHead('5 % to 95 % of runs'),
      numberHead('In the baseline'),
      numberHead('Longest mean wait of a month, days'),
      numberHead('Back to normal after'),
    ],
    rows: posts.map(({ name, month, longest, baselineLongest, wait, daysToNormal }) => ({
      className: '',
      heading: text(name),
      cells: [
        textCell(formatPeriod(month)),
        numberCell(formatTonnes(longest.mean, scale)),
        numberCell(formatRange(longest.p05, longest.p95, scale)),
        numberCell(formatTonnes(baselineLongest.mean, scale)),
        numberCell(formatNumber(wait.mean, 1)),
        numberCell(normalText(daysToNormal)),
      ],
    })),
  });
}

/** The tables are monthly, so days are no closer than a month. */
function normalText(days: number): string {
  return Number.isFinite(days) ? `${formatNumber(days, 0)} days` : 'not in the horizon';
}
