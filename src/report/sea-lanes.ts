// Leads ships around the land: waypoints of the seas of Europe, Asia and Africa, and the shortest way along them.

import { geoDistance } from 'd3-geo';

/** Longitude and latitude, degrees. */
export type Position = readonly [number, number];

/** Waypoints in open water; only good enough to draw a lane on a map. */
const waypoints: Readonly<Record<string, Position>> = {
  gulf: [53.2, 26],
  hormuz: [56.6, 26.5],
  oman: [58.6, 24.9],
  makran: [62.4, 24.4],
  sindh: [66.2, 23.6],
  kutch: [68.3, 22.3],
  konkan: [71.6, 18.8],
  hadd: [61, 21.5],
  salalah: [55, 15.2],
  adenEast: [50.5, 13.2],
  aden: [46, 12.3],
  mandeb: [43.3, 12.6],
  redSouth: [40.6, 16.5],
  redMiddle: [37.6, 21.5],
  redNorth: [34.5, 27.3],
  suez: [32.55, 29.95],
  saidPort: [32.4, 31.7],
  levant: [33.2, 34],
  anatolia: [30, 35.6],
  crete: [27.2, 35.3],
  aegean: [25, 37.9],
  dardanelles: [26, 40],
  marmara: [28.2, 40.75],
  bosphorus: [29.15, 41.3],
  blackWest: [29.8, 43.3],
  blackMiddle: [34.5, 42.9],
  blackEast: [39.5, 42.6],
  libya: [20, 34.8],
  sicily: [11.3, 37.3],
  algiers: [3, 37.4],
  gibraltar: [-5.6, 35.95],
  vincent: [-9.7, 36.7],
  finisterre: [-10, 43.6],
  ushant: [-5.9, 48.8],
  dover: [1.5, 51],
  northSea: [4.6, 54.5],
  skagen: [10.4, 57.9],
  sound: [12.7, 55.4],
  bornholm: [16, 55.3],
  gotland: [20.3, 58],
  finland: [25.5, 59.8],
  canaries: [-16.5, 28.5],
  verde: [-19, 14.5],
  liberia: [-12, 3],
  cape: [17.5, -35],
  natal: [32.5, -31],
  mozambique: [49, -27],
  seychelles: [58, -3],
  kerala: [75, 8.5],
  dondra: [80.6, 5.4],
  madras: [82, 12.5],
  nicobar: [94, 6.3],
  malacca: [100.2, 3.4],
  singapore: [104.2, 1.2],
  anambas: [107, 6],
  spratly: [112.5, 13.5],
  formosa: [118.8, 23.3],
  eastChina: [122.9, 29.5],
  yellow: [122.6, 34.5],
  jeju: [127, 33],
  tsushima: [130.2, 35.2],
  japanSea: [132.5, 40],
  caspianNorth: [48.9, 44.6],
  caspianMiddle: [50.4, 41.9],
  caspianSouth: [51.2, 38.6],
};

/** Lanes: waypoints that ships pass one after the other. */
const lanes: readonly string[] = [
  'gulf hormuz oman makran sindh kutch konkan kerala dondra nicobar malacca singapore anambas spratly formosa eastChina yellow',
  'eastChina jeju tsushima japanSea',
  'dondra madras',
  'oman hadd salalah adenEast aden mandeb redSouth redMiddle redNorth suez saidPort anatolia aegean dardanelles marmara bosphorus blackWest blackMiddle blackEast',
  'makran hadd sindh',
  'makran salalah sindh',
  'kutch salalah konkan',
  'kerala adenEast dondra',
  'bosphorus blackMiddle',
  'saidPort levant anatolia',
  'saidPort crete libya sicily algiers gibraltar vincent finisterre ushant dover northSea skagen sound bornholm gotland finland',
  'aegean crete',
  'vincent canaries verde liberia cape natal mozambique seychelles konkan',
  'mozambique dondra',
  'seychelles sindh',
  'mozambique malacca',
  'caspianNorth caspianMiddle caspianSouth',
];

/** Ports closer to each other than this are joined by a straight line, radians of the globe (350 km). */
const nearestPortsRadians = 350 / 6371;
/** A port further than this from every waypoint has no lane, radians (1,200 km). */
const furthestWaypointRadians = 1200 / 6371;
/** Waypoints tried as the way in and out of a port. */
const waysOutOfPort = 2;

/** A place of the way: a waypoint by its name, or the port itself. */
export interface LanePoint {
  readonly key: string;
  readonly position: Position;
}

/** The way of a ship between two ports, ends included; straight when they are close or no lane joins them. */
export function seaWay(from: LanePoint, to: LanePoint): readonly LanePoint[] {
  if (distance(from.position, to.position) < nearestPortsRadians) return [from, to];
  let best: readonly LanePoint[] = [from, to];
  let shortest = Number.POSITIVE_INFINITY;
  for (const start of nearestWaypoints(from.position))
    for (const end of nearestWaypoints(to.position)) {
      const way = [from, ...shortestLane(start, end), to];
      const length = way.length > 2 ? wayLength(way) : Number.POSITIVE_INFINITY;
      if (length < shortest) [best, shortest] = [way, length];
    }
  return best;
}

function nearestWaypoints(position: Position): readonly string[] {
  return Object.keys(waypoints)
    .map((name) => ({ name, radians: distance(position, waypoints[name]) }))
    .filter(({ radians }) => radians < furthestWaypointRadians)
    .sort((a, b) => a.radians - b.radians)
    .slice(0, waysOutOfPort)
    .map(({ name }) => name);
}

function shortestLane(start: string, end: string): readonly LanePoint[] {
  const length = new Map([[start, 0]]);
  const previous = new Map<string, string>();
  const open = new Set([start]);
  while (open.size > 0) {
    const nearest = [...open].reduce((a, b) => (length.get(b)! < length.get(a)! ? b : a));
    open.delete(nearest);
    for (const next of neighbours.get(nearest) ?? []) {
      const reached = length.get(nearest)! + distance(waypoints[nearest], waypoints[next]);
      if (reached >= (length.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      length.set(next, reached);
      previous.set(next, nearest);
      open.add(next);
    }
  }
  if (!length.has(end)) return [];
  const names = [end];
  while (names[0] !== start) names.unshift(previous.get(names[0])!);
  return names.map((name) => ({ key: name, position: waypoints[name] }));
}

/** The waypoints next to each on any lane. */
const neighbours: ReadonlyMap<string, readonly string[]> = joinLanes();

function joinLanes(): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, string[]>(Object.keys(waypoints).map((name) => [name, []]));
  for (const lane of lanes.map((names) => names.split(' ')))
    for (const [index, end] of lane.slice(1).entries()) {
      joined.get(lane[index])?.push(end);
      joined.get(end)?.push(lane[index]);
    }
  return joined;
}

function wayLength(way: readonly LanePoint[]): number {
  return way
    .slice(1)
    .reduce((sum, point, index) => sum + distance(way[index].position, point.position), 0);
}

function distance(from: Position, to: Position): number {
  return geoDistance([...from], [...to]);
}
