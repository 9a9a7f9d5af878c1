// Measures what an expectation speaks of, in one replication.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import type { Expectation, ExpectedMeasure } from '../model/scenario.ts';
import { notShippedSink } from './keys.ts';

/** One scenario in one replication. */
export interface MeasuredRun {
  readonly model: CompiledModel;
  readonly result: ReplicationResult;
  /** Flow of each cell [cells]. */
  readonly flows: readonly string[];
}

const units: Readonly<Record<ExpectedMeasure, string>> = {
  change: 't',
  'relative change': '1',
  share: '1',
  'change of share': '1',
  wait: 'day',
  'change of wait': 'day',
};

/** Unit of the values of a measure. */
export function unitOf(measure: ExpectedMeasure): string {
  return units[measure];
}

/** What is measured; NaN where there is nothing to be measured, such as a part of nothing. */
export function measureOf(
  expectation: Expectation,
  scenario: MeasuredRun,
  baseline: MeasuredRun,
): number {
  const both = (measure: (run: MeasuredRun) => number) => [measure(scenario), measure(baseline)];
  switch (expectation.measure) {
    case 'change': {
      const [after, before] = both((run) => tonnesOf(expectation, run));
      return after - before;
    }
    case 'relative change': {
      const [after, before] = both((run) => tonnesOf(expectation, run));
      return after / before - 1;
    }
    case 'share':
      return shareOf(expectation, scenario);
    case 'change of share': {
      const [after, before] = both((run) => shareOf(expectation, run));
      return after - before;
    }
    case 'wait':
      return waitOf(expectation, scenario);
    case 'change of wait': {
      const [after, before] = both((run) => waitOf(expectation, run));
      return after - before;
    }
  }
}

/** Tonnes of the subject in the period: dispatched on a corridor or of a flow, in transit, passing a crossing. */
function tonnesOf(expectation: Expectation, run: MeasuredRun): number {
  const { labels } = run.model;
  switch (expectation.of) {
    case 'corridor':
      return corridorTonnes(expectation, run, sinkOf(expectation.id, labels.corridors));
    case 'crossing': {
      const post = labels.posts.indexOf(expectation.id);
      return sumOfMonths(expectation, run, run.result.postTonnes, labels.posts.length, post);
    }
    case 'country':
      return transitTonnes(expectation, run);
    case 'flow':
      return shippedTonnes(expectation, run).shipped;
  }
}

/** Of a corridor, its share of all tonnes dispatched; of a flow, the part of its demand that is shipped. */
function shareOf(expectation: Expectation, run: MeasuredRun): number {
  if (expectation.of === 'flow') {
    const { shipped, demand } = shippedTonnes(expectation, run);
    return shipped / demand;
  }
  const all = run.model.labels.corridors.keys();
  const total = [...all].reduce((sum, index) => sum + corridorTonnes(expectation, run, index), 0);
  return tonnesOf(expectation, run) / total;
}

/** Mean wait of what passes the crossing in the period, days; 0 while nobody waits. */
function waitOf(expectation: Expectation, run: MeasuredRun): number {
  const { posts } = run.model.labels;
  const post = posts.indexOf(expectation.id);
  const sum = (values: Float64Array) => sumOfMonths(expectation, run, values, posts.length, post);
  const waited = sum(run.result.postWaits);
  return waited === 0 ? 0 : waited / sum(run.result.postTonnes);
}

/** Column of a corridor, or of what is not shipped, which stands behind them. */
function sinkOf(id: string, corridors: readonly string[]): number {
  return id === notShippedSink ? corridors.length : corridors.indexOf(id);
}

function corridorTonnes(expectation: Expectation, run: MeasuredRun, corridor: number): number {
  const width = run.model.counts.corridors + 1;
  return sumOfMonths(expectation, run, run.result.corridorTonnes, width, corridor);
}

/** @param monthly [months * width] */
function sumOfMonths(
  { months }: Expectation,
  { model }: MeasuredRun,
  monthly: Float64Array,
  width: number,
  column: number,
): number {
  let sum = 0;
  model.labels.months.forEach((label, month) => {
    if (!months || (label >= months[0] && label <= months[1]))
      sum += monthly[month * width + column];
  });
  return sum;
}

/** The years of a period, which is then made of whole years. */
function yearsIn({ months }: Expectation, { model }: MeasuredRun): number[] {
  const { years } = model.labels;
  return [...years.keys()].filter(
    (year) =>
      !months || (years[year] >= months[0].slice(0, 4) && years[year] <= months[1].slice(0, 4)),
  );
}

function transitTonnes(expectation: Expectation, run: MeasuredRun): number {
  const { counts, costs } = run.model;
  const country = costs.countries.indexOf(expectation.id);
  let sum = 0;
  for (let route = 0; route < counts.routes; route++) {
    const crossed = costs.transitCountry.subarray(
      costs.transitStart[route],
      costs.transitStart[route + 1],
    );
    if (!crossed.includes(country)) continue;
    for (const year of yearsIn(expectation, run))
      sum += run.result.routeDispatched[year * counts.routes + route];
  }
  return sum;
}

function shippedTonnes(expectation: Expectation, run: MeasuredRun) {
  const { cellDemand, cellNotShipped } = run.result;
  const cell = run.flows.indexOf(expectation.id);
  let demand = 0;
  let notShipped = 0;
  for (const year of yearsIn(expectation, run)) {
    demand += cellDemand[year * run.model.counts.cells + cell];
    notShipped += cellNotShipped[year * run.model.counts.cells + cell];
  }
  return { demand, shipped: demand - notShipped };
}
