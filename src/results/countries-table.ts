// countries.csv: tonnes in transit through each country and what they leave there, by year and over the horizon.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { all } from './keys.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { createSamples, type SampleStore, setSamples, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

const variables = [
  { name: 'transit', unit: 't', isChange: false },
  { name: 'transit_revenue', unit: 'USD', isChange: false },
  { name: 'change_transit', unit: 't', isChange: true },
  { name: 'change_transit_revenue', unit: 'USD', isChange: true },
] as const;

export const countriesTable: TableDefinition = {
  name: 'countries',
  columns: ['scenario', 'period', 'country', 'variable', 'unit', ...statisticColumns],
  createRecorder: createCountriesRecorder,
};

function createCountriesRecorder(
  model: CompiledModel,
  baseline: CompiledModel,
  store: SampleStore,
): Recorder {
  const { countries } = model.costs;
  const periods = [...model.labels.years, all];
  const samples = variables.map(() => createSamples(store, periods.length * countries.length));
  return {
    record({ replication, result, baseline: baselineResult }) {
      const after = transitByCountry(model, result);
      const before = model === baseline ? after : transitByCountry(baseline, baselineResult);
      const change = (values: Float64Array, earlier: Float64Array) =>
        values.map((value, row) => value - earlier[row]);
      setSamples(samples[0], replication, after.tonnes);
      setSamples(samples[1], replication, after.revenue);
      setSamples(samples[2], replication, change(after.tonnes, before.tonnes));
      setSamples(samples[3], replication, change(after.revenue, before.revenue));
    },
    addRows(add) {
      periods.forEach((period, periodIndex) => {
        countries.forEach((country, index) => {
          variables.forEach(({ name, unit, isChange }, variable) => {
            if (isChange && model === baseline) return;
            const summary = summaryOf(samples[variable], periodIndex * countries.length + index);
            if (summary) add([model.name, period, country, name, unit], statisticsOf(summary));
          });
        });
      });
    },
  };
}

/** Tonnes and USD by year and country, the sums over the years last [(years + 1) * countries]. */
function transitByCountry({ counts, costs }: CompiledModel, result: ReplicationResult) {
  const { countries, transitStart, transitCountry, transitRevenue } = costs;
  const width = countries.length;
  const tonnes = new Float64Array((counts.years + 1) * width);
  const revenue = new Float64Array(tonnes.length);
  for (let year = 0; year < counts.years; year++) {
    for (let route = 0; route < counts.routes; route++) {
      const sent = result.routeDispatched[year * counts.routes + route];
      if (sent === 0) continue;
      for (let entry = transitStart[route]; entry < transitStart[route + 1]; entry++) {
        tonnes[year * width + transitCountry[entry]] += sent;
        revenue[year * width + transitCountry[entry]] += sent * transitRevenue[entry];
      }
    }
  }
  for (const sums of [tonnes, revenue]) {
    for (let row = 0; row < counts.years * width; row++)
      sums[counts.years * width + (row % width)] += sums[row];
  }
  return { tonnes, revenue };
}
