// Leaves out land far outside the frame of a map before it is projected, which takes most of the time of a map.

import type { ExtendedFeatureCollection, GeoGeometryObjects, GeoProjection } from 'd3-geo';

type MultiLineString = Extract<GeoGeometryObjects, { type: 'MultiLineString' }>;

/** Longitudes and latitudes, degrees. */
interface GeographicExtent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Room for the curves of edges between the points of a coast and for the points between samples, degrees. */
const marginDegrees = 8;
const samplesPerSide = 40;

/**
 * What a frame shows, with a margin; undefined where that is no plain rectangle of longitudes and latitudes, because
 * the frame reaches a pole or the meridian of 180 degrees.
 */
export function extentShown(
  projection: GeoProjection,
  width: number,
  height: number,
): GeographicExtent | undefined {
  const positions: (readonly [number, number] | null)[] = [];
  for (let step = 0; step <= samplesPerSide; step++) {
    const [x, y] = [(width * step) / samplesPerSide, (height * step) / samplesPerSide];
    for (const point of [
      [x, 0],
      [x, height],
      [0, y],
      [width, y],
    ] as const)
      positions.push(projection.invert?.([point[0], point[1]]) ?? null);
  }
  const longitudes = positions.map((position) => position?.[0] ?? Number.NaN);
  const latitudes = positions.map((position) => position?.[1] ?? Number.NaN);
  const extent = {
    west: Math.min(...longitudes) - marginDegrees,
    east: Math.max(...longitudes) + marginDegrees,
    south: Math.min(...latitudes) - marginDegrees,
    north: Math.max(...latitudes) + marginDegrees,
  };
  const isPlain =
    extent.west > -180 && extent.east < 180 && extent.south > -90 && extent.north < 90;
  return isPlain ? extent : undefined;
}

/** The polygons of a collection that may show in the extent; undefined = all. */
export function polygonsNear(
  extent: GeographicExtent | undefined,
  collection: ExtendedFeatureCollection,
): ExtendedFeatureCollection {
  const near = (geometry: GeoGeometryObjects | null): GeoGeometryObjects | null =>
    geometry?.type === 'MultiPolygon'
      ? {
          ...geometry,
          coordinates: geometry.coordinates.filter(([outer]) => touches(extent, outer)),
        }
      : geometry;
  const features = collection.features.map((one) => ({ ...one, geometry: near(one.geometry) }));
  return { ...collection, features };
}

/** The lines that may show in the extent; undefined = all. */
export function linesNear(
  extent: GeographicExtent | undefined,
  lines: MultiLineString,
): MultiLineString {
  return { ...lines, coordinates: lines.coordinates.filter((line) => touches(extent, line)) };
}

/** Whether the rectangle around points meets the extent. */
function touches(
  extent: GeographicExtent | undefined,
  points: readonly (readonly number[])[],
): boolean {
  if (!extent) return true;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [longitude, latitude] of points) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return (
    west <= extent.east && east >= extent.west && south <= extent.north && north >= extent.south
  );
}
