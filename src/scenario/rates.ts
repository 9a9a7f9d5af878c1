// Looks up speeds, tariffs and transfers, and reports those that a network needs and does not find.

import type * as z from 'zod';
import { type Calendar, weekdays } from '../model/calendars.ts';
import { type Mode, modes, type Transfer } from '../model/network.ts';
import { kindLabel, kinds } from './kinds.ts';
import { declared, isKnown, type Names } from './names.ts';
import { nearestHint } from './nearest.ts';
import type { Place } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Reading } from './read-tree.ts';
import type { UncertainNumber } from './schema-fields.ts';
import { gauges } from './schema-network.ts';
import type { ratesSchema } from './schema-rates.ts';
import { placeAt, treeAt } from './tree.ts';
import { type DrawnNumbers, medianOf, pushOnce, worldNumber } from './uncertain.ts';

type RatesReading = Reading<z.output<typeof ratesSchema>>;

/** A speed, km/day, or a tariff, USD/t/km. */
export interface Rate {
  readonly isSpeed: boolean;
  /** At its median. */
  readonly value: number;
  /** The input that it is drawn from; undefined = it is certain. */
  readonly input: string | undefined;
}

/** Speeds or tariffs. */
export interface RateTable {
  readonly what: 'speed' | 'tariff';
  /** By mode and country, `rail KAZ`; by the mode alone for all countries without a row. */
  readonly rates: ReadonlyMap<string, Rate>;
  /** Keys that have been reported missing: each is reported once. */
  readonly reported: Set<string>;
}

/** Table of the speeds; rows that stand twice and unknown countries are problems. */
export function speedTable(
  reading: RatesReading,
  names: Names,
  drawn: DrawnNumbers,
  problems: Problem[],
): RateTable {
  const rows = reading.value.speeds.map((row) => ({ ...row, rate: row.speed }));
  return {
    what: 'speed',
    rates: rateMap(rows, 'speeds', reading, names, drawn, problems),
    reported: new Set(),
  };
}

/** Table of the tariffs; rows that stand twice and unknown countries are problems. */
export function tariffTable(
  reading: RatesReading,
  names: Names,
  drawn: DrawnNumbers,
  problems: Problem[],
): RateTable {
  const rows = reading.value.tariffs.map((row) => ({ ...row, rate: row.tariff }));
  return {
    what: 'tariff',
    rates: rateMap(rows, 'tariffs', reading, names, drawn, problems),
    reported: new Set(),
  };
}

/** The rate of a mode in each country; undefined, and a problem at the place, when one has none. */
export function ratesIn(
  table: RateTable,
  mode: Mode,
  countries: readonly string[],
  place: Place,
  problems: Problem[],
): Rate[] | undefined {
  const found = countries.map(
    (country) => table.rates.get(`${mode} ${country}`) ?? table.rates.get(mode),
  );
  countries.forEach((country, index) => {
    const key = `${mode} ${country}`;
    if (found[index] !== undefined || table.reported.has(key)) return;
    table.reported.add(key);
    const message = `there is no ${table.what} for ${mode} in ${country}`;
    problems.push(problemAt(place, `missing-${table.what}`, message, 'add a row to rates.yaml'));
  });
  return found.every((rate) => rate !== undefined) ? found : undefined;
}

/** The transfers; unknown carriers, and pairs that stand twice, are problems. */
export function transferList(
  { value, tree }: RatesReading,
  drawn: DrawnNumbers,
  problems: Problem[],
): Transfer[] {
  const carriers: string[] = [...modes, ...gauges.map((gauge) => `rail-${gauge}`)];
  const pairs = new Set<string>();
  return value.transfers.map(({ between, time, cost }, row) => {
    between.forEach((carrier, index) => {
      if (carriers.includes(carrier)) return;
      const place = placeAt(tree, ['transfers', row, 'between', index]);
      const hint = nearestHint(carrier, carriers);
      problems.push(problemAt(place, 'unknown-carrier', `"${carrier}" is no carrier`, hint));
    });
    const pair = [...between].sort().join(' and ');
    if (pairs.has(pair)) {
      const place = placeAt(tree, ['transfers', row, 'between']);
      const message = `there is already a row for ${pair}`;
      problems.push(problemAt(place, 'duplicate-rate', message));
    }
    pairs.add(pair);
    const number = (written: UncertainNumber, key: 'time' | 'cost') => {
      const field = key === 'time' ? 'days' : 'costPerTonne';
      const unit = kindLabel(key === 'time' ? kinds.duration : kinds.cost);
      const name = `rates.transfers.${between.join('-')}.${key}`;
      return worldNumber(written, { of: 'transfer', index: row, field }, { name, unit }, drawn);
    };
    return { between, days: number(time, 'time'), costPerTonne: number(cost, 'cost') };
  });
}

interface RateRow {
  readonly mode: Mode;
  readonly country?: string | undefined;
  readonly rate: UncertainNumber;
}

function rateMap(
  rows: readonly RateRow[],
  list: 'speeds' | 'tariffs',
  { tree }: RatesReading,
  names: Names,
  drawn: DrawnNumbers,
  problems: Problem[],
): ReadonlyMap<string, Rate> {
  const rates = new Map<string, Rate>();
  rows.forEach(({ mode, country, rate }, index) => {
    const place = placeAt(tree, [list, index, country === undefined ? 'mode' : 'country']);
    if (country !== undefined) isKnown(names.countries, country, 'country', place, problems);
    const key = country === undefined ? mode : `${mode} ${country}`;
    if (rates.has(key)) {
      problems.push(problemAt(place, 'duplicate-rate', `there is already a row for ${key}`));
    }
    rates.set(key, rateOf(rate, list, key.replace(' ', '-'), drawn));
  });
  return rates;
}

/** The calendars; ids that stand twice, hours that do not rise and years without work are problems. */
export function calendarList({ value, tree }: RatesReading, problems: Problem[]): Calendar[] {
  declared(treeAt(tree, ['calendars']), 'id', 'calendar', problems);
  return value.calendars.map(({ id, hours, weekdays: open, months }, index) => {
    const report = (key: string, message: string) =>
      problems.push(problemAt(placeAt(tree, ['calendars', index, key]), 'out-of-range', message));
    if (hours[0] >= hours[1]) report('hours', 'the working day ends before it begins');
    if (months.every((factor) => factor === 0)) report('months', 'there is no work in any month');
    const openWeekdays = weekdays.map((weekday) => open.includes(weekday));
    return { id, openHours: hours, openWeekdays, monthFactors: months };
  });
}

/** A rate; one that is uncertain becomes an input named `rates.speeds.rail-KAZ.speed` and the like. */
function rateOf(
  written: UncertainNumber,
  list: 'speeds' | 'tariffs',
  row: string,
  drawn: DrawnNumbers,
): Rate {
  const isSpeed = list === 'speeds';
  if (typeof written === 'number') return { isSpeed, value: written, input: undefined };
  const name = `rates.${list}.${row}.${isSpeed ? 'speed' : 'tariff'}`;
  const unit = kindLabel(isSpeed ? kinds.speed : kinds.tariff);
  pushOnce({ name, unit, distribution: written }, drawn.inputs);
  return { isSpeed, value: medianOf(written), input: name };
}
