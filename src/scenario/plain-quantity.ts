// Reads plain quantities such as `36 h` or `0.035 USD/t/km`, most of what a study says, without the parser of formulas.

import {
  divide,
  isFault,
  multiply,
  numberQuantity,
  type Quantity,
  unitQuantity,
} from './quantity.ts';
import { percentName, units } from './units.ts';

const pattern = /^ *(-?\d+(?:\.\d+)?) *(%|[A-Za-z]+)((?:\/[A-Za-z]+)*) *$/;

/** A number with a unit, as a formula of the same text gives it; undefined for all other texts. */
export function plainQuantity(text: string): Quantity | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [, number, first, divisors] = parts;
  const names = [first === '%' ? percentName : first, ...divisors.split('/').slice(1)];
  let quantity = numberQuantity(Number(number));
  for (const [index, name] of names.entries()) {
    const unit = units.get(name);
    if (!unit) return undefined;
    const combined = (index === 0 ? multiply : divide)(quantity, unitQuantity(unit));
    if (isFault(combined)) return undefined;
    quantity = combined;
  }
  return quantity;
}
