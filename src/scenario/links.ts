// Builds the links of a network, with the time and cost that the rates give those that have none of their own.

import type * as z from 'zod';
import { daysPerYear } from '../model/calendar.ts';
import type { Link } from '../model/network.ts';
import type { WorldField } from '../model/uncertainty.ts';
import { isKnown, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { type Rate, type RateTable, ratesIn } from './rates.ts';
import type { Reading } from './read-tree.ts';
import type { linkSchema } from './schema-network.ts';
import { placeAt } from './tree.ts';
import { type DrawnNumbers, worldNumber, worldSum } from './uncertain.ts';

type LinkRow = z.output<typeof linkSchema>;

const hoursPerDay = 24;

/** What turns rows into links. */
export interface LinkContext {
  /** Country of each node. */
  readonly countries: ReadonlyMap<string, string>;
  readonly speeds: RateTable;
  readonly tariffs: RateTable;
  readonly drawn: DrawnNumbers;
}

/** Capacity of a cell of a table, t/day, spread evenly over the mean year. */
export function capacityPerDay(megatonnesPerYear: number): number {
  return (megatonnesPerYear * 1_000_000) / daysPerYear;
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
  context: LinkContext,
  problems: Problem[],
): Link[] {
  const { countries, speeds, tariffs, drawn } = context;
  const [from, to] = [countries.get(row.from_node_id), countries.get(row.to_node_id)];
  if (from === undefined || to === undefined) return [];
  const place = placeAt(tree, [index, 'mode']);
  const along = (table: RateTable, field: 'travelDays' | 'costPerTonne') => {
    const rates = ratesIn(table, row.mode, [from, to], place, problems);
    return rates && numberAlong(row.length, rates, { of: 'link', index, field }, drawn);
  };
  const days = ofLink(row, index, 'travel_hours', drawn, (hours) => hours / hoursPerDay);
  const cost = ofLink(row, index, 'cost_usd_per_t', drawn, (dollars) => dollars);
  const travelDays = days ?? along(speeds, 'travelDays');
  const costPerTonne = cost ?? along(tariffs, 'costPerTonne');
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
      capacityTonnesPerDay:
        ofLink(row, index, 'capacity_mt_per_year', drawn, capacityPerDay) ?? Infinity,
      limited: row.limited === '1',
      calendar: row.calendar ?? '',
      status: row.status,
      travelDays,
      costPerTonne,
    },
  ];
}

const settable = {
  travel_hours: { field: 'travelDays', unit: 'h' },
  cost_usd_per_t: { field: 'costPerTonne', unit: 'USD/t' },
  capacity_mt_per_year: { field: 'capacityTonnesPerDay', unit: 'Mt/yr' },
} as const;

/** The number of a column, at its median; undefined when the cell is empty. */
function ofLink(
  row: LinkRow,
  index: number,
  column: keyof typeof settable,
  drawn: DrawnNumbers,
  convert: (number: number) => number,
): number | undefined {
  const written = row[column];
  if (written === undefined) return undefined;
  const { field, unit } = settable[column];
  const label = { name: `links.${row.link_id}.${column}`, unit };
  return worldNumber(written, { of: 'link', index, field }, label, drawn, convert);
}

/** Days at the mean pace (days per km), or USD/t at the mean tariff, of the countries at both ends. */
function numberAlong(
  lengthKm: number,
  rates: readonly Rate[],
  field: WorldField,
  drawn: DrawnNumbers,
): number {
  const perKm = rates.map(({ value, isSpeed }) => (isSpeed ? 1 / value : value));
  const total = lengthKm * mean(perKm);
  const factor = lengthKm / rates.length;
  const parts = rates.map(({ input, isSpeed }, end) => ({
    value: factor * perKm[end],
    term: input === undefined ? undefined : { input, factor, reciprocal: isSpeed },
  }));
  return worldSum(parts, total, field, drawn);
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
      const [message, hint] =
        row.mode === 'rail'
          ? ['a railway needs a gauge', 'write 1435, 1520 or 1676 under gauge_mm']
          : ['only rail has a gauge', 'leave gauge_mm empty'];
      problems.push(problemAt(place('gauge_mm'), 'wrong-gauge', message, hint));
    }
    if (row.limited === '1' && row.capacity_mt_per_year === undefined) {
      const message = 'a limited link needs a capacity';
      problems.push(problemAt(place('limited'), 'missing-value', message));
    }
  });
}
