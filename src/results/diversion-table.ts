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
import {
  createSamples,
  type SampleStore,
  type Samples,
  setSample,
  setSamples,
  summaryOf,
} from './samples.ts';
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
  const periods = hasYears ? years + 1 : 1;
  const ledger = (rows: PairRows) => createLedger(rows, hasYears, periods, store);
  const { keys, rowOfCell } = listPlaces(model, scope);
  return {
    hasYears,
    moves: ledger(listMoveRows(model, scope)),
    newDemand: ledger(listDemandRows(model, 'from', scope)),
    lostDemand: ledger(listDemandRows(model, 'to', scope)),
    places: keys,
    placeOfGroup: model.routes.groupCell.map((cell) => rowOfCell[cell]),
    delayed: createSamples(store, years * keys.length),
    turnedBack: createSamples(store, periods * keys.length),
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
  recordMoves(scope.moves, replication, diversion, years);
  for (const [ledger, tonnes] of [
    [scope.newDemand, newDemand],
    [scope.lostDemand, lostDemand],
  ] as const) {
    const values = { transferred: tonnes, lowerBound: tonnes, upperBound: tonnes };
    recordMoves(ledger, replication, values, years);
  }
  const byPlace = (tonnes: Float64Array) =>
    sumByPlace(tonnes, scope.placeOfGroup, scope.places.length);
  const turnedBackByPlace = byPlace(turnedBack);
  setSamples(scope.delayed, replication, byPlace(delayed));
  if (scope.hasYears) setSamples(scope.turnedBack, replication, turnedBackByPlace);
  const horizon = scope.hasYears ? turnedBackByPlace.length : 0;
  setSamples(scope.turnedBack, replication, sumOfYears(turnedBackByPlace, years), horizon);
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
  /** Whether there are rows of the years before those of the whole horizon. */
  readonly hasYears: boolean;
  readonly transferred: Samples;
  /** Sums over the replications, t. */
  readonly lowerBound: Float64Array;
  readonly upperBound: Float64Array;
  /** Scratch: moves and bounds of one year, and of the years so far [rows * 3]. */
  readonly year: Float64Array;
  readonly horizon: Float64Array;
}

function createLedger(
  rows: PairRows,
  hasYears: boolean,
  periods: number,
  store: SampleStore,
): Ledger {
  const length = periods * rows.keys.length;
  return {
    rows,
    hasYears,
    transferred: createSamples(store, length),
    lowerBound: new Float64Array(length),
    upperBound: new Float64Array(length),
    year: new Float64Array(rows.keys.length * 3),
    horizon: new Float64Array(rows.keys.length * 3),
  };
}

/** Moves and their bounds by pair [years * pairs]. */
type Moves = Pick<DiversionResult, 'transferred' | 'lowerBound' | 'upperBound'>;

function recordMoves(ledger: Ledger, replication: number, moves: Moves, years: number): void {
  const { year, horizon, hasYears } = ledger;
  const rowCount = ledger.rows.keys.length;
  horizon.fill(0);
  for (let index = 0; index < years; index++) {
    addUpYear(ledger, moves, index);
    for (let at = 0; at < year.length; at++) horizon[at] += year[at];
    if (hasYears) bookMoves(ledger, replication, year, index * rowCount);
  }
  bookMoves(ledger, replication, horizon, hasYears ? years * rowCount : 0);
}

/** The moves of one year by row; most pairs of a year have none. */
function addUpYear(
  { rows, year }: Ledger,
  { transferred, lowerBound, upperBound }: Moves,
  index: number,
): void {
  const { rowOfPair } = rows;
  const first = index * rowOfPair.length;
  year.fill(0);
  for (let pair = 0; pair < rowOfPair.length; pair++) {
    const moved = transferred[first + pair];
    const least = lowerBound[first + pair];
    const most = upperBound[first + pair];
    if (moved === 0 && least === 0 && most === 0) continue;
    const at = rowOfPair[pair] * 3;
    year[at] += moved;
    year[at + 1] += least;
    year[at + 2] += most;
  }
}

/** @param sums of a period [rows * 3], whose rows begin at `firstRow` */
function bookMoves(
  { transferred, lowerBound, upperBound }: Ledger,
  replication: number,
  sums: Float64Array,
  firstRow: number,
): void {
  for (let at = 0, row = firstRow; at < sums.length; at += 3, row++) {
    setSample(transferred, row, replication, sums[at]);
    lowerBound[row] += sums[at + 1];
    upperBound[row] += sums[at + 2];
  }
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
  const delayed = new Float64Array(result.groupQueued.length);
  for (let row = 0; row < delayed.length; row++) {
    const underWay = result.groupQueued[row] + result.groupInTransit[row];
    delayed[row] = underWay - (baseline.groupQueued[row] + baseline.groupInTransit[row]);
  }
  return delayed;
}

/** Tonnes that turned back in each year, scenario minus baseline [years * groups]. */
function turnedBackTonnes(result: ReplicationResult, baseline: ReplicationResult): Float64Array {
  return result.groupTurnedBack.map((tonnes, row) => tonnes - baseline.groupTurnedBack[row]);
}
