// A generated planar road network: the same for the same size and seed, for tests when small and benchmarks when large.

import { commodity, flow, link, node, type World } from '../tests/networks.ts';
import { sequence } from './worlds.ts';

/** Size of a generated network. */
export interface RoadNetworkSize {
  readonly rows: number;
  readonly columns: number;
  /** Two-way links; the grid has 2 rows columns - rows - columns, more are diagonals, fewer leave gaps. */
  readonly links: number;
  /** Nodes between all of which cargo goes. */
  readonly zones: number;
}

/** 1,400 nodes, 2,800 links, 2,450 pairs. */
export const largeNetwork: RoadNetworkSize = { rows: 35, columns: 40, links: 2800, zones: 50 };

/** 1,400 nodes, 2,400 links, 205,209 pairs. */
export const hugeNetwork: RoadNetworkSize = { rows: 35, columns: 40, links: 2400, zones: 453 };

/**
 * Places on a grid of 10 km, moved about by up to 3 km, joined to their neighbours; every seventh row and column is a
 * motorway. Gaps are cut where the network stays whole (a spanning tree is kept); diagonals do not cross each other.
 */
export function roadNetwork({ rows, columns, links, zones }: RoadNetworkSize): World {
  const random = sequence(rows * 1000 + columns);
  const places = Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
    x: 10 * (index % columns) + 6 * random() - 3,
    y: 10 * Math.floor(index / columns) + 6 * random() - 3,
  }));
  const grid = places.flatMap(({ row, column }, index) => [
    ...(column + 1 < columns ? [[index, index + 1]] : []),
    ...(row + 1 < rows ? [[index, index + columns]] : []),
  ]);
  const roads =
    links <= grid.length
      ? thinned(grid, links, places.length, random)
      : [...grid, ...diagonals(rows, columns, links - grid.length, random)];
  const id = (index: number) => `N${index}`;
  const zoneNodes = Array.from({ length: zones }, (_, zone) =>
    Math.floor(((zone + random()) * places.length) / zones),
  );
  return {
    nodes: places.map(({ x, y }, index) =>
      node(id(index), { longitudeDegrees: x / 100, latitudeDegrees: y / 100 }),
    ),
    links: roads.map(([from, to], index) => {
      const [a, b] = [places[from], places[to]];
      const lengthKm = Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
      const isMotorway =
        (a.row === b.row && a.row % 7 === 3) || (a.column === b.column && a.column % 7 === 3);
      return link(`L${index}`, id(from), id(to), {
        directed: false,
        lengthKm,
        travelDays: lengthKm / (isMotorway ? 100 : 50) / 24,
        costPerTonne: 0.05 * lengthKm,
      });
    }),
    flows: zoneNodes.flatMap((from) =>
      zoneNodes
        .filter((to) => to !== from)
        .map((to) => flow(`${from}-${to}`, id(from), id(to), 1 + 20 * random())),
    ),
    commodities: [commodity({ valueOfTimePerTonneDay: 15, routeScale: 0.5, corridorScale: 0.5 })],
    behaviour: {
      choiceSets: 'via-node',
      maximumRoutes: 5,
      detourLimit: 1.4,
      overlapLimit: 0.8,
    },
    days: 30,
  };
}

type Road = readonly number[];

/** Leaves out roads at random until `count` are left, without cutting the network in two. */
function thinned(roads: readonly Road[], count: number, places: number, random: () => number) {
  const order = roads
    .map((road) => ({ road, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ road }) => road);
  const root = Int32Array.from({ length: places }, (_, index) => index);
  const find = (place: number) => {
    let at = place;
    while (root[at] !== at) at = root[at];
    return at;
  };
  const spare: Road[] = [];
  const tree = order.filter((road) => {
    const [a, b] = [find(road[0]), find(road[1])];
    if (a === b) spare.push(road);
    else root[a] = b;
    return a !== b;
  });
  return [...tree, ...spare].slice(0, Math.max(count, tree.length));
}

/** One diagonal in as many fields of the grid, evenly spread. */
function diagonals(rows: number, columns: number, count: number, random: () => number): Road[] {
  const fields = (rows - 1) * (columns - 1);
  return Array.from({ length: count }, (_, index) => {
    const field = Math.floor(((index + random()) * fields) / count);
    const first = Math.floor(field / (columns - 1)) * columns + (field % (columns - 1));
    return random() < 0.5 ? [first, first + columns + 1] : [first + 1, first + columns];
  });
}
