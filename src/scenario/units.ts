// The units that a file may use, and what they measure.

import { daysPerYear } from '../model/calendar.ts';

/**
 * Exponents of the base units. Days and calendar years are kept apart, so that tonnes a year stay
 * exact; `percent` counts percent signs and measures nothing.
 */
export interface Dimension {
  readonly tonnes: number;
  readonly dollars: number;
  readonly kilometres: number;
  readonly days: number;
  readonly years: number;
  readonly percent: number;
}

/** A unit: `multiple / divisor` of its base unit, in two parts so that 36 h is exactly 1.5 days. */
export interface Unit {
  readonly dimension: Dimension;
  readonly multiple: number;
  readonly divisor: number;
}

/** A plain number. */
export const dimensionless: Dimension = {
  tonnes: 0,
  dollars: 0,
  kilometres: 0,
  days: 0,
  years: 0,
  percent: 0,
};

/** Name of the percent sign in a formula that has been made ready for parsing. */
export const percentName = '$percent';

const month = unit('days', daysPerYear, 12);

/** Every unit by the name it has in a file. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ['kg', unit('tonnes', 1, 1000)],
  ['t', unit('tonnes')],
  ['kt', unit('tonnes', 1000)],
  ['Mt', unit('tonnes', 1_000_000)],
  ['USD', unit('dollars')],
  ['km', unit('kilometres')],
  ['h', unit('days', 1, 24)],
  ['d', unit('days')],
  ['day', unit('days')],
  ['days', unit('days')],
  ['week', unit('days', 7)],
  ['weeks', unit('days', 7)],
  ['month', month],
  ['months', month],
  ['yr', unit('years')],
  ['years', unit('years')],
  [percentName, unit('percent', 1, 100)],
]);

/** What to write instead of names that people try. */
export const unitAdvice: ReadonlyMap<string, string> = new Map([
  ['MT', 'write Mt for megatonne'],
  ['mt', 'write Mt for megatonne'],
  ['T', 'write t for tonne'],
  ['KT', 'write kt for kilotonne'],
  ['ton', 'write t for tonne'],
  ['tons', 'write t for tonne'],
  ['tonne', 'write t for tonne'],
  ['tonnes', 'write t for tonne'],
  ['hour', 'write h for hour'],
  ['hours', 'write h for hour'],
  ['hr', 'write h for hour'],
  ['wk', 'write weeks'],
  ['w', 'write weeks'],
  ['mo', 'write months'],
  ['y', 'write yr for year'],
  ['a', 'write yr for year'],
  ['usd', 'write USD'],
  ['EUR', 'write amounts of money in USD'],
]);

/** The exponents of a product (`sign` 1) or of a quotient (`sign` -1). */
export function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  return mapExponents((base) => a[base] + sign * b[base]);
}

/** The exponents of a power. */
export function power(dimension: Dimension, exponent: number): Dimension {
  // Adding 0 turns -0 into 0.
  return mapExponents((base) => dimension[base] * exponent + 0);
}

/** True when one can be converted into the other: a month into years, but not tonnes into tonnes a year. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return (
    a.tonnes === b.tonnes &&
    a.dollars === b.dollars &&
    a.kilometres === b.kilometres &&
    a.days + a.years === b.days + b.years
  );
}

/** `tonnes per year`, `a plain number`, `a percentage`. */
export function describeDimension(dimension: Dimension): string {
  if (measures(dimension)) return quotient(dimension, 'many', 'one', ' times ', ' per ');
  return dimension.percent === 0 ? 'a plain number' : 'a percentage';
}

/** `t/yr`; `1` for a plain number or a percentage. */
export function dimensionLabel(dimension: Dimension): string {
  return quotient(dimension, 'symbol', 'symbol', '·', '/');
}

const words = {
  tonnes: { many: 'tonnes', one: 'tonne', symbol: 't' },
  dollars: { many: 'dollars', one: 'dollar', symbol: 'USD' },
  kilometres: { many: 'kilometres', one: 'kilometre', symbol: 'km' },
  days: { many: 'days', one: 'day', symbol: 'day' },
  years: { many: 'years', one: 'year', symbol: 'yr' },
};
const measuringUnits = Object.keys(words) as (keyof typeof words)[];

function measures(dimension: Dimension): boolean {
  return measuringUnits.some((base) => dimension[base] !== 0);
}

function quotient(
  dimension: Dimension,
  above: 'many' | 'symbol',
  below: 'one' | 'symbol',
  times: string,
  per: string,
): string {
  const top = measuringUnits.filter((base) => dimension[base] > 0);
  const bottom = measuringUnits.filter((base) => dimension[base] < 0);
  const factors = top.map((base) => raised(words[base][above], dimension[base]));
  const divisors = bottom.map((base) => raised(words[base][below], -dimension[base]));
  return [factors.join(times) || '1', ...divisors].join(per);
}

function raised(word: string, exponent: number): string {
  return exponent === 1 ? word : `${word}^${exponent}`;
}

function unit(base: keyof Dimension, multiple = 1, divisor = 1): Unit {
  return { dimension: { ...dimensionless, [base]: 1 }, multiple, divisor };
}

function mapExponents(exponent: (base: keyof Dimension) => number): Dimension {
  return {
    tonnes: exponent('tonnes'),
    dollars: exponent('dollars'),
    kilometres: exponent('kilometres'),
    days: exponent('days'),
    years: exponent('years'),
    percent: exponent('percent'),
  };
}
