// balance.csv: where the tonnes of each cell are, year by year, and what the accounts miss.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { listCellRows, sumByPlace } from './cells.ts';
import { flowColumns } from './keys.ts';
import type { TableDefinition } from './recorder.ts';
import { createSamples, setSamples, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

const variables = [
  'demand',
  'not_shipped',
  'dispatched',
  'delivered',
  'in_transit',
  'queued',
  'turned_back',
  'residual',
] as const;

/** The lines of a model's balance: that of turned-back cargo only where cargo may turn back. */
function linesOf({ routes }: CompiledModel): readonly (typeof variables)[number][] {
  const canTurn = routes.onwardRouteStart.length > 1;
  return variables.filter((variable) => canTurn || variable !== 'turned_back');
}

export const balanceTable: TableDefinition = {
  name: 'balance',
  columns: [...flowColumns, 'variable', 'unit', ...statisticColumns],
  createRecorder(model, _, store) {
    const { counts, labels } = model;
    const { keys, rowOfCell } = listCellRows(model);
    const lines = linesOf(model);
    const samples = lines.map(() => createSamples(store, counts.years * keys.length));
    return {
      record({ replication, result }) {
        const balance = balanceOf(model, result);
        lines.forEach((variable, index) => {
          const tonnes = sumByPlace(balance[variable], rowOfCell, keys.length);
          setSamples(samples[index], replication, tonnes);
        });
      },
      addRows(add) {
        labels.years.forEach((period, year) => {
          keys.forEach((key, row) => {
            lines.forEach((variable, index) => {
              const summary = summaryOf(samples[index], year * keys.length + row);
              add([model.name, period, ...key, variable, 't'], statisticsOf(summary));
            });
          });
        });
      },
    };
  },
};

/** The accounts of every cell and year, t [years * cells]. */
type Balance = Readonly<Record<(typeof variables)[number], Float64Array>>;

/**
 * Sums a result up by cell. The residual is what the year's two accounts miss, taken without sign:
 * demand = dispatched + not shipped, and dispatched = delivered + what more is under way or queued than a year ago.
 */
function balanceOf(model: CompiledModel, result: ReplicationResult): Balance {
  const { cells, years } = model.counts;
  const { groupCell } = model.routes;
  const balance: Balance = {
    demand: result.cellDemand,
    not_shipped: result.cellNotShipped,
    dispatched: sumByPlace(result.groupDispatched, groupCell, cells),
    delivered: sumByPlace(result.groupDelivered, groupCell, cells),
    in_transit: sumByPlace(result.groupInTransit, groupCell, cells),
    queued: sumByPlace(result.groupQueued, groupCell, cells),
    turned_back: sumByPlace(result.groupTurnedBack, groupCell, cells),
    residual: new Float64Array(years * cells),
  };
  balance.residual.forEach((_, row) => {
    const underWay = balance.in_transit[row] + balance.queued[row];
    const before = row - cells;
    const underWayBefore = before < 0 ? 0 : balance.in_transit[before] + balance.queued[before];
    const dispatched = balance.dispatched[row];
    balance.residual[row] =
      Math.abs(balance.demand[row] - balance.not_shipped[row] - dispatched) +
      Math.abs(dispatched - balance.delivered[row] - (underWay - underWayBefore));
  });
  return balance;
}

const tolerance = 1e-9;

/**
 * Says where a result loses or makes tonnes: more than 1e-9 of a cell's demand up to that year.
 * @returns undefined when all accounts hold
 */
export function balanceProblem(
  model: CompiledModel,
  result: ReplicationResult,
): string | undefined {
  if (!(result.largestBalanceError <= tolerance)) {
    return `balance: the accounts miss ${result.largestBalanceError} of the cumulated demand (limit ${tolerance})`;
  }
  const { cells } = model.counts;
  const balance = balanceOf(model, result);
  const demand = new Float64Array(cells);
  for (let row = 0; row < balance.residual.length; row++) {
    const cell = row % cells;
    demand[cell] += balance.demand[row];
    if (balance.residual[row] <= tolerance * demand[cell]) continue;
    const year = model.labels.years[Math.floor(row / cells)];
    const numbers = variables.map((variable) => `${variable} ${balance[variable][row]} t`);
    return `balance: ${cellName(model, cell)}, ${year}: ${numbers.join(', ')}`;
  }
  return undefined;
}

function cellName({ labels }: CompiledModel, cell: number): string {
  return `${labels.cellOrigins[cell]} to ${labels.cellDestinations[cell]}, ${labels.cellCommodities[cell]}`;
}
