// flows.csv: tonnes of each origin, destination and commodity on each corridor, by year.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Summary } from '../numerics/summary.ts';
import { listCellRows, sumByPlace } from './cells.ts';
import { flowColumns, notShippedSink } from './keys.ts';
import type { Recorder, TableDefinition } from './recorder.ts';
import { createSamples, type SampleStore, setSamples, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

export const flowsTable: TableDefinition = {
  name: 'flows',
  columns: [...flowColumns, 'corridor', 'variable', 'unit', ...statisticColumns],
  createRecorder: createFlowsRecorder,
};

function createFlowsRecorder(model: CompiledModel, _: CompiledModel, store: SampleStore): Recorder {
  const { counts, labels, routes } = model;
  const { keys, rowOfCell } = listCellRows(model);
  const placeOfGroup = routes.groupCorridor.map(
    (corridor, group) => rowOfCell[routes.groupCell[group]] * counts.corridors + corridor,
  );
  const placeCount = keys.length * counts.corridors;
  const dispatched = createSamples(store, counts.years * placeCount);
  const notShipped = createSamples(store, counts.years * keys.length);
  return {
    record({ replication, result }) {
      const tonnes = sumByPlace(result.groupDispatched, placeOfGroup, placeCount);
      setSamples(dispatched, replication, tonnes);
      setSamples(
        notShipped,
        replication,
        sumByPlace(result.cellNotShipped, rowOfCell, keys.length),
      );
    },
    addRows(add) {
      labels.years.forEach((period, year) => {
        keys.forEach((key, row) => {
          const addRow = (corridor: string, tonnes: Summary | undefined) => {
            if (!tonnes) return;
            add([model.name, period, ...key, corridor, 'dispatched', 't'], statisticsOf(tonnes));
          };
          labels.corridors.forEach((corridor, index) => {
            const place = year * placeCount + row * counts.corridors + index;
            addRow(corridor, summaryOf(dispatched, place));
          });
          addRow(notShippedSink, summaryOf(notShipped, year * keys.length + row));
        });
      });
    },
  };
}
