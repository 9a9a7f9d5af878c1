// diversion.csv: tonnes that moved from one corridor to another, scenario against baseline, by cell and in all.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DiversionResult } from '../diversion/diversion-result.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { listCellRows, sumByPlace } from './cells.ts';
import { listDemandRows, listPairRows, listTotalRows, type PairRows } from './diversion-pairs.ts';
import { all, delayedSink } from './keys.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { createSamples, type Samples, samplesOf, setSamples } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

export const diversionTable: TableDefinition = {
  name: 'diversion',
  columns: [
    'scenario',
    'baseline',
    'period',
    'origin',
    'destination',
    'commodity',
    'from_corridor',
    'to_corridor',
    'unit',
    ...statisticColumns,
    'lower_bound',
    'upper_bound',
  ],
  createRecorder: createDiversionRecorder,
};

function createDiversionRecorder(
  model: CompiledModel,
  baselineName: string,
  replications: number,
): Recorder {
  const { years } = model.labels;
  const ledgersOf = (rows: (total: boolean) => PairRows) => ({
    byCell: createLedger(rows(false), years.length, replications),
    totals: createLedger(rows(true), years.length + 1, replications),
  });
  const moves = ledgersOf((total) => (total ? listTotalRows(model) : listPairRows(model)));
  const gained = ledgersOf((total) => listDemandRows(model, 'from', total));
  const lost = ledgersOf((total) => listDemandRows(model, 'to', total));
  const { keys, rowOfCell } = listCellRows(model);
  const rowOfGroup = model.routes.groupCell.map((cell) => rowOfCell[cell]);
  const inAll = rowOfGroup.map(() => 0);
  const delayed = createSamples(years.length * keys.length, replications);
  const delayedInAll = createSamples(years.length, replications);
  return {
    record({ replication, result, baseline, diversion }) {
      if (!diversion) return;
      const { newDemand, lostDemand } = diversion;
      for (const [{ byCell, totals }, values] of [
        [moves, diversion],
        [gained, { transferred: newDemand, lowerBound: newDemand, upperBound: newDemand }],
        [lost, { transferred: lostDemand, lowerBound: lostDemand, upperBound: lostDemand }],
      ] as const) {
        recordMoves(byCell, replication, values, (yearly) => yearly);
        recordMoves(totals, replication, values, (yearly) => appendSum(yearly, years.length));
      }
      const byGroup = delayedTonnes(result, baseline);
      setSamples(delayed, replication, sumByPlace(byGroup, rowOfGroup, keys.length));
      setSamples(delayedInAll, replication, sumByPlace(byGroup, inAll, 1));
    },
    addRows(add) {
      if (model.name === baselineName) return;
      const addMoves = (ledger: Ledger, period: string, index: number) => {
        ledger.rows.keys.forEach((key, row) => {
          const numbers = moveStatistics(
            ledger,
            index * ledger.rows.keys.length + row,
            replications,
          );
          if (numbers) add([model.name, baselineName, period, ...key, 't'], numbers);
        });
      };
      const addDelayed = (period: string, key: readonly string[], values?: Float64Array) => {
        if (!values) return;
        const texts = [model.name, baselineName, period, ...key, all, delayedSink, 't'];
        add(texts, [...statisticsOf(values), NaN, NaN]);
      };
      years.forEach((period, year) => {
        for (const { byCell } of [moves, gained, lost]) addMoves(byCell, period, year);
        keys.forEach((key, row) => {
          addDelayed(period, key, samplesOf(delayed, year * keys.length + row));
        });
        for (const { totals } of [moves, gained, lost]) addMoves(totals, period, year);
        addDelayed(period, [all, all, all], samplesOf(delayedInAll, year));
      });
      for (const { totals } of [moves, gained, lost]) addMoves(totals, all, years.length);
      // What is under way at the end of the horizon is what is under way at the end of its last year.
      addDelayed(all, [all, all, all], samplesOf(delayedInAll, years.length - 1));
    },
  };
}

/** Moves between pairs of sinks, over all replications. Shapes [periods * rows]. */
interface Ledger {
  readonly rows: PairRows;
  readonly transferred: Samples;
  /** Sums over the replications, t. */
  readonly lowerBound: Float64Array;
  readonly upperBound: Float64Array;
}

function createLedger(rows: PairRows, periods: number, replications: number): Ledger {
  const length = periods * rows.keys.length;
  return {
    rows,
    transferred: createSamples(length, replications),
    lowerBound: new Float64Array(length),
    upperBound: new Float64Array(length),
  };
}

/** @param complete adds to the yearly sums [years * rows] what the ledger holds beyond them */
function recordMoves(
  { rows, transferred, lowerBound, upperBound }: Ledger,
  replication: number,
  values: Pick<DiversionResult, 'transferred' | 'lowerBound' | 'upperBound'>,
  complete: (yearly: Float64Array) => Float64Array,
): void {
  const sum = (tonnes: Float64Array) =>
    complete(sumByPlace(tonnes, rows.rowOfPair, rows.keys.length));
  setSamples(transferred, replication, sum(values.transferred));
  addTo(lowerBound, sum(values.lowerBound));
  addTo(upperBound, sum(values.upperBound));
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let row = 0; row < sums.length; row++) sums[row] += values[row];
}

/** The yearly rows, and after them their sum over the years. */
function appendSum(yearly: Float64Array, years: number): Float64Array {
  const width = yearly.length / years;
  const complete = new Float64Array(yearly.length + width);
  complete.set(yearly);
  yearly.forEach((value, row) => {
    complete[yearly.length + (row % width)] += value;
  });
  return complete;
}

/** Statistics and mean bounds of a row; undefined when nothing moves. */
function moveStatistics(ledger: Ledger, row: number, replications: number): number[] | undefined {
  const values = samplesOf(ledger.transferred, row);
  if (!values) return undefined;
  const statistics = statisticsOf(values);
  // The bounds hold in every replication; rounding must not put their means on the wrong side.
  const least = Math.min(ledger.lowerBound[row] / replications, statistics[0]);
  const most = Math.max(ledger.upperBound[row] / replications, statistics[0]);
  return [...statistics, least, most];
}

/** Tonnes queued or under way at each year's end, scenario minus baseline [years * groups]. */
function delayedTonnes(result: ReplicationResult, baseline: ReplicationResult): Float64Array {
  return result.groupQueued.map(
    (queued, row) =>
      queued +
      result.groupInTransit[row] -
      (baseline.groupQueued[row] + baseline.groupInTransit[row]),
  );
}
