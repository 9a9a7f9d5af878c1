// costs.csv: what a dispatched tonne costs, term by term: by cell and corridor over the horizon, by corridor also by year.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { listCellRows } from './cells.ts';
import { costTerms } from './cost-terms.ts';
import { all, flowColumns } from './keys.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { createRowList } from './row-list.ts';
import {
  createSamples,
  isNothing,
  type SampleStore,
  type Samples,
  setSamples,
  summaryOf,
} from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

export const costsTable: TableDefinition = {
  name: 'costs',
  columns: [...flowColumns, 'corridor', 'term', 'unit', ...statisticColumns],
  createRecorder: createCostsRecorder,
};

function createCostsRecorder(model: CompiledModel, _: CompiledModel, store: SampleStore): Recorder {
  const { years } = model.labels;
  const byCell = createLedger(listGroupRows(model), 1, store);
  const byCorridor = createLedger(listCorridorRows(model), years.length + 1, store);
  return {
    record({ replication, result, costs }) {
      recordMeans(byCell, replication, model, result, costs, () => [0]);
      recordMeans(byCorridor, replication, model, result, costs, (year) => [year, years.length]);
    },
    addRows(add) {
      const addLedger = (ledger: Ledger, period: string, index: number) => {
        ledger.rows.keys.forEach((key, row) => {
          costTerms.forEach((term, at) => {
            const mean = summaryOf(ledger.means[at], index * ledger.rows.keys.length + row);
            if (isNothing(mean)) return;
            add([model.name, period, ...key, term, 'USD/t'], statisticsOf(mean));
          });
        });
      };
      years.forEach((period, year) => {
        addLedger(byCorridor, period, year);
      });
      addLedger(byCell, all, 0);
      addLedger(byCorridor, all, years.length);
    },
  };
}

/** Rows that groups add to; a group adds to the row of its corridor and to that of all corridors. */
interface GroupRows {
  /** Origin, destination, commodity, corridor of each row. */
  readonly keys: readonly (readonly string[])[];
  /** The row of each group, and that of all corridors [groups]. */
  readonly rowOfGroup: Int32Array;
  readonly totalOfGroup: Int32Array;
}

/** Rows by origin, destination, commodity and corridor, in the order of the cells. */
function listGroupRows(model: CompiledModel): GroupRows {
  const { keys: cells, rowOfCell } = listCellRows(model);
  const { groupCell, groupCorridor } = model.routes;
  return collectRows(
    Array.from(groupCell, (cell, group) => {
      const place = cells[rowOfCell[cell]];
      return [
        [...place, model.labels.corridors[groupCorridor[group]]],
        [...place, all],
      ];
    }),
  );
}

function listCorridorRows({ labels, routes }: CompiledModel): GroupRows {
  return collectRows(
    Array.from(routes.groupCorridor, (corridor) => [
      [all, all, all, labels.corridors[corridor]],
      [all, all, all, all],
    ]),
  );
}

function collectRows(keysOfGroup: readonly (readonly (readonly string[])[])[]): GroupRows {
  const list = createRowList<string>();
  const rowOf = (key: readonly string[]) => list.rowOf(JSON.stringify(key), () => key);
  const rowsOfGroup = keysOfGroup.map(([own, total]) => [rowOf(own), rowOf(total)] as const);
  return {
    keys: list.keys,
    rowOfGroup: Int32Array.from(rowsOfGroup, ([row]) => row),
    totalOfGroup: Int32Array.from(rowsOfGroup, ([, total]) => total),
  };
}

/** Mean costs of each term, by period and row, in every replication. */
interface Ledger {
  readonly rows: GroupRows;
  /** [terms], of [periods * rows]. */
  readonly means: readonly Samples[];
  /** Scratch: tonnes and costs of one replication [periods * rows], [periods * rows * terms]; means of one term. */
  readonly tonnes: Float64Array;
  readonly sums: Float64Array;
  readonly mean: Float64Array;
}

function createLedger(rows: GroupRows, periods: number, store: SampleStore): Ledger {
  const length = periods * rows.keys.length;
  return {
    rows,
    means: costTerms.map(() => createSamples(store, length)),
    tonnes: new Float64Array(length),
    sums: new Float64Array(length * costTerms.length),
    mean: new Float64Array(length),
  };
}

/** @param periodsOf the periods of the ledger that a year counts in */
function recordMeans(
  ledger: Ledger,
  replication: number,
  { counts }: CompiledModel,
  result: ReplicationResult,
  costs: Float64Array,
  periodsOf: (year: number) => readonly number[],
): void {
  const { means, tonnes, sums, mean } = ledger;
  tonnes.fill(0);
  sums.fill(0);
  for (let year = 0; year < counts.years; year++)
    for (const period of periodsOf(year))
      addUpYear(ledger, period, year * counts.groups, result.groupDispatched, costs);
  for (let term = 0; term < means.length; term++) {
    for (let row = 0; row < mean.length; row++)
      mean[row] = sums[row * means.length + term] / tonnes[row];
    setSamples(means[term], replication, mean);
  }
}

/** @param first place of the year's first group in `dispatched` */
function addUpYear(
  { rows, tonnes, sums }: Ledger,
  period: number,
  first: number,
  dispatched: Float64Array,
  costs: Float64Array,
): void {
  const { keys, rowOfGroup, totalOfGroup } = rows;
  const terms = costTerms.length;
  for (let group = 0; group < rowOfGroup.length; group++) {
    const from = first + group;
    const own = period * keys.length + rowOfGroup[group];
    const total = period * keys.length + totalOfGroup[group];
    tonnes[own] += dispatched[from];
    tonnes[total] += dispatched[from];
    for (let term = 0; term < terms; term++) {
      const cost = costs[from * terms + term];
      sums[own * terms + term] += cost;
      sums[total * terms + term] += cost;
    }
  }
}
