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
        for (let term = 0; term < means.length; term++) {
          const value = sums.costs[row * means.length + term] / sums.tonnes[row];
          setSample(means[term], row, run.replication, value);
          sum += value;
        }
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
  const before = meanCosts(run.baseline, run.baselineCosts);
  const after = meanCosts(run.result, run.costs);
  const last = counts.corridors * counts.corridors;
  const sums = {
    tonnes: new Float64Array(last + 1),
    costs: new Float64Array((last + 1) * costTerms.length),
  };
  for (let year = 0; year < counts.years; year++) {
    for (let cell = 0; cell < counts.cells; cell++) {
      const first = routes.cellGroupStart[cell];
      const groups = routes.cellGroupStart[cell + 1] - first;
      const yearRow = year * counts.groups + first;
      for (let from = 0; from < groups; from++) {
        const firstPair = year * pairs + starts[cell] + from * (groups + 1);
        const fromRow = routes.groupCorridor[first + from] * counts.corridors;
        for (let to = 0; to < groups; to++) {
          const moved = transferred[firstPair + to];
          if (from === to || moved === 0) continue;
          const row = fromRow + routes.groupCorridor[first + to];
          addMove(sums, row, moved, after, yearRow + to, before, yearRow + from);
          addMove(sums, last, moved, after, yearRow + to, before, yearRow + from);
        }
      }
    }
  }
  return sums;
}

/** Adds a move to a row: from what it cost on the old corridor to what it costs on the new one. */
function addMove(
  { tonnes, costs }: { readonly tonnes: Float64Array; readonly costs: Float64Array },
  row: number,
  moved: number,
  after: Float64Array,
  to: number,
  before: Float64Array,
  from: number,
): void {
  const terms = costTerms.length;
  tonnes[row] += moved;
  for (let term = 0; term < terms; term++)
    costs[row * terms + term] += moved * (after[to * terms + term] - before[from * terms + term]);
}

/** USD/t by year, group and term; 0 where nothing is dispatched. */
function meanCosts({ groupDispatched }: RecordedRun['result'], costs: Float64Array): Float64Array {
  const terms = costTerms.length;
  const means = new Float64Array(costs.length);
  for (let yearGroup = 0; yearGroup < groupDispatched.length; yearGroup++) {
    const tonnes = groupDispatched[yearGroup];
    if (!(tonnes > 0)) continue;
    for (let at = yearGroup * terms; at < (yearGroup + 1) * terms; at++)
      means[at] = costs[at] / tonnes;
  }
  return means;
}
