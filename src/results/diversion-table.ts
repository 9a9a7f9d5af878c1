// diversion.csv: tonnes that moved from one corridor to another, scenario against baseline, by cell and in all.

// Cells have rows of the whole horizon alone: their years would be nine tenths of the results and hardly ever read.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DiversionResult } from '../diversion/diversion-result.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import type { Summary } from '../numerics/summary.ts';
import { sumByPlace } from './cells.ts';
import {
  listDemandRows,
  listMoveRows,
  listPlaces,
  type PairRows,
  type Scope,
} from './diversion-pairs.ts';
import { all, delayedSink, turnedBackSink } from './keys.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { createSamples, type SampleStore, type Samples, setSamples, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

/** Moves below this in every replication have no rows: they would be seven tenths of the table, t. */
const leastTonnes = 1;

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
  baselineModel: CompiledModel,
  store: SampleStore,
): Recorder {
  const { years } = model.labels;
  const scopes = (['flow', 'commodity', 'all'] as const).map((scope) =>
    createScope(model, scope, store),
  );
  return {
    record({ replication, result, baseline, diversion }) {
      if (!diversion) return;
      const delayed = delayedTonnes(result, baseline);
      const turnedBack = turnedBackTonnes(result, baseline);
      const groups = { delayed, turnedBack };
      for (const scope of scopes) recordScope(scope, replication, diversion, groups, years.length);
    },
    addRows(add) {
      if (model === baselineModel) return;
      const addRow = (period: string, key: readonly string[], numbers: readonly number[]) =>
        add([model.name, baselineModel.name, period, ...key, 't'], numbers);
      years.forEach((period, year) => {
        for (const scope of scopes)
          if (scope.hasYears) addPeriod(scope, period, year, year, addRow);
      });
      // What is under way at the end of the horizon is what is under way at the end of its last year.
      for (const scope of scopes) {
        const horizon = scope.hasYears ? years.length : 0;
        addPeriod(scope, all, horizon, years.length - 1, addRow);
      }
    },
  };
}

/** What is recorded of one scope. */
interface ScopeLedger {
  /** Whether there are rows of the years before those of the whole horizon. */
  readonly hasYears: boolean;
  readonly moves: Ledger;
  readonly newDemand: Ledger;
  readonly lostDemand: Ledger;
  /** Origin, destination and commodity of the rows of what is delayed; which row each group adds to. */
  readonly places: readonly (readonly string[])[];
  readonly placeOfGroup: Int32Array;
  /** [years * places] */
  readonly delayed: Samples;
  readonly turnedBack: Samples;
}

function createScope(model: CompiledModel, scope: Scope, store: SampleStore): ScopeLedger {
  const hasYears = scope !== 'flow';
  const years = model.labels.years.length;
  const ledger = (rows: PairRows) => createLedger(rows, hasYears ? years + 1 : 1, store);
  const { keys, rowOfCell } = listPlaces(model, scope);
  return {
    hasYears,
    moves: ledger(listMoveRows(model, scope)),
    newDemand: ledger(listDemandRows(model, 'from', scope)),
    lostDemand: ledger(listDemandRows(model, 'to', scope)),
    places: keys,
    placeOfGroup: model.routes.groupCell.map((cell) => rowOfCell[cell]),
    delayed: createSamples(store, years * keys.length),
    turnedBack: createSamples(store, (hasYears ? years + 1 : 1) * keys.length),
  };
}

function recordScope(
  scope: ScopeLedger,
  replication: number,
  diversion: DiversionResult,
  { delayed, turnedBack }: { readonly delayed: Float64Array; readonly turnedBack: Float64Array },
  years: number,
): void {
  const { newDemand, lostDemand } = diversion;
  const complete = (yearly: Float64Array) =>
    scope.hasYears ? appendSum(yearly, years) : sumOfYears(yearly, years);
  for (const [ledger, values] of [
    [scope.moves, diversion],
    [scope.newDemand, { transferred: newDemand, lowerBound: newDemand, upperBound: newDemand }],
    [scope.lostDemand, { transferred: lostDemand, lowerBound: lostDemand, upperBound: lostDemand }],
  ] as const)
    recordMoves(ledger, replication, values, complete);
  const byPlace = (tonnes: Float64Array) =>
    sumByPlace(tonnes, scope.placeOfGroup, scope.places.length);
  setSamples(scope.delayed, replication, byPlace(delayed));
  setSamples(scope.turnedBack, replication, complete(byPlace(turnedBack)));
}

/** The rows of one period: its moves at `index` of the ledgers, what is delayed at the end of `year`. */
function addPeriod(
  scope: ScopeLedger,
  period: string,
  index: number,
  year: number,
  addRow: (period: string, key: readonly string[], numbers: readonly number[]) => void,
): void {
  for (const ledger of [scope.moves, scope.newDemand, scope.lostDemand]) {
    const { keys } = ledger.rows;
    keys.forEach((key, row) => {
      const numbers = moveStatistics(ledger, index * keys.length + row);
      if (numbers) addRow(period, key, numbers);
    });
  }
  const addLine = (sink: string, place: readonly string[], tonnes: Summary | undefined) => {
    if (tonnes) addRow(period, [...place, all, sink], [...statisticsOf(tonnes), NaN, NaN]);
  };
  const count = scope.places.length;
  scope.places.forEach((place, row) => {
    addLine(delayedSink, place, summaryOf(scope.delayed, year * count + row));
    addLine(turnedBackSink, place, summaryOf(scope.turnedBack, index * count + row));
  });
}

/** Moves between pairs of sinks, over all replications. Shapes [periods * rows]. */
interface Ledger {
  readonly rows: PairRows;
  readonly transferred: Samples;
  /** Sums over the replications, t. */
  readonly lowerBound: Float64Array;
  readonly upperBound: Float64Array;
}

function createLedger(rows: PairRows, periods: number, store: SampleStore): Ledger {
  const length = periods * rows.keys.length;
  return {
    rows,
    transferred: createSamples(store, length),
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
  const complete = new Float64Array(yearly.length + yearly.length / years);
  complete.set(yearly);
  complete.set(sumOfYears(yearly, years), yearly.length);
  return complete;
}

function sumOfYears(yearly: Float64Array, years: number): Float64Array {
  const width = yearly.length / years;
  const sums = new Float64Array(width);
  for (let year = 0; year < years; year++)
    for (let row = 0; row < width; row++) sums[row] += yearly[year * width + row];
  return sums;
}

/** Statistics and mean bounds of a row; undefined when nothing moves that is worth a row. */
function moveStatistics(ledger: Ledger, row: number): number[] | undefined {
  const { replications } = ledger.transferred.store;
  const summary = summaryOf(ledger.transferred, row);
  if (!summary || !(summary.most >= leastTonnes)) return undefined;
  const statistics = statisticsOf(summary);
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

/** Tonnes that turned back in each year, scenario minus baseline [years * groups]. */
function turnedBackTonnes(result: ReplicationResult, baseline: ReplicationResult): Float64Array {
  return result.groupTurnedBack.map((tonnes, row) => tonnes - baseline.groupTurnedBack[row]);
}
