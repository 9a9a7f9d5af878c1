// posts.csv: what each post (crossing, port, strait, limited link) passes, and who waits there, by month.

import type { TableDefinition } from './recorder.ts';
import { createSamples, setSample, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

const variables = [
  { name: 'passed', unit: 't' },
  { name: 'mean_queue', unit: 't' },
  { name: 'longest_queue', unit: 't' },
  { name: 'mean_wait', unit: 'day' },
  { name: 'turned_back', unit: 't' },
  { name: 'turn_back_cost', unit: 'USD/t' },
] as const;

export const postsTable: TableDefinition = {
  name: 'posts',
  columns: ['scenario', 'period', 'post', 'variable', 'unit', ...statisticColumns],
  createRecorder(model, _, store) {
    const { counts, labels, time } = model;
    const { posts, months } = counts;
    const monthDays = new Float64Array(months);
    for (const month of time.stepMonth) monthDays[month] += time.stepDays;
    const noCost = model.routes.onwardRouteStart.length > 1 ? NaN : 0;
    const samples = variables.map(() => createSamples(store, posts * months));
    return {
      record({ replication, result }) {
        for (let month = 0; month < months; month++) {
          for (let post = 0; post < posts; post++) {
            const at = month * posts + post;
            const tonneDays = result.postTonneDays[at];
            const passed = result.postTonnes[at];
            // Of what passes in the month. The queue by the tonnes passed (Little) would be beyond all measure in
            // a month in which a shut post opens again.
            const meanWait = tonneDays > 0 ? result.postWaits[at] / passed : 0;
            const wait = Number.isFinite(meanWait) ? meanWait : NaN;
            const turnedBack = result.postTurnedBack[at];
            const turnBackCost = turnedBack > 0 ? result.postTurnedCost[at] / turnedBack : noCost;
            // Post by post, so that the months of a post without queues stay together and take no room.
            const row = post * months + month;
            setSample(samples[0], row, replication, passed);
            setSample(samples[1], row, replication, tonneDays / monthDays[month]);
            setSample(samples[2], row, replication, result.postLongestQueue[at]);
            setSample(samples[3], row, replication, wait);
            setSample(samples[4], row, replication, turnedBack);
            setSample(samples[5], row, replication, turnBackCost);
          }
        }
      },
      addRows(add) {
        labels.months.forEach((period, month) => {
          labels.posts.forEach((post, postIndex) => {
            variables.forEach(({ name, unit }, variable) => {
              const summary = summaryOf(samples[variable], postIndex * months + month);
              if (!summary) return;
              const statistics = statisticsOf(summary);
              if (Number.isNaN(statistics[0])) return;
              add([model.name, period, post, name, unit], statistics);
            });
          });
        });
      },
    };
  },
};
