// Gives the uncertain numbers of a scenario their names.

import type {
  Amount,
  Distribution,
  DrawnTerm,
  DrawnValue,
  UncertainInput,
  WorldField,
} from '../model/uncertainty.ts';
import { quantileOf } from '../numerics/distributions.ts';

/** Collects the uncertain inputs of a scenario, in the order in which they are met. */
export type InputList = UncertainInput[];

/** Collects the numbers of the world that replications draw, and the inputs that they are made of. */
export interface DrawnNumbers {
  readonly inputs: InputList;
  readonly values: DrawnValue[];
}

/** Name of an input, and the unit that its draws are in. */
export interface InputLabel {
  readonly name: string;
  readonly unit: string;
}

/**
 * The amount that a field stands for. A distribution becomes an input named after its place.
 * @param unit unit of the draws, for reports
 */
export function amountOf(
  written: number | Distribution,
  name: string,
  unit: string,
  inputs: InputList,
): Amount {
  if (typeof written === 'number') return written;
  inputs.push({ name, unit, distribution: written });
  return { input: name };
}

/** Adds an input that is drawn once a replication; gives its name. */
export function pushOnce(input: UncertainInput, inputs: InputList): string[] {
  inputs.push(input);
  return [input.name];
}

/** Adds an input for each calendar year, `demand.grain.volume.2026` and so on; gives their names. */
export function pushYearly(
  input: UncertainInput,
  years: readonly number[],
  inputs: InputList,
): string[] {
  return years.flatMap((year) => pushOnce({ ...input, name: `${input.name}.${year}` }, inputs));
}

/**
 * The number that stands in a world: what was written, or the median of its distribution, which each replication
 * replaces by its draw.
 * @param convert turns what was written into the unit of the world, in proportion
 */
export function worldNumber(
  written: number | Distribution,
  field: WorldField,
  { name, unit }: InputLabel,
  drawn: DrawnNumbers,
  convert: (number: number) => number = (number) => number,
): number {
  if (typeof written === 'number') return convert(written);
  drawn.inputs.push({ name, unit, distribution: written });
  const term = { input: name, factor: convert(1), reciprocal: false };
  drawn.values.push({ field, constant: 0, terms: [term] });
  return convert(medianOf(written));
}

/** A part of a number: a constant, or something that is drawn. */
export interface Part {
  /** At the median. */
  readonly value: number;
  /** What the draw adds to the number; undefined = the part is certain. */
  readonly term?: DrawnTerm | undefined;
}

/** Notes a number that is the sum of its parts, when one of them is drawn; gives its value at the medians. */
export function worldSum(
  parts: readonly Part[],
  total: number,
  field: WorldField,
  drawn: DrawnNumbers,
): number {
  const terms = parts.flatMap(({ term }) => term ?? []);
  if (terms.length === 0) return total;
  const constant = parts.reduce((sum, { value, term }) => (term ? sum : sum + value), 0);
  drawn.values.push({ field, constant, terms });
  return total;
}

/** The value that a draw falls below as often as above. */
export function medianOf(written: number | Distribution): number {
  return typeof written === 'number' ? written : quantileOf(written, 0.5);
}

/** The smallest value that a field can take. */
export function lowest(written: number | Distribution): number {
  return typeof written === 'number' ? written : written.low;
}

/** The largest value that a field can take. */
export function highest(written: number | Distribution): number {
  return typeof written === 'number' ? written : written.high;
}
