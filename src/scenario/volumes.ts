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
  /** Id of the calendar that spreads it over the months; undefined = none is named. */
  readonly calendar: string | undefined;
}

/**
 * Reads a volume such as `12 Mt/yr * 1.03^(year - 2026) * harvest(month)` or `0.3 * russia-south-asia`. Undefined when
 * it names an input that has problems of its own.
 */
export function readVolume(
  text: string,
  years: readonly number[],
  shared: ReadonlyMap<string, Dimension | undefined>,
  calendars: ReadonlySet<string> = new Set(),
): Volume | Fault | undefined {
  const formula = parseFormula(text, [...shared.keys(), ...calendars]);
  if (isFault(formula)) return formula;
  const inputs = new Map<string, Dimension>();
  for (const id of formula.ids.values()) {
    if (!shared.has(id)) continue;
    const dimension = shared.get(id);
    if (!dimension) return undefined;
    inputs.set(id, dimension);
  }
  const changes = /\byear\b/.test(text);
  const values: number[] = [];
  let named: Pick<Volume, 'input' | 'calendar'> = { input: undefined, calendar: undefined };
  for (const year of changes ? years : years.slice(0, 1)) {
    const quantity = evaluate(formula, { year, inputs, calendars });
    if (isFault(quantity)) return quantity;
    const value = numberOfKind(quantity, kinds.volume);
    if (isFault(value)) return value;
    if (value < 0) return fault('out-of-range', changes ? `less than 0 in ${year}` : 'less than 0');
    named = { input: quantity.input, calendar: quantity.calendar };
    values.push(value);
  }
  return { ...named, values: changes ? values : years.map(() => values[0]) };
}
