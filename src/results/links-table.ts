// links.csv: tonnes that enter each link, each way, by year.

import type { TableDefinition } from './recorder.ts';
import { createSamples, setSamples, summaryOf } from './samples.ts';
import { statisticColumns, statisticsOf } from './table-builder.ts';

export const linksTable: TableDefinition = {
  name: 'links',
  columns: ['scenario', 'period', 'link', 'from', 'to', 'variable', 'unit', ...statisticColumns],
  createRecorder(model, _, store) {
    const { counts, labels } = model;
    const { arcs, years } = counts;
    const tonnes = createSamples(store, years * arcs);
    return {
      record({ replication, result }) {
        setSamples(tonnes, replication, result.arcTonnes);
      },
      addRows(add) {
        labels.years.forEach((period, year) => {
          for (let arc = 0; arc < arcs; arc++) {
            const summary = summaryOf(tonnes, year * arcs + arc);
            if (!summary) continue;
            const ends = [labels.links[arc >> 1], labels.arcFrom[arc], labels.arcTo[arc]];
            add([model.name, period, ...ends, 'tonnes', 't'], statisticsOf(summary));
          }
        });
      },
    };
  },
};
