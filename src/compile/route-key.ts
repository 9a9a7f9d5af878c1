// Says in a text what the routes of a task depend on, and lays choice sets out as bytes and back.

import type { RouteSets, RouteTask } from './route-sets.ts';

/**
 * Everything that the routes depend on but the cells' ends; tasks with the same text and the same cells have the same
 * routes. Names, capacities, volumes and constants are not in it.
 */
export function routeKey({ network, commodities, behaviour }: RouteTask): string {
  const { choiceSets, maximumRoutes, detourLimit, overlapLimit } = behaviour;
  return JSON.stringify([
    [choiceSets, maximumRoutes, detourLimit, overlapLimit],
    network.nodes.map(({ id, kind, passageDays, passageCostPerTonne }) => [
      id,
      kind,
      passageDays,
      passageCostPerTonne,
    ]),
    network.links.map((link) => [
      link.id,
      link.from,
      link.to,
      link.directed,
      link.mode,
      link.gaugeMm,
      link.status,
      link.travelDays,
      link.costPerTonne,
    ]),
    network.transfers,
    network.corridors.map(({ alternatives }) => alternatives),
    commodities.map(({ valueOfTimePerTonneDay, tariffFactors }) => [
      valueOfTimePerTonneDay,
      tariffFactors,
    ]),
  ]);
}

const lengthsBytes = 24;

/** Choice sets as bytes: the five lengths and a zero as 32-bit integers, the costs, then the other arrays. */
export function packRouteSets(sets: RouteSets): Uint8Array {
  const { cellRouteStart, routeArcStart, routeArcs, routeCost, routeCorridor } = sets;
  const arrays = [routeCost, cellRouteStart, routeArcStart, routeArcs, routeCorridor];
  const lengths = Int32Array.from([...arrays.map(({ length }) => length), 0]);
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, lengthsBytes);
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const array of [lengths, ...arrays]) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return bytes;
}

/** The choice sets that bytes hold; undefined when they are not as long as they say. The bytes must begin a buffer. */
export function unpackRouteSets(bytes: Uint8Array<ArrayBuffer>): RouteSets | undefined {
  if (bytes.length < lengthsBytes || bytes.byteOffset !== 0) return undefined;
  const { buffer } = bytes;
  const [costs, cells, routes, arcs, corridors] = new Int32Array(buffer, 0, 5);
  const size = lengthsBytes + 8 * costs! + 4 * (cells! + routes! + arcs! + corridors!);
  if (size !== bytes.length) return undefined;
  let offset = lengthsBytes + 8 * costs!;
  const integers = (length: number) => {
    const array = new Int32Array(buffer, offset, length);
    offset += 4 * length;
    return array;
  };
  return {
    routeCost: new Float64Array(buffer, lengthsBytes, costs),
    cellRouteStart: integers(cells!),
    routeArcStart: integers(routes!),
    routeArcs: integers(arcs!),
    routeCorridor: integers(corridors!),
  };
}
