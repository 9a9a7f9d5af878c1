// Arithmetic with numbers that carry units, and perhaps one uncertain factor.

import { daysPerYear } from '../model/calendar.ts';
import type { ProblemCode } from './problem-codes.ts';
import {
  combine,
  type Dimension,
  dimensionless,
  power,
  sameDimension,
  type Unit,
} from './units.ts';

/** `value / divisor` in base units: kept apart, so that 36 h is exactly 1.5 days and 7 % exactly 0.07. */
export interface Quantity {
  readonly value: number;
  readonly divisor: number;
  readonly dimension: Dimension;
  /** The uncertain input that multiplies it, if any; the value is then what it is for a draw of 1. */
  readonly input?: string | undefined;
  /** The calendar that spreads it over the months, if any. */
  readonly calendar?: string | undefined;
}

/** Why a text stands for no quantity. */
export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Characters of the text before what is wrong; undefined = the text as a whole. */
  readonly offset?: number | undefined;
}

export function fault(code: ProblemCode, message: string, hint = ''): Fault {
  return { code, message, hint };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'code' in value && 'hint' in value;
}

/** A plain number. */
export function numberQuantity(value: number): Quantity {
  return { value, divisor: 1, dimension: dimensionless };
}

/** One of a unit. */
export function unitQuantity({ multiple, divisor, dimension }: Unit): Quantity {
  return { value: multiple, divisor, dimension };
}

/** The number that a quantity is in base units, its time measured as in `target`; both must be of the same dimension. */
export function numberIn(quantity: Quantity, target: Dimension): number {
  let { value, divisor } = quantity;
  const yearsToDays = quantity.dimension.years - target.years;
  for (let count = 0; count < yearsToDays; count++) value *= daysPerYear;
  for (let count = 0; count < -yearsToDays; count++) divisor *= daysPerYear;
  return value / divisor;
}

export function multiply(a: Quantity, b: Quantity): Quantity | Fault {
  if (a.input !== undefined && b.input !== undefined) return notLinear;
  if (a.calendar !== undefined && b.calendar !== undefined) return notSeasonal;
  return {
    value: a.value * b.value,
    divisor: a.divisor * b.divisor,
    dimension: combine(a.dimension, b.dimension, 1),
    input: a.input ?? b.input,
    calendar: a.calendar ?? b.calendar,
  };
}

export function divide(a: Quantity, b: Quantity): Quantity | Fault {
  if (b.input !== undefined) return notLinear;
  if (b.calendar !== undefined) return notSeasonal;
  return {
    value: a.value * b.divisor,
    divisor: a.divisor * b.value,
    dimension: combine(a.dimension, b.dimension, -1),
    input: a.input,
    calendar: a.calendar,
  };
}

/** The sum (`sign` 1) or difference (`sign` -1) of two quantities of the same dimension. */
export function add(a: Quantity, b: Quantity, sign: 1 | -1): Quantity | Fault {
  if (!sameDimension(a.dimension, b.dimension)) return notAlike;
  if (a.input !== b.input) return notLinear;
  if (a.calendar !== b.calendar) return notSeasonal;
  const value = numberIn(a, a.dimension) + sign * numberIn(b, a.dimension);
  return { value, divisor: 1, dimension: a.dimension, input: a.input, calendar: a.calendar };
}

/** The smallest (`sign` 1) or largest (`sign` -1) of quantities of the same dimension, in the units of the first. */
export function smallest(quantities: readonly Quantity[], sign: 1 | -1): Quantity | Fault {
  const [first] = quantities;
  if (!first) return fault('wrong-formula', 'min and max need values to choose from');
  if (quantities.some(({ input }) => input !== undefined)) return notLinear;
  if (quantities.some(({ calendar }) => calendar !== undefined)) return notSeasonal;
  const { dimension } = first;
  if (!quantities.every((other) => sameDimension(dimension, other.dimension))) return notAlike;
  const values = quantities.map((quantity) => sign * numberIn(quantity, dimension));
  return { value: sign * Math.min(...values), divisor: 1, dimension };
}

const largestExponent = 1000;

/** A power with a whole exponent, by repeated multiplication: the same bits on every machine. */
export function raise(base: Quantity, exponent: Quantity): Quantity | Fault {
  if (base.input !== undefined || exponent.input !== undefined) return notLinear;
  if (base.calendar !== undefined || exponent.calendar !== undefined) return notSeasonal;
  const count = numberIn(exponent, dimensionless);
  if (!sameDimension(exponent.dimension, dimensionless) || !Number.isInteger(count)) {
    return fault('wrong-formula', 'an exponent must be a whole number without unit');
  }
  if (Math.abs(count) > largestExponent) {
    return fault('wrong-formula', `an exponent must be at most ${largestExponent}`);
  }
  const factor = numberIn(base, base.dimension);
  let product = 1;
  for (let step = 0; step < Math.abs(count); step++) product *= factor;
  const value = count < 0 ? 1 / product : product;
  return { value, divisor: 1, dimension: power(base.dimension, count) };
}

const notAlike = fault(
  'wrong-unit',
  'values of different units are added or compared',
  'give both the same unit',
);
const notLinear = fault(
  'wrong-formula',
  'an input may only be multiplied or divided by numbers',
  'such as `0.3 * russia-india`',
);
const notSeasonal = fault(
  'wrong-formula',
  'a volume may be multiplied by one calendar, and by nothing else that has one',
  'such as `12 Mt/yr * harvest(month)`',
);
