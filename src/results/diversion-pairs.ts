// Which rows of diversion.csv the pairs of sinks of the cells add to.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { type CellRows, listCellRows } from './cells.ts';
import { all, demandSink, notShippedSink } from './keys.ts';
import { createRowList } from './row-list.ts';

/** Rows of a year: their keys, and the place among them that each pair of each cell adds to. */
export interface PairRows {
  /** Origin, destination, commodity, from_corridor, to_corridor of each row. */
  readonly keys: readonly (readonly string[])[];
  /** Row of each pair, see `pairStarts` [pairs]. */
  readonly rowOfPair: Int32Array;
}

/** What the rows of moves are for: each origin, destination and commodity; each commodity; everything together. */
export type Scope = 'flow' | 'commodity' | 'all';

/** The rows of this scope: of everything together for every two sinks, else in order of appearance. */
export function listMoveRows(model: CompiledModel, scope: Scope): PairRows {
  return scope === 'all' ? listTotalRows(model) : listPairRows(model, scope);
}

/** Origin, destination and commodity of the rows of this scope, and the row of each cell [cells]. */
export function listPlaces(model: CompiledModel, scope: Scope): CellRows {
  const flows = listCellRows(model);
  if (scope === 'flow') return flows;
  const commodityOf = flows.keys.map(([, , commodity]) => (scope === 'all' ? all : commodity));
  const commodities = [...new Set(commodityOf)];
  return {
    keys: commodities.map((commodity) => [all, all, commodity]),
    rowOfCell: flows.rowOfCell.map((row) => commodities.indexOf(commodityOf[row])),
  };
}

function listPairRows(model: CompiledModel, scope: Scope): PairRows {
  const { keys: places, rowOfCell } = listPlaces(model, scope);
  const sinks = listSinks(model);
  const { keys, rowOf } = createRowList<number>();
  const rowOfPair: number[] = [];
  for (let cell = 0; cell < model.counts.cells; cell++) {
    const ofCell = sinksOfCell(model, cell);
    const place = rowOfCell[cell];
    for (const from of ofCell) {
      for (const to of ofCell) {
        const number = (place * sinks.length + from) * sinks.length + to;
        rowOfPair.push(rowOf(number, () => [...places[place], sinks[from], sinks[to]]));
      }
    }
  }
  return { keys, rowOfPair: Int32Array.from(rowOfPair) };
}

/** The totals over all cells: rows for every two sinks, in the order of the corridors. */
function listTotalRows(model: CompiledModel): PairRows {
  const sinks = listSinks(model);
  const rowOfPair: number[] = [];
  for (let cell = 0; cell < model.counts.cells; cell++) {
    const ofCell = sinksOfCell(model, cell);
    for (const from of ofCell) for (const to of ofCell) rowOfPair.push(from * sinks.length + to);
  }
  return {
    keys: sinks.flatMap((from) => sinks.map((to) => [all, all, all, from, to])),
    rowOfPair: Int32Array.from(rowOfPair),
  };
}

/** Which end of a move the demand that only one run has stands at. */
export type DemandSide = 'from' | 'to';

/**
 * Rows of demand gained (`from`) or lost (`to`) by cell and sink; `rowOfPair` is for the groups, then for not shipped by
 * cell [groups + cells].
 */
export function listDemandRows(model: CompiledModel, side: DemandSide, scope: Scope): PairRows {
  const { keys: placeKeys, rowOfCell } = listPlaces(model, scope);
  const { groupCell, groupCorridor } = model.routes;
  const sinks = listSinks(model);
  const cells = [...groupCell, ...rowOfCell.keys()];
  const { keys, rowOf } = createRowList<number>();
  const rowOfPair = cells.map((cell, index) => {
    const place = rowOfCell[cell];
    const sink = groupCorridor[index] ?? model.counts.corridors;
    const ends = side === 'from' ? [demandSink, sinks[sink]] : [sinks[sink], demandSink];
    return rowOf(place * sinks.length + sink, () => [...placeKeys[place], ...ends]);
  });
  return { keys, rowOfPair: Int32Array.from(rowOfPair) };
}

/** All corridors, then not shipped. */
function listSinks({ labels }: CompiledModel): string[] {
  return [...labels.corridors, notShippedSink];
}

/** Of these the corridors of a cell's groups, then not shipped. */
function sinksOfCell({ counts, routes }: CompiledModel, cell: number): number[] {
  const groups = [routes.cellGroupStart[cell], routes.cellGroupStart[cell + 1]] as const;
  return [...routes.groupCorridor.subarray(...groups), counts.corridors];
}
