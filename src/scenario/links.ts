// Builds the links of a network, with the time and cost that the rates give those that have none of their own.

import type * as z from 'zod';
import { daysPerYear } from '../model/calendar.ts';
import type { Link } from '../model/network.ts';
import { isKnown, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { type RateTable, ratesIn } from './rates.ts';
import type { Reading } from './read-tree.ts';
import type { linkSchema } from './schema-network.ts';
import { placeAt } from './tree.ts';

type LinkRow = z.output<typeof linkSchema>;

const hoursPerDay = 24;

/** What turns rows into links. */
export interface LinkContext {
  /** Country of each node. */
  readonly countries: ReadonlyMap<string, string>;
  readonly speeds: RateTable;
  readonly tariffs: RateTable;
}

/** Capacity of a cell of a table, t/day, spread evenly over the mean year; no limit when it is empty. */
export function capacityPerDay(megatonnesPerYear: number | undefined): number {
  return megatonnesPerYear === undefined ? Infinity : (megatonnesPerYear * 1_000_000) / daysPerYear;
}

/** The links; those without a rate, which is a problem, are left out. */
export function buildLinks(
  reading: Reading<LinkRow[]>,
  context: LinkContext,
  problems: Problem[],
): Link[] {
  return reading.value.flatMap((row, index) => buildLink(row, index, reading, context, problems));
}

function buildLink(
  row: LinkRow,
  index: number,
  { tree }: Reading<LinkRow[]>,
  { countries, speeds, tariffs }: LinkContext,
  problems: Problem[],
): Link[] {
  const ends = [countries.get(row.from_node_id), countries.get(row.to_node_id)];
  const [from, to] = ends;
  if (from === undefined || to === undefined) return [];
  const place = placeAt(tree, [index, 'mode']);
  const find = (table: RateTable) => ratesIn(table, row.mode, [from, to], place, problems);
  const travelDays =
    row.travel_hours === undefined
      ? daysAlong(row.length, find(speeds))
      : row.travel_hours / hoursPerDay;
  const costPerTonne = row.cost_usd_per_t ?? costAlong(row.length, find(tariffs));
  if (travelDays === undefined || costPerTonne === undefined) return [];
  return [
    {
      id: row.link_id,
      name: row.name ?? `${row.from_node_id} - ${row.to_node_id}`,
      from: row.from_node_id,
      to: row.to_node_id,
      directed: row.directed === '1',
      mode: row.mode,
      lengthKm: row.length,
      gaugeMm: Number(row.gauge_mm ?? 0),
      capacityTonnesPerDay: capacityPerDay(row.capacity_mt_per_year),
      limited: row.limited === '1',
      calendar: row.calendar ?? '',
      status: row.status,
      travelDays,
      costPerTonne,
    },
  ];
}

/** Days at the mean pace (days per km) of the countries at both ends. */
function daysAlong(lengthKm: number, speeds: readonly number[] | undefined): number | undefined {
  return speeds && lengthKm * mean(speeds.map((kmPerDay) => 1 / kmPerDay));
}

/** USD/t at the mean tariff of the countries at both ends. */
function costAlong(lengthKm: number, tariffs: readonly number[] | undefined): number | undefined {
  return tariffs && lengthKm * mean(tariffs);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Reports links whose columns do not fit together, or whose ends do not exist. */
export function checkLinks(
  { value, tree }: Reading<LinkRow[]>,
  names: Names,
  problems: Problem[],
): void {
  value.forEach((row, index) => {
    const place = (column: keyof LinkRow) => placeAt(tree, [index, column]);
    for (const column of ['from_node_id', 'to_node_id'] as const) {
      isKnown(names.nodes, row[column], 'node', place(column), problems);
    }
    if (row.from_node_id === row.to_node_id) {
      problems.push(problemAt(place('to_node_id'), 'wrong-value', 'the link ends where it starts'));
    }
    if ((row.mode === 'rail') !== (row.gauge_mm !== undefined)) {
      const message = row.mode === 'rail' ? 'a railway needs a gauge' : 'only rail has a gauge';
      problems.push(problemAt(place('gauge_mm'), 'wrong-gauge', message));
    }
    if (row.limited === '1' && row.capacity_mt_per_year === undefined) {
      const message = 'a limited link needs a capacity';
      problems.push(problemAt(place('limited'), 'missing-value', message));
    }
  });
}
