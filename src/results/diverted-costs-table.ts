// diverted-costs.csv: how much more, or less, a tonne costs that changes its corridor, term by term.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DiversionResult } from '../diversion/diversion-result.ts';
import { pairStarts } from '../diversion/pairs.ts';
import { costTerms } from './cost-terms.ts';
import { all } from './keys.ts';
import type { RecordedRun, Recorder, TableDefinition } from './recorder.ts';
import { createSamples, isNothing, type SampleStore, setSample, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

/** Moves of fewer tonnes than this, mean over the replications, have no rows of their own; they count in `all`. */
const leastTonnes = 1;

export const divertedCostsTable: TableDefinition = {
  name: 'diverted-costs',
  columns: [
    'scenario',
    'baseline',
    'period',
    'from_corridor',
    'to_corridor',
    'term',
    'unit',
    ...statisticColumns,
  ],
  createRecorder: createDivertedCostsRecorder,
};

function createDivertedCostsRecorder(
  model: CompiledModel,
  baseline: CompiledModel,
  store: SampleStore,
): Recorder {
  const { corridors } = model.labels;
  const rows = corridors.length * corridors.length + 1;
  const means = costTerms.map(() => createSamples(store, rows));
  const total = createSamples(store, rows);
  const tonnes = new Float64Array(rows);
  return {
    record(run) {
      if (!run.diversion) return;
      const sums = sumMoves(model, run, run.diversion);
      for (let row = 0; row < rows; row++) {
        tonnes[row] += sums.tonnes[row];
        let sum = 0;
        means.forEach((samples, term) => {
          const value = sums.costs[row * means.length + term] / sums.tonnes[row];
          setSample(samples, row, run.replication, value);
          sum += value;
        });
        setSample(total, row, run.replication, sum);
      }
    },
    addRows(add) {
      for (let row = 0; row < rows; row++) {
        if (tonnes[row] / store.replications < leastTonnes) continue;
        const from = corridors[Math.floor(row / corridors.length)] ?? all;
        const ends = row === rows - 1 ? [all, all] : [from, corridors[row % corridors.length]];
        [...costTerms, all].forEach((term, at) => {
          const mean = summaryOf(means[at] ?? total, row);
          if (isNothing(mean)) return;
          add([model.name, baseline.name, all, ...ends, term, 'USD/t'], statisticsOf(mean));
        });
      }
    },
  };
}

/**
 * Tonnes that change their corridor, by pair of corridors and last in all, and what they cost more: the mean cost, in
 * the year, of their cell's tonnes on the new corridor in the scenario less that on the old one in the baseline, USD
 * [rows], [rows * terms].
 */
function sumMoves(
  model: CompiledModel,
  run: RecordedRun,
  { transferred }: DiversionResult,
): { tonnes: Float64Array; costs: Float64Array } {
  const { counts, routes } = model;
  const starts = pairStarts(model);
  const pairs = starts[counts.cells];
  const before = meanCost(run.baseline, run.baselineCosts);
  const after = meanCost(run.result, run.costs);
  const last = counts.corridors * counts.corridors;
  const tonnes = new Float64Array(last + 1);
  const costs = new Float64Array((last + 1) * costTerms.length);
  const add = (row: number, moved: number, from: number, to: number) => {
    tonnes[row] += moved;
    for (let term = 0; term < costTerms.length; term++) {
      const change = after(to, term) - before(from, term);
      costs[row * costTerms.length + term] += moved * change;
    }
  };
  for (let year = 0; year < counts.years; year++) {
    for (let cell = 0; cell < counts.cells; cell++) {
      const first = routes.cellGroupStart[cell];
      const groups = routes.cellGroupStart[cell + 1] - first;
      for (let from = 0; from < groups; from++) {
        for (let to = 0; to < groups; to++) {
          const moved = transferred[year * pairs + starts[cell] + from * (groups + 1) + to];
          if (from === to || moved === 0) continue;
          const row =
            routes.groupCorridor[first + from] * counts.corridors +
            routes.groupCorridor[first + to];
          const yearRow = year * counts.groups + first;
          add(row, moved, yearRow + from, yearRow + to);
          add(last, moved, yearRow + from, yearRow + to);
        }
      }
    }
  }
  return { tonnes, costs };
}

/** Gives USD/t by year and group, and term; 0 where nothing is dispatched. */
function meanCost({ groupDispatched }: RecordedRun['result'], costs: Float64Array) {
  return (yearGroup: number, term: number): number => {
    const tonnes = groupDispatched[yearGroup];
    return tonnes > 0 ? costs[yearGroup * costTerms.length + term] / tonnes : 0;
  };
}
