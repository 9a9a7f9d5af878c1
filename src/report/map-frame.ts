// Chooses the part of the world that a map shows and draws its land.

import { createRequire } from 'node:module';
import { type GeoProjection, geoConicEqualArea, geoPath, geoTransform } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { SummaryNode } from '../results/study-summary.ts';
import { compactPath } from './compact-path.ts';
import { extentShown, linesNear, polygonsNear } from './map-extent.ts';
import type { Position } from './sea-lanes.ts';

/** The frame of a map. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  /** Longitude and latitude to the place on the map, px; undefined when it cannot be projected. */
  readonly place: (position: Position) => readonly [number, number] | undefined;
  /** The same, undefined when the place lies outside the frame. */
  readonly shown: (position: Position) => readonly [number, number] | undefined;
  /** The path data of a line along great circles, clipped to the frame; empty when outside. */
  readonly line: (positions: readonly Position[]) => string;
  /** Path data of the land and of the borders between countries. */
  readonly land: string;
  readonly borders: string;
}

const width = 1200;
const leastHeight = 520;
const mostHeight = 900;
/** Outlying nodes, these shares at each end, do not stretch the frame; trade reaches furthest east and west. */
const outlyingLongitudes = 0.08;
const outlyingLatitudes = 0.04;
/** Room around the rest, as a share of their extent, and at least this many degrees. */
const marginShare = 0.06;
const leastMarginDegrees = 1.5;
/** Lines reach this far beyond the frame, so that their round ends do not show, px. */
const clipMargin = 15;
/** Points of the coast closer than this to the last one are left out, px. */
const coastDetail = 0.9;

type CountriesTopology = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** The frame around all but the most outlying nodes. */
export function mapFrame(nodes: readonly SummaryNode[]): MapFrame {
  const projection = fitProjection(nodes);
  const height = projectionHeight(projection, nodes);
  projection.clipExtent([
    [-clipMargin, -clipMargin],
    [width + clipMargin, height + clipMargin],
  ]);
  const path = geoPath(projection).digits(1);
  const shownExtent = extentShown(projection, width, height);
  // Not imported, since Node 20 and 22 warn of every JSON module that is.
  const require = createRequire(import.meta.url);
  const countries = require('world-atlas/countries-50m.json') as CountriesTopology;
  const coarse = geoPath(coarseStream(projection)).digits(1);
  const { land, countries: shapes } = countries.objects;
  return {
    width,
    height,
    place: (position) => projection([...position]) ?? undefined,
    shown: (position) => {
      const place = projection([...position]);
      return place && isInside(place, height) ? place : undefined;
    },
    line: (positions) =>
      compactPath(
        path({ type: 'LineString', coordinates: positions.map((position) => [...position]) }) ?? '',
      ),
    land: compactPath(coarse(polygonsNear(shownExtent, feature(countries, land))) ?? ''),
    borders: compactPath(
      coarse(
        linesNear(
          shownExtent,
          mesh(countries, shapes, (one, other) => one !== other),
        ),
      ) ?? '',
    ),
  };
}

function isInside([x, y]: readonly [number, number], height: number): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function extentOf(nodes: readonly SummaryNode[]): Extent {
  const [west, east] = inner(
    nodes.map((node) => node.longitudeDegrees),
    outlyingLongitudes,
  );
  const [south, north] = inner(
    nodes.map((node) => node.latitudeDegrees),
    outlyingLatitudes,
  );
  return { west, east, south: Math.max(south, -85), north: Math.min(north, 85) };
}

function inner(degrees: readonly number[], outlyingShare: number): [number, number] {
  if (degrees.length === 0) return [0, 90];
  const sorted = [...degrees].sort((a, b) => a - b);
  const skipped = Math.floor(sorted.length * outlyingShare);
  const low = sorted[skipped];
  const high = sorted[sorted.length - 1 - skipped];
  const margin = Math.max((high - low) * marginShare, leastMarginDegrees);
  return [low - margin, high + margin];
}

function outline({ west, east, south, north }: Extent) {
  const steps = Array.from({ length: 21 }, (_, step) => west + ((east - west) * step) / 20);
  const coordinates = steps.flatMap((longitude) => [
    [longitude, south],
    [longitude, north],
  ]);
  return { type: 'MultiPoint' as const, coordinates };
}

function fitProjection(nodes: readonly SummaryNode[]): GeoProjection {
  const extent = extentOf(nodes);
  const { west, east, south, north } = extent;
  return geoConicEqualArea()
    .parallels([south + (north - south) / 6, north - (north - south) / 6])
    .rotate([-(west + east) / 2, 0])
    .fitWidth(width, outline(extent));
}

/** Centres the projection in the height it needs, within limits, and gives that height. */
function projectionHeight(projection: GeoProjection, nodes: readonly SummaryNode[]): number {
  const [[, top], [, bottom]] = geoPath(projection).bounds(outline(extentOf(nodes)));
  if (bottom - top > mostHeight) {
    projection.fitSize([width, mostHeight], outline(extentOf(nodes)));
    return mostHeight;
  }
  const height = Math.round(Math.max(bottom - top, leastHeight));
  const [x, y] = projection.translate();
  projection.translate([x, y - (top + bottom) / 2 + height / 2]);
  return height;
}

/** The projection with points left out that hardly move the pen. */
function coarseStream(projection: GeoProjection) {
  let last: readonly [number, number] | undefined;
  const filter = geoTransform({
    lineStart() {
      last = undefined;
      this.stream.lineStart();
    },
    point(x, y) {
      if (last && Math.hypot(x - last[0], y - last[1]) < coastDetail) return;
      last = [x, y];
      this.stream.point(x, y);
    },
  });
  return {
    stream: (output: Parameters<typeof filter.stream>[0]) =>
      projection.stream(filter.stream(output)),
  };
}
