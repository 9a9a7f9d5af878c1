// Finds the corridor that each link serves most: the colour of its line on a map.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Table } from './table.ts';

/**
 * The corridor whose cargo uses each link most, by link id; a link that no route with cargo uses is absent. The tonnes
 * of flows.csv, of all scenarios and years together, are laid on the routes of their flow and corridor in equal parts,
 * since the table does not part them by route.
 */
export function mainCorridors(model: CompiledModel, flows: Table): ReadonlyMap<string, string> {
  const { counts, labels } = model;
  const tonnes = linkTonnes(model, tonnesByFlow(flows));
  const main = new Map<string, string>();
  labels.links.forEach((link, index) => {
    const ofCorridors = tonnes.subarray(index * counts.corridors, (index + 1) * counts.corridors);
    const most = ofCorridors.reduce((largest, value) => Math.max(largest, value), 0);
    if (most > 0) main.set(link, labels.corridors[ofCorridors.indexOf(most)]);
  });
  return main;
}

function flowKey(...names: readonly (string | undefined)[]): string {
  return JSON.stringify(names);
}

/** Tonnes by origin, destination, commodity and corridor. */
function tonnesByFlow({ columns, rowCount }: Table): ReadonlyMap<string, number> {
  const textOf = (name: string) => {
    const column = columns.find((candidate) => candidate.name === name);
    return column?.kind === 'text' ? column.values : [];
  };
  const keys = ['origin', 'destination', 'commodity', 'corridor'].map(textOf);
  const mean = columns.find(({ name }) => name === 'mean');
  const tonnes = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    const key = flowKey(...keys.map((values) => values[row]));
    tonnes.set(key, (tonnes.get(key) ?? 0) + Number(mean?.values[row] ?? 0));
  }
  return tonnes;
}

/** Tonnes of each corridor on each link [links * corridors]. */
function linkTonnes(model: CompiledModel, flows: ReadonlyMap<string, number>): Float64Array {
  const { counts, labels, routes } = model;
  const tonnes = new Float64Array(labels.links.length * counts.corridors);
  for (let group = 0; group < counts.groups; group++) {
    const cell = routes.groupCell[group];
    const corridor = routes.groupCorridor[group];
    const key = flowKey(
      labels.cellOrigins[cell],
      labels.cellDestinations[cell],
      labels.cellCommodities[cell],
      labels.corridors[corridor],
    );
    const [first, end] = [routes.groupRouteStart[group], routes.groupRouteStart[group + 1]];
    const part = (flows.get(key) ?? 0) / (end - first);
    for (let at = routes.routeArcStart[first]; at < routes.routeArcStart[end]; at++)
      tonnes[(routes.routeArcs[at] >> 1) * counts.corridors + corridor] += part;
  }
  return tonnes;
}
