// Reads a network in the General Modeling Network Specification: node.csv, link.csv, demand.csv, and config.csv if any.

import type { SourceText } from '../scenario/place.ts';
import { type Problem, problemAt } from '../scenario/problem.ts';
import {
  counted,
  type ImportedLink,
  type ImportedNetwork,
  type ImportedNode,
  type ImportedTrip,
  type ImportUnits,
  type LengthUnit,
  lengthUnits,
  type SpeedUnit,
  speedUnits,
  studyId,
  unitProblem,
} from './imported-network.ts';
import { readRows, type TableRow } from './read-table.ts';

/** The files by their kind. */
export interface GmnsFiles {
  readonly node: SourceText;
  readonly link: SourceText;
  readonly demand: SourceText;
  readonly config: SourceText | undefined;
}

/** Reads the network; what is wrong is reported, and the result is then not to be used. */
export function readGmns(
  files: GmnsFiles,
  asked: ImportUnits,
  problems: Problem[],
): ImportedNetwork {
  const units = { ...unitsOf(files.config, problems), ...definedOf(asked) };
  const nodeRows = readRows(files.node, ['node_id'], problems);
  const nodes = nodesOf(nodeRows, problems);
  const linkColumns = ['link_id', 'from_node_id', 'to_node_id', 'directed', 'length'];
  const linkRows = readRows(files.link, linkColumns, problems);
  const links = linksOf(linkRows, nodes, units, files.link, problems);
  const zones = zonesOf(nodeRows, problems);
  const demandRows = readRows(files.demand, ['o_zone_id', 'd_zone_id', 'volume'], problems);
  const { trips, notes } = tripsOf(demandRows, zones, problems);
  return { nodes: [...nodes.values()], links, trips, notes };
}

function definedOf(units: ImportUnits): Partial<ImportUnits> {
  return Object.fromEntries(Object.entries(units).filter(([, unit]) => unit !== undefined));
}

/** Units by the names that config.csv may use. */
const lengthNames: Readonly<Record<string, LengthUnit>> = {
  km: 'km',
  kilometer: 'km',
  kilometers: 'km',
  m: 'm',
  meter: 'm',
  meters: 'm',
  mi: 'mi',
  mile: 'mi',
  miles: 'mi',
  ft: 'ft',
  feet: 'ft',
};
const speedNames: Readonly<Record<string, SpeedUnit>> = {
  'km/h': 'km/h',
  kmh: 'km/h',
  kph: 'km/h',
  'mi/h': 'mi/h',
  mph: 'mi/h',
};

/** What config.csv says; unknown units are problems. */
function unitsOf(config: SourceText | undefined, problems: Problem[]): Partial<ImportUnits> {
  const row = config && readRows(config, [], problems)[0];
  if (!row) return {};
  const named = <Unit>(column: string, names: Readonly<Record<string, Unit>>) => {
    const written = row.text(column);
    const unit = written === undefined ? undefined : names[written.toLowerCase()];
    if (written !== undefined && unit === undefined) {
      const known = `known: ${Object.keys(names).join(', ')}`;
      const message = `the unit "${written}" is not known`;
      problems.push(problemAt(row.placeOf(column), 'unknown-unit', message, known));
    }
    return unit;
  };
  return { length: named('long_length', lengthNames), speed: named('speed', speedNames) };
}

function nodesOf(rows: readonly TableRow[], problems: Problem[]): Map<string, ImportedNode> {
  const nodes = new Map<string, ImportedNode>();
  const taken = new Set<string>();
  for (const row of rows) {
    const id = row.needed('node_id');
    if (id === undefined) continue;
    if (nodes.has(id)) {
      const message = `the node ${id} stands here twice`;
      problems.push(problemAt(row.placeOf('node_id'), 'duplicate-id', message));
    }
    const study = studyId('N', id);
    if (taken.has(study) && !nodes.has(id)) {
      const message = `${study} is the name of another node in the study`;
      problems.push(problemAt(row.placeOf('node_id'), 'ambiguous-id', message));
    }
    taken.add(study);
    nodes.set(id, {
      id: study,
      name: row.text('name') ?? id,
      x: row.number('x_coord'),
      y: row.number('y_coord'),
    });
  }
  return nodes;
}

function linksOf(
  rows: readonly TableRow[],
  nodes: ReadonlyMap<string, ImportedNode>,
  units: Partial<ImportUnits>,
  source: SourceText,
  problems: Problem[],
): ImportedLink[] {
  if (!units.length || !units.speed) {
    const needed = [
      ...(units.length ? [] : [unitProblem('length-unit', lengthUnits, 'lengths are')]),
      ...(units.speed ? [] : [unitProblem('speed-unit', speedUnits, 'free_speed is')]),
    ];
    for (const message of needed)
      problems.push(problemAt({ source, offset: 0 }, 'missing-unit', message));
    return [];
  }
  const kmPerLength = lengthUnits[units.length];
  const kmPerHour = speedUnits[units.speed];
  return rows.flatMap((row): ImportedLink[] => {
    const id = row.needed('link_id');
    const [from, to] = (['from_node_id', 'to_node_id'] as const).map((column) =>
      knownNode(row, column, nodes, problems),
    );
    const directed = direction(row, problems);
    const length = positive(row, 'length', problems);
    const speed = positive(row, 'free_speed', problems);
    if (id === undefined || !from || !to || directed === undefined || !length || !speed) return [];
    const lengthKm = length * kmPerLength;
    const hours = lengthKm / (speed * kmPerHour);
    return [
      { id: studyId('L', id), name: row.text('name') ?? '', from, to, directed, lengthKm, hours },
    ];
  });
}

function knownNode(
  row: TableRow,
  column: string,
  nodes: ReadonlyMap<string, ImportedNode>,
  problems: Problem[],
): string | undefined {
  const id = row.needed(column);
  if (id === undefined) return undefined;
  const node = nodes.get(id);
  if (!node)
    problems.push(problemAt(row.placeOf(column), 'unknown-node', `there is no node ${id}`));
  return node?.id;
}

function direction(row: TableRow, problems: Problem[]): boolean | undefined {
  const written = row.needed('directed')?.toLowerCase();
  if (written === undefined) return undefined;
  if (['1', 'true'].includes(written)) return true;
  if (['0', 'false'].includes(written)) return false;
  const message = `"${written}" is no direction`;
  problems.push(problemAt(row.placeOf('directed'), 'wrong-choice', message, '0, 1, true or false'));
  return undefined;
}

/** A number above zero; anything else is a problem. */
function positive(row: TableRow, column: string, problems: Problem[]): number | undefined {
  if (row.needed(column) === undefined) return undefined;
  const value = row.number(column);
  if (value === undefined || value > 0) return value;
  const message = `"${column}" is ${value}; it must be above 0`;
  problems.push(problemAt(row.placeOf(column), 'out-of-range', message));
  return undefined;
}

/** Node of each zone: the one that names it in `zone_id`; where no node does, the node with the zone's number. */
function zonesOf(rows: readonly TableRow[], problems: Problem[]): Map<string, string> {
  const column = rows.some((row) => row.text('zone_id') !== undefined) ? 'zone_id' : 'node_id';
  const zones = new Map<string, string>();
  for (const row of rows) {
    const [zone, node] = [row.text(column), row.text('node_id')];
    if (zone === undefined || node === undefined) continue;
    if (zones.has(zone) && column === 'zone_id') {
      const message = `zone ${zone} has a node already: cargo starts and ends at one node of a zone`;
      const hint = 'leave zone_id empty at all nodes of the zone but one';
      problems.push(problemAt(row.placeOf(column), 'duplicate-id', message, hint));
    }
    zones.set(zone, studyId('N', node));
  }
  return zones;
}

function tripsOf(
  rows: readonly TableRow[],
  zones: ReadonlyMap<string, string>,
  problems: Problem[],
): { trips: ImportedTrip[]; notes: string[] } {
  const trips: ImportedTrip[] = [];
  let within = 0;
  for (const row of rows) {
    const [from, to] = (['o_zone_id', 'd_zone_id'] as const).map((column) => {
      const zone = row.needed(column);
      const node = zone === undefined ? undefined : zones.get(zone);
      if (zone !== undefined && !node) {
        const message = `no node belongs to zone ${zone}`;
        problems.push(problemAt(row.placeOf(column), 'unknown-node', message));
      }
      return node;
    });
    const volume = row.needed('volume') === undefined ? undefined : row.number('volume');
    if (!from || !to || volume === undefined) continue;
    if (volume < 0)
      problems.push(problemAt(row.placeOf('volume'), 'out-of-range', 'a volume is not below 0'));
    if (from === to) within += 1;
    else if (volume > 0) trips.push({ from, to, volume });
  }
  const notes = within > 0 ? [`left out: ${counted(within, 'trip')} within a zone`] : [];
  return { trips, notes };
}
