// Works out what a flow's volume is in each calendar year.

import { evaluate } from './formula.ts';
import { parseFormula } from './formula-text.ts';
import { kinds, numberOfKind } from './kinds.ts';
import { type Fault, fault, isFault } from './quantity.ts';
import type { Dimension } from './units.ts';

/** The volume of a flow, year by year. */
export interface Volume {
  /** Id of the shared input that multiplies it; undefined = it is certain. */
  readonly input: string | undefined;
  /** Tonnes a year, or what they are for a draw of 1 [years]. */
  readonly values: readonly number[];
}

/**
 * Reads a volume such as `12 Mt/yr * 1.03^(year - 2026)` or `0.3 * russia-south-asia`. Undefined when it
 * names an input that has problems of its own.
 */
export function readVolume(
  text: string,
  years: readonly number[],
  shared: ReadonlyMap<string, Dimension | undefined>,
): Volume | Fault | undefined {
  const formula = parseFormula(text, [...shared.keys()]);
  if (isFault(formula)) return formula;
  const inputs = new Map<string, Dimension>();
  for (const id of formula.ids.values()) {
    const dimension = shared.get(id);
    if (!dimension) return undefined;
    inputs.set(id, dimension);
  }
  const changes = /\byear\b/.test(text);
  const values: number[] = [];
  let input: string | undefined;
  for (const year of changes ? years : years.slice(0, 1)) {
    const quantity = evaluate(formula, { year, inputs, calendars: new Set() });
    if (isFault(quantity)) return quantity;
    const value = numberOfKind(quantity, kinds.volume);
    if (isFault(value)) return value;
    if (value < 0) return fault('out-of-range', changes ? `less than 0 in ${year}` : 'less than 0');
    input = quantity.input;
    values.push(value);
  }
  return { input, values: changes ? values : years.map(() => values[0]) };
}
