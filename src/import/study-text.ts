// Writes an imported network as the files of a study that runs at once.

import { daysPerYear } from '../model/calendar.ts';
import type { ImportedNetwork, ImportedNode } from './imported-network.ts';

/** What the files of other tools do not say, as the study will state it. */
export interface StudySettings {
  /** What it was imported from, for the lines on provenance. */
  readonly origin: string;
  /** Tonnes a year that a volume of 1 stands for, and how that was said. */
  readonly tonnesPerYear: number;
  readonly volumeUnit: string;
  /** As written, with units. */
  readonly tariff: string;
  readonly valueOfTime: string;
  readonly routeScale: string;
  readonly mode: string;
  readonly country: string;
}

/** Text of every file of the study, by name, and what was decided on the way. */
export function writeStudy(network: ImportedNetwork, settings: StudySettings) {
  const { origin } = settings;
  const { rows, note } = placeNodes(network.nodes);
  const places = rows.map(({ node, x, y }) =>
    csvRow([node.id, node.name, x, y, 'hub', settings.country, 'import', '']),
  );
  const links = network.links.map((link) =>
    csvRow([
      link.id,
      link.name,
      link.from,
      link.to,
      link.directed ? 1 : 0,
      link.lengthKm,
      settings.mode,
      'existing',
      link.hours,
      'import',
    ]),
  );
  const files = new Map<string, string>([
    ['node.csv', `node_id,name,x_coord,y_coord,node_type,country,source,note\n${places.join('')}`],
    [
      'link.csv',
      `link_id,name,from_node_id,to_node_id,directed,length,mode,status,travel_hours,source\n${links.join('')}`,
    ],
    ['rates.yaml', ratesText(settings)],
    ['corridors.yaml', `${head}corridors: []\n`],
    ['commodities.yaml', commoditiesText(settings)],
    ['demand.yaml', demandText(network, settings)],
    [
      'sources.yaml',
      `${head}sources:\n  import: { title: ${quoted(`imported from ${origin}`)} }\n`,
    ],
    ['baseline.yaml', baselineText(origin)],
  ]);
  return { files, notes: [...network.notes, ...note] };
}

const head = 'schema_version: 1\n';

function ratesText({ tariff, mode }: StudySettings): string {
  return `${head}speeds: []
tariffs:
  - { mode: ${mode}, tariff: ${tariff}, assumption: as given with --tariff }
transfers: []
`;
}

function commoditiesText({ valueOfTime, routeScale }: StudySettings): string {
  return `${head}commodities:
  - id: goods
    name: Goods
    value: 0 USD/t                # matters only to events with add_risk
    value_of_time: ${valueOfTime}
    route_scale: ${routeScale}
    corridor_scale: ${routeScale}
    assumption: as given with --value-of-time and --route-scale
`;
}

function demandText({ trips }: ImportedNetwork, { tonnesPerYear }: StudySettings): string {
  const flows = trips.map(({ from, to, volume }, index) => {
    const tonnes = volume * tonnesPerYear;
    return `  - { id: F${index + 1}, origin: ${from}, destination: ${to}, commodity: goods, volume: ${plain(tonnes)} t/yr, not_shipped: 0 %, source: import }\n`;
  });
  return `${head}flows:${flows.length > 0 ? `\n${flows.join('')}` : ' []\n'}`;
}

function baselineText(origin: string): string {
  return `${head}name: baseline
title: ${quoted(`Imported from ${origin}`)}
horizon: { start: 2025-01-01, end: 2025-12-31, step: 1 day }
behaviour:
  inertia: 0 days
  choice_sets: via-node         # a plain path-size logit: there are no corridors
  maximum_routes: 5
  detour_limit: 1.4
  overlap_limit: 80 %
  assumption: set by the import; change them as you like
replications: 1
seed: import
`;
}

/** Side of the square, degrees, in which coordinates that are no degrees are drawn. */
const squareDegrees = 10;

/** Coordinates in degrees for the map: as they are where they can be, else scaled into a square, or in rows. */
function placeNodes(nodes: readonly ImportedNode[]) {
  const known = nodes.every(({ x, y }) => x !== undefined && y !== undefined);
  if (!known) {
    const columns = Math.ceil(Math.sqrt(nodes.length));
    const rows = nodes.map((node, at) => ({
      node,
      x: (at % columns) / 10,
      y: Math.floor(at / columns) / 10,
    }));
    return { rows, note: ['not all nodes have coordinates: the map shows all of them in rows'] };
  }
  const points = nodes.map((node) => ({ node, x: node.x!, y: node.y! }));
  const isDegrees = points.every(({ x, y }) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  if (isDegrees) return { rows: points, note: [] };
  const [left, bottom] = [least(points, 'x'), least(points, 'y')];
  const scale = squareDegrees / Math.max(...points.flatMap(({ x, y }) => [x - left, y - bottom]));
  const rows = points.map(({ node, x, y }) => ({
    node,
    x: (x - left) * scale,
    y: (y - bottom) * scale,
  }));
  return {
    rows,
    note: ['coordinates are not in degrees: scaled into 10 by 10 degrees, for the map'],
  };
}

function least(points: readonly { x: number; y: number }[], axis: 'x' | 'y'): number {
  return points.reduce((smallest, point) => Math.min(smallest, point[axis]), Infinity);
}

function csvRow(cells: readonly (string | number)[]): string {
  const fields = cells.map((cell) => {
    if (typeof cell === 'number') return plain(cell);
    return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return `${fields.join(',')}\n`;
}

/** The shortest text that reads back to the number, without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Tonnes a day as they are written in a summary. */
export function tonnesPerDay(network: ImportedNetwork, tonnesPerYear: number): number {
  const volume = network.trips.reduce((sum, trip) => sum + trip.volume, 0);
  return (volume * tonnesPerYear) / daysPerYear;
}
