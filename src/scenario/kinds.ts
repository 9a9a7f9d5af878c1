// The kinds of number that a file holds: what each measures, and how its text becomes a number.

import { evaluate, type Scope } from './formula.ts';
import { parseFormula } from './formula-text.ts';
import { plainQuantity } from './plain-quantity.ts';
import { type Fault, fault, isFault, numberIn, type Quantity } from './quantity.ts';
import {
  type Dimension,
  describeDimension,
  dimensionLabel,
  dimensionless,
  sameDimension,
} from './units.ts';

/** What a field measures. */
export interface Kind {
  /** Its numbers are in these base units; for a share, 1 = 100 %. */
  readonly dimension: Dimension;
  /** As in a file, for messages. */
  readonly example: string;
}

export const kinds = {
  mass: kind({ tonnes: 1 }, '0.4 Mt'),
  volume: kind({ tonnes: 1, years: -1 }, '0.4 Mt/yr'),
  duration: kind({ days: 1 }, '30 days'),
  speed: kind({ kilometres: 1, days: -1 }, '40 km/h'),
  cost: kind({ dollars: 1, tonnes: -1 }, '6 USD/t'),
  tariff: kind({ dollars: 1, tonnes: -1, kilometres: -1 }, '0.025 USD/t/km'),
  valueOfTime: kind({ dollars: 1, tonnes: -1, days: -1 }, '15 USD/t/day'),
  length: kind({ kilometres: 1 }, '647 km'),
  choiceScale: kind({ tonnes: 1, dollars: -1 }, '0.05 t/USD'),
  share: kind({ percent: 1 }, '5 %'),
};

const noInputs: Scope = { year: undefined, inputs: new Map(), calendars: new Set() };

/** `expected tonnes per year, such as 0.4 Mt/yr`. */
export function expectation({ dimension, example }: Kind): string {
  return `expected ${describeDimension(dimension)}, such as \`${example}\``;
}

/** `t/yr`: the unit that the numbers of a kind are in. */
export function kindLabel(kindOfField: Kind): string {
  return dimensionLabel(kindOfField.dimension);
}

/** The number that a text such as `36 h` stands for, in the units of its kind. */
export function parseNumber(text: string, kindOfField: Kind): number | Fault {
  const quantity = plainQuantity(text) ?? formulaValue(text);
  return isFault(quantity) ? quantity : numberOfKind(quantity, kindOfField);
}

/** The number that a quantity is in the units of a kind, when it is of that kind. */
export function numberOfKind(quantity: Quantity, { dimension, example }: Kind): number | Fault {
  const isShare = dimension.percent !== 0;
  const alike = sameDimension(quantity.dimension, dimension);
  if (!alike || (isShare && quantity.dimension.percent === 0)) {
    const [expected, got] = [dimension, quantity.dimension].map(describeDimension);
    return fault('wrong-unit', `expected ${expected}, got ${got}`, `such as \`${example}\``);
  }
  const number = numberIn(quantity, dimension);
  return Number.isFinite(number) ? number : fault('wrong-formula', 'this divides by zero');
}

/** What a unit alone, such as `Mt/yr`, stands for; an empty text is the unit of plain numbers. */
export function parseUnit(text: string): Quantity | Fault {
  if (/\d/.test(text.replace(/\^-?\d+/g, ''))) {
    return fault('wrong-unit', `"${text}" is not a unit alone`, 'such as `Mt/yr`');
  }
  const one = `1 ${text}`;
  return plainQuantity(one) ?? formulaValue(one);
}

function formulaValue(text: string): Quantity | Fault {
  const formula = parseFormula(text, []);
  return isFault(formula) ? formula : evaluate(formula, noInputs);
}

function kind(exponents: Partial<Dimension>, example: string): Kind {
  return { dimension: { ...dimensionless, ...exponents }, example };
}
