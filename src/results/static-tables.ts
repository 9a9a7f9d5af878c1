// The tables of the stationary split: corridors, flows and posts on given dates, in tonnes a day.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { StaticSplit } from '../equilibrium/static-split.ts';
import { summarise } from '../numerics/summary.ts';
import { listCellRows, sumByPlace } from './cells.ts';
import { notShippedSink } from './keys.ts';
import { createSampleStore, createSamples, type Samples, setSample, valuesOf } from './samples.ts';
import type { Table } from './table.ts';
import {
  createTableBuilder,
  statisticColumns,
  statisticsOf,
  type TableBuilder,
} from './table-builder.ts';

/** Collects the splits of all scenarios, dates and replications. */
export interface StaticRecorder {
  /** Every scenario on every date in every replication once, in any order; the baseline is model 0. */
  add(model: number, date: number, replication: number, split: StaticSplit): void;
  tables(): Table[];
}

/** @param dates as they stand in the column `period` */
export function createStaticRecorder(
  models: readonly CompiledModel[],
  dates: readonly string[],
  replications: number,
): StaticRecorder {
  const recorders = models.map((model) => recordScenario(model, dates, replications));
  return {
    add(model, date, replication, split) {
      recorders[model].add(date, replication, split);
    },
    tables: () => buildTables(recorders),
  };
}

type ScenarioRecorder = ReturnType<typeof recordScenario>;

function recordScenario(model: CompiledModel, dates: readonly string[], replications: number) {
  const { counts, routes } = model;
  const { keys, rowOfCell } = listCellRows(model);
  const store = createSampleStore(replications, Infinity);
  const samples = (rows: number) => createSamples(store, dates.length * rows);
  const corridors = {
    dispatched: samples(counts.corridors + 1),
    cost: samples(counts.corridors),
    days: samples(counts.corridors),
  };
  const flows = samples(keys.length * (counts.corridors + 1));
  const posts = {
    passing: samples(counts.posts),
    capacity: samples(counts.posts),
    wait: samples(counts.posts),
  };
  const routeCorridor = routes.routeGroup.map((group) => routes.groupCorridor[group]);
  const noShip = counts.corridors;
  const flowPlaces = Int32Array.from([
    ...routeCorridor.map(
      (corridor, route) => rowOfCell[routes.routeCell[route]] * (noShip + 1) + corridor,
    ),
    ...rowOfCell.map((row) => row * (noShip + 1) + noShip),
  ]);
  return {
    model,
    dates,
    keys,
    corridors,
    flows,
    posts,
    add(date: number, replication: number, split: StaticSplit) {
      const put = (of: Samples, width: number, values: Float64Array) => {
        values.forEach((value, at) => {
          setSample(of, date * width + at, replication, value);
        });
      };
      const tonnes = Float64Array.from([...split.routeTonnes, ...split.cellNotShipped]);
      const byFlow = sumByPlace(tonnes, flowPlaces, keys.length * (noShip + 1));
      const byCorridor = new Float64Array(noShip + 1);
      byFlow.forEach((value, place) => {
        byCorridor[place % (noShip + 1)] += value;
      });
      const mean = (of: Float64Array) =>
        sumByPlace(
          split.routeTonnes.map((value, route) => value * of[route]),
          routeCorridor,
          noShip,
        ).map((total, corridor) => total / byCorridor[corridor]);
      put(corridors.dispatched, noShip + 1, byCorridor);
      put(corridors.cost, noShip, mean(split.routeCost));
      put(corridors.days, noShip, mean(split.routeDays));
      put(flows, byFlow.length, byFlow);
      put(posts.passing, counts.posts, split.passing);
      put(posts.capacity, counts.posts, split.capacity);
      put(posts.wait, counts.posts, split.waitDays);
    },
  };
}

function buildTables(recorders: readonly ScenarioRecorder[]): Table[] {
  const columns = (...keys: string[]) => [
    'scenario',
    'period',
    ...keys,
    'variable',
    'unit',
    ...statisticColumns,
  ];
  const corridors = createTableBuilder('static-corridors', columns('corridor'));
  const flows = createTableBuilder(
    'static-flows',
    columns('origin', 'destination', 'commodity', 'corridor'),
  );
  const posts = createTableBuilder('static-posts', columns('post'));
  for (const recorder of recorders) {
    recorder.dates.forEach((_, date) => {
      addCorridors(corridors, recorder, recorders[0], date);
      addFlows(flows, recorder, date);
      addPosts(posts, recorder, date);
    });
  }
  return [corridors.build(), flows.build(), posts.build()];
}

function addCorridors(
  table: TableBuilder,
  { model, dates, corridors }: ScenarioRecorder,
  baseline: ScenarioRecorder,
  date: number,
): void {
  const count = model.counts.corridors;
  const none = new Float64Array(corridors.dispatched.store.replications);
  const tonnesOf = (of: Samples, sink: number) => valuesOf(of, date * (count + 1) + sink) ?? none;
  const shipped = none.map((_, replication) => {
    let total = 0;
    for (let sink = 0; sink < count; sink++)
      total += tonnesOf(corridors.dispatched, sink)[replication];
    return total;
  });
  [...model.labels.corridors, notShippedSink].forEach((sink, at) => {
    const tonnes = tonnesOf(corridors.dispatched, at);
    const row = (variable: string, unit: string, values: Float64Array | undefined) => {
      const statistics = statisticsOf(values && summarise(values));
      if (!Number.isNaN(statistics[0]))
        table.add([model.name, dates[date], sink, variable, unit], statistics);
    };
    row('dispatched', 't/day', tonnes);
    if (at < count) {
      row(
        'share',
        '1',
        tonnes.map((value, replication) => value / shipped[replication]),
      );
      row('generalised_cost', 'USD/t', valuesOf(corridors.cost, date * count + at) ?? none);
      row('transit_time', 'day', valuesOf(corridors.days, date * count + at) ?? none);
    }
    if (model !== baseline.model) {
      const before = tonnesOf(baseline.corridors.dispatched, at);
      row(
        'change',
        't/day',
        tonnes.map((value, replication) => value - before[replication]),
      );
    }
  });
}

function addFlows(
  table: TableBuilder,
  { model, dates, keys, flows }: ScenarioRecorder,
  date: number,
): void {
  const sinks = [...model.labels.corridors, notShippedSink];
  keys.forEach((key, row) => {
    sinks.forEach((sink, at) => {
      const values = valuesOf(flows, (date * keys.length + row) * sinks.length + at);
      if (!values) return;
      table.add(
        [model.name, dates[date], ...key, sink, 'dispatched', 't/day'],
        statisticsOf(summarise(values)),
      );
    });
  });
}

/** Posts with a limit that cargo passes. */
function addPosts(
  table: TableBuilder,
  { model, dates, posts }: ScenarioRecorder,
  date: number,
): void {
  model.labels.posts.forEach((post, at) => {
    const index = date * model.counts.posts + at;
    const [passing, capacity] = [posts.passing, posts.capacity].map((of) => valuesOf(of, index));
    if (!passing || !capacity || capacity.includes(Infinity)) return;
    const wait = valuesOf(posts.wait, index) ?? new Float64Array(passing.length);
    const row = (variable: string, unit: string, values: Float64Array) =>
      table.add([model.name, dates[date], post, variable, unit], statisticsOf(summarise(values)));
    row('passed', 't/day', passing);
    row('capacity', 't/day', capacity);
    row('wait', 'day', wait);
    row(
      'queue',
      't',
      wait.map((days, replication) => days * passing[replication]),
    );
  });
}
