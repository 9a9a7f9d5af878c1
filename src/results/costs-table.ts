// costs.csv: what a dispatched tonne costs, term by term: by cell and corridor over the horizon, by corridor also by year.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { listCellRows } from './cells.ts';
import { costTerms } from './cost-terms.ts';
import { all, flowColumns } from './keys.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
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
  const keys: (readonly string[])[] = [];
  const rows = new Map<string, number>();
  const rowOf = (key: readonly string[]) => {
    const name = JSON.stringify(key);
    if (!rows.has(name)) rows.set(name, keys.push(key) - 1);
    return rows.get(name)!;
  };
  const rowsOfGroup = keysOfGroup.map(([own, total]) => [rowOf(own), rowOf(total)] as const);
  return {
    keys,
    rowOfGroup: Int32Array.from(rowsOfGroup, ([row]) => row),
    totalOfGroup: Int32Array.from(rowsOfGroup, ([, total]) => total),
  };
}

/** Mean costs of each term, by period and row, in every replication. */
interface Ledger {
  readonly rows: GroupRows;
  readonly periods: number;
  /** [terms], of [periods * rows]. */
  readonly means: readonly Samples[];
}

function createLedger(rows: GroupRows, periods: number, store: SampleStore): Ledger {
  const length = periods * rows.keys.length;
  return { rows, periods, means: costTerms.map(() => createSamples(store, length)) };
}

/** @param periodsOf the periods of the ledger that a year counts in */
function recordMeans(
  { rows, periods, means }: Ledger,
  replication: number,
  { counts }: CompiledModel,
  result: ReplicationResult,
  costs: Float64Array,
  periodsOf: (year: number) => readonly number[],
): void {
  const width = rows.keys.length;
  const terms = costTerms.length;
  const tonnes = new Float64Array(periods * width);
  const sums = new Float64Array(periods * width * terms);
  const add = (from: number, to: number) => {
    tonnes[to] += result.groupDispatched[from];
    for (let term = 0; term < terms; term++) sums[to * terms + term] += costs[from * terms + term];
  };
  for (let year = 0; year < counts.years; year++) {
    for (const period of periodsOf(year)) {
      for (let group = 0; group < counts.groups; group++) {
        const from = year * counts.groups + group;
        add(from, period * width + rows.rowOfGroup[group]);
        add(from, period * width + rows.totalOfGroup[group]);
      }
    }
  }
  const mean = new Float64Array(tonnes.length);
  means.forEach((samples, term) => {
    for (let row = 0; row < mean.length; row++) mean[row] = sums[row * terms + term] / tonnes[row];
    setSamples(samples, replication, mean);
  });
}
