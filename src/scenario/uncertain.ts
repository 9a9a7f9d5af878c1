// Gives the uncertain numbers of a scenario their names.

import type { Amount, Distribution, UncertainInput } from '../model/uncertainty.ts';

/** Collects the uncertain inputs of a scenario, in the order in which they are met. */
export type InputList = UncertainInput[];

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

/** The smallest value that a field can take. */
export function lowest(written: number | Distribution): number {
  return typeof written === 'number' ? written : written.low;
}

/** The largest value that a field can take. */
export function highest(written: number | Distribution): number {
  return typeof written === 'number' ? written : written.high;
}
