// Generated worlds for benchmarks: the same for the same size, with corridors, posts and a closure.

import {
  allCargo,
  commodity,
  corridor,
  event,
  flow,
  link,
  node,
  type World,
} from '../tests/networks.ts';

/** Size of a generated world. */
export interface WorldSize {
  readonly rows: number;
  readonly columns: number;
  readonly flows: number;
  readonly days: number;
}

/** About the shipped study: 112 nodes, 150 flows, one year. */
export const regionSize: WorldSize = { rows: 8, columns: 14, flows: 150, days: 365 };

/**
 * A grid of roads and railways. Every third column is a column of borders, each row a corridor; cargo goes from
 * the left half to the right half; one border is shut for a month.
 */
export function gridWorld({ rows, columns, flows, days }: WorldSize): World {
  const id = (row: number, column: number) => `N${row}.${column}`;
  const random = sequence(12345);
  const places = Array.from(
    { length: rows * columns },
    (_, index) => [Math.floor(index / columns), index % columns] as const,
  );
  const nodes = places.map(([row, column]) =>
    column % 3 === 1
      ? node(id(row, column), {
          kind: 'border',
          capacityTonnesPerDay: 2000 + 4000 * random(),
          passageDays: 1,
          passageCostPerTonne: 5,
        })
      : node(id(row, column)),
  );
  const links = places.flatMap(([row, column]) => [
    ...(column + 1 < columns ? [road(id(row, column), id(row, column + 1), random)] : []),
    ...(row + 1 < rows && column % 3 !== 1
      ? [road(id(row, column), id(row + 1, column), random)]
      : []),
  ]);
  return {
    nodes,
    links,
    flows: Array.from({ length: flows }, (_, index) => {
      const from = id(Math.floor(random() * rows), Math.floor(random() * 2) * 2);
      const to = id(Math.floor(random() * rows), columns - 1 - Math.floor(random() * 2) * 3);
      return flow(`F${index}`, from, to, 20 + 200 * random(), { notShippedShare: 0.05 });
    }),
    corridors: Array.from({ length: rows }, (_, row) =>
      corridor(`row-${row}`, [[id(row, 4), id(row, 7)]]),
    ),
    commodities: [commodity({ valueOfTimePerTonneDay: 2, corridorScale: 0.06 })],
    behaviour: { inertiaDays: 45, maximumRoutes: 3, detourLimit: 2, overlapLimit: 0.8 },
    events: [
      event('shut', { nodes: [id(2, 7)] }, 100, 30, [{ kind: 'close' }]),
      event('toll', { nodes: [id(3, 4)] }, 200, 60, [
        { kind: 'cost', perTonne: 10, cargo: allCargo },
      ]),
    ],
    days,
  };
}

function road(from: string, to: string, random: () => number) {
  return link(`${from}-${to}`, from, to, {
    directed: false,
    travelDays: 1 + 2 * random(),
    costPerTonne: 5 + 15 * random(),
  });
}

/** Numbers in [0, 1), the same sequence for the same start (a linear congruential generator). */
export function sequence(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
