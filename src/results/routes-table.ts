// routes.csv: tonnes of each origin, destination and commodity on each route, over the horizon.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { listCellRows, sumByPlace } from './cells.ts';
import { all, flowColumns } from './keys.ts';
import type { TableDefinition } from './recorder.ts';
import { createRowList } from './row-list.ts';
import { createSamples, setSamples, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

export const routesTable: TableDefinition = {
  name: 'routes',
  columns: [...flowColumns, 'corridor', 'route', 'variable', 'unit', ...statisticColumns],
  createRecorder(model, _, store) {
    const { keys, rowOfRoute } = listRoutes(model);
    const tonnes = createSamples(store, keys.length);
    const { years, routes } = model.counts;
    return {
      record({ replication, result }) {
        const sums = new Float64Array(routes);
        for (let year = 0; year < years; year++)
          for (let route = 0; route < routes; route++)
            sums[route] += result.routeDispatched[year * routes + route];
        setSamples(tonnes, replication, sumByPlace(sums, rowOfRoute, keys.length));
      },
      addRows(add) {
        keys.forEach((key, row) => {
          const summary = summaryOf(tonnes, row);
          if (summary) add([model.name, all, ...key, 'dispatched', 't'], statisticsOf(summary));
        });
      },
    };
  },
};

/** Routes by origin, destination, commodity and links; flows that share all four are one row. */
function listRoutes(model: CompiledModel) {
  const { keys: cells, rowOfCell } = listCellRows(model);
  const { routeCell, routeGroup, groupCorridor, routeArcStart, routeArcs } = model.routes;
  const { keys, rowOf } = createRowList<string>();
  const rowOfRoute = Int32Array.from({ length: model.counts.routes }, (_, route) => {
    const arcs = routeArcs.subarray(routeArcStart[route], routeArcStart[route + 1]);
    const links = Array.from(arcs, (arc) => model.labels.links[arc >> 1]).join(' ');
    const corridor = model.labels.corridors[groupCorridor[routeGroup[route]]];
    const key = [...cells[rowOfCell[routeCell[route]]], corridor, links];
    return rowOf(key.join('\n'), () => key);
  });
  return { keys, rowOfRoute };
}
