// Builds the network of a study from its tables, rates and corridors.

import * as z from 'zod';
import type { Corridor, Network, Node, NodeKind } from '../model/network.ts';
import { buildLinks, capacityPerDay, checkLinks } from './links.ts';
import { isKnown, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { calendarList, speedTable, tariffTable, transferList } from './rates.ts';
import { type Reading, readTree } from './read-tree.ts';
import { linkSchema, nodeSchema } from './schema-network.ts';
import { corridorsSchema, ratesSchema } from './schema-study.ts';
import type { Study } from './study-files.ts';
import { placeAt } from './tree.ts';

type NodeRow = z.output<typeof nodeSchema>;
type CorridorsReading = Reading<z.output<typeof corridorsSchema>>;

const hoursPerDay = 24;
const nodeTable = z.array(nodeSchema);
const linkTable = z.array(linkSchema);

/** The network; undefined when a part of it has problems, which are reported. */
export function buildNetwork(study: Study, names: Names, problems: Problem[]): Network | undefined {
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
    speeds: speedTable(rates, names, problems),
    tariffs: tariffTable(rates, names, problems),
  };
  const network = {
    nodes: nodes.value.map(nodeOf),
    links: buildLinks(links, context, problems),
    transfers: transferList(rates, problems),
    corridors: corridors.value.corridors.map(corridorOf),
    calendars: calendarList(rates, problems),
  };
  return [nodes, links, corridors].every(({ complete }) => complete) ? network : undefined;
}

/** True for the kinds of node that cargo can queue at. */
export function isPost(kind: NodeKind): boolean {
  return kind === 'port' || kind === 'border' || kind === 'chokepoint';
}

function nodeOf(row: NodeRow): Node {
  return {
    id: row.node_id,
    name: row.name,
    country: row.country,
    longitudeDegrees: row.x_coord,
    latitudeDegrees: row.y_coord,
    kind: row.node_type,
    capacityTonnesPerDay: capacityPerDay(row.capacity_mt_per_year),
    passageDays: (row.passage_hours ?? 0) / hoursPerDay,
    passageCostPerTonne: row.passage_cost_usd_per_t ?? 0,
    calendar: row.calendar ?? '',
  };
}

function corridorOf(fields: CorridorsReading['value']['corridors'][number]): Corridor {
  const { id, name, via, constant } = fields;
  return { id, name, alternatives: via, constantPerTonne: constant };
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
      problems.push(problemAt(place, 'unused-value', message, '', 'warning'));
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
