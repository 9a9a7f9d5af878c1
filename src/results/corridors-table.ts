// corridors.csv: tonnes of each corridor by month, year and over the horizon; its share, cost and time without months.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { notShippedSink } from './keys.ts';
import { listPeriods, sumByPeriod } from './periods.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { createSamples, type SampleStore, setSample, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

/** Months of the ratios would more than double the table, and few would read them. */
const variables = [
  { name: 'dispatched', unit: 't', isMonthly: true },
  { name: 'share', unit: '1', isMonthly: false },
  { name: 'generalised_cost', unit: 'USD/t', isMonthly: false },
  { name: 'transit_time', unit: 'day', isMonthly: false },
  { name: 'change', unit: 't', isMonthly: true },
] as const;

export const corridorsTable: TableDefinition = {
  name: 'corridors',
  columns: ['scenario', 'period', 'corridor', 'variable', 'unit', ...statisticColumns],
  createRecorder: createCorridorsRecorder,
};

function createCorridorsRecorder(
  model: CompiledModel,
  baseline: CompiledModel,
  store: SampleStore,
): Recorder {
  const periods = listPeriods(model);
  const sinks = [...model.labels.corridors, notShippedSink];
  const width = sinks.length;
  const corridors = width - 1;
  const samples = variables.map(() => createSamples(store, periods.labels.length * width));
  const [dispatched, share, cost, time, change] = samples;
  const isBaseline = model === baseline;
  return {
    record({ replication, result, baseline: baselineResult }) {
      const tonnes = sumByPeriod(result.corridorTonnes, width, periods);
      const baselineTonnes = sumByPeriod(baselineResult.corridorTonnes, width, periods);
      const costs = sumByPeriod(result.corridorCost, corridors, periods);
      const tonneDays = sumByPeriod(result.corridorTonneDays, corridors, periods);
      for (let period = 0; period < periods.labels.length; period++) {
        const first = period * width;
        let shipped = 0;
        for (let sink = 0; sink < corridors; sink++) shipped += tonnes[first + sink];
        for (let sink = 0; sink < width; sink++) {
          const row = first + sink;
          setSample(dispatched, row, replication, tonnes[row]);
          setSample(change, row, replication, tonnes[row] - baselineTonnes[row]);
          if (sink === corridors || period < periods.firstYear) continue;
          const ratio = period * corridors + sink;
          setSample(share, row, replication, tonnes[row] / shipped);
          setSample(cost, row, replication, costs[ratio] / tonnes[row]);
          setSample(time, row, replication, tonneDays[ratio] / tonnes[row]);
        }
      }
    },
    addRows(add) {
      periods.labels.forEach((period, periodIndex) => {
        sinks.forEach((sink, sinkIndex) => {
          variables.forEach(({ name, unit, isMonthly }, variable) => {
            if (!isMonthly && periodIndex < periods.firstYear) return;
            if (name === 'change' && isBaseline) return;
            if (sink === notShippedSink && name !== 'dispatched' && name !== 'change') return;
            const summary = summaryOf(samples[variable], periodIndex * width + sinkIndex);
            const statistics = statisticsOf(summary);
            if (Number.isNaN(statistics[0])) return;
            add([model.name, period, sink, name, unit], statistics);
          });
        });
      });
    },
  };
}
