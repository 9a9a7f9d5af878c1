// Builds the network of a study from its tables, rates and corridors.

import * as z from 'zod';
import type { Corridor, Network, Node, NodeKind } from '../model/network.ts';
import { kindLabel, kinds } from './kinds.ts';
import { buildLinks, capacityPerDay, checkLinks } from './links.ts';
import { isKnown, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { calendarList, speedTable, tariffTable, transferList } from './rates.ts';
import { type Reading, readTree } from './read-tree.ts';
import { linkSchema, nodeSchema } from './schema-network.ts';
import { ratesSchema } from './schema-rates.ts';
import { corridorsSchema } from './schema-study.ts';
import type { Study } from './study-files.ts';
import { placeAt } from './tree.ts';
import { type DrawnNumbers, worldNumber } from './uncertain.ts';

type NodeRow = z.output<typeof nodeSchema>;
type CorridorsReading = Reading<z.output<typeof corridorsSchema>>;

const hoursPerDay = 24;
const nodeTable = z.array(nodeSchema);
const linkTable = z.array(linkSchema);

/** The network; undefined when a part of it has problems, which are reported. */
export function buildNetwork(
  study: Study,
  names: Names,
  drawn: DrawnNumbers,
  problems: Problem[],
): Network | undefined {
  const nodes = readTree(nodeTable, study.nodes, problems);
  const links = readTree(linkTable, study.links, problems);
  const rates = readTree(ratesSchema, study.rates, problems);
  const corridors = readTree(corridorsSchema, study.corridors, problems);
  if (nodes) warnOfUnusedCells(nodes, problems);
  for (const table of [nodes, links]) if (table) checkCalendars(table, names, problems);
  if (links) checkLinks(links, names, problems);
  if (corridors) checkAlternatives(corridors, names, problems);
  if (!nodes || !links || !rates?.complete || !corridors) return undefined;
  const context = {
    countries: new Map(nodes.value.map((row) => [row.node_id, row.country])),
    speeds: speedTable(rates, names, drawn, problems),
    tariffs: tariffTable(rates, names, drawn, problems),
    drawn,
  };
  const network = {
    nodes: nodes.value.map((row, index) => nodeOf(row, index, drawn)),
    links: buildLinks(links, context, problems),
    transfers: transferList(rates, drawn, problems),
    corridors: corridors.value.corridors.map((fields, index) => corridorOf(fields, index, drawn)),
    calendars: calendarList(rates, problems),
  };
  return [nodes, links, corridors].every(({ complete }) => complete) ? network : undefined;
}

/** True for the kinds of node that cargo can queue at. */
export function isPost(kind: NodeKind): boolean {
  return kind === 'port' || kind === 'border' || kind === 'chokepoint';
}

function nodeOf(row: NodeRow, index: number, drawn: DrawnNumbers): Node {
  type Column = 'capacity_mt_per_year' | 'passage_hours' | 'passage_cost_usd_per_t';
  const number = (
    column: Column,
    field: 'capacityTonnesPerDay' | 'passageDays' | 'passageCostPerTonne',
    unit: string,
    convert: (number: number) => number,
  ) => {
    const written = row[column];
    const label = { name: `nodes.${row.node_id}.${column}`, unit };
    const place = { of: 'node', index, field } as const;
    return written === undefined ? undefined : worldNumber(written, place, label, drawn, convert);
  };
  const toDays = (hours: number) => hours / hoursPerDay;
  return {
    id: row.node_id,
    name: row.name,
    country: row.country,
    longitudeDegrees: row.x_coord,
    latitudeDegrees: row.y_coord,
    kind: row.node_type,
    capacityTonnesPerDay:
      number('capacity_mt_per_year', 'capacityTonnesPerDay', 'Mt/yr', capacityPerDay) ?? Infinity,
    passageDays: number('passage_hours', 'passageDays', 'h', toDays) ?? 0,
    passageCostPerTonne:
      number('passage_cost_usd_per_t', 'passageCostPerTonne', 'USD/t', (dollars) => dollars) ?? 0,
    calendar: row.calendar ?? '',
  };
}

function corridorOf(
  { id, name, via, constant }: CorridorsReading['value']['corridors'][number],
  index: number,
  drawn: DrawnNumbers,
): Corridor {
  const field = { of: 'corridor', index, field: 'constantPerTonne' } as const;
  const label = { name: `corridors.${id}.constant`, unit: kindLabel(kinds.cost) };
  const constantPerTonne = worldNumber(constant, field, label, drawn);
  return { id, name, alternatives: via, constantPerTonne };
}

/** Reports calendars that do not exist, and those of what has no capacity to be spread. */
function checkCalendars(
  { value, tree }: Reading<readonly Pick<NodeRow, 'calendar' | 'capacity_mt_per_year'>[]>,
  names: Names,
  problems: Problem[],
): void {
  value.forEach(({ calendar, capacity_mt_per_year: capacity }, index) => {
    if (calendar === undefined) return;
    const place = placeAt(tree, [index, 'calendar']);
    isKnown(names.calendars, calendar, 'calendar', place, problems);
    if (capacity !== undefined) return;
    problems.push(problemAt(place, 'no-capacity', 'there is no capacity to be spread'));
  });
}

/** Warns of numbers that have no effect because nothing queues at that kind of node. */
function warnOfUnusedCells({ value, tree }: Reading<NodeRow[]>, problems: Problem[]): void {
  const columns = ['capacity_mt_per_year', 'passage_hours', 'passage_cost_usd_per_t'] as const;
  value.forEach((row, index) => {
    if (isPost(row.node_type)) return;
    for (const column of columns.filter((name) => row[name] !== undefined)) {
      const message = `nothing queues at this kind of node: ${column} is not used`;
      const place = placeAt(tree, [index, column]);
      // What `set` puts there is meant to do something.
      const severity = place.source.file.endsWith('.csv') ? 'warning' : 'error';
      problems.push(problemAt(place, 'unused-value', message, '', severity));
    }
  });
}

function checkAlternatives(
  { value, tree }: CorridorsReading,
  names: Names,
  problems: Problem[],
): void {
  if (!names.nodes || !names.links) return;
  const table = new Map([...names.nodes, ...names.links]);
  value.corridors.forEach(({ via }, corridor) => {
    via.forEach((alternative, index) => {
      alternative.forEach((id, position) => {
        const place = placeAt(tree, ['corridors', corridor, 'via', index, position]);
        isKnown(table, id, 'node or link', place, problems);
      });
    });
  });
}
