// Tells whether two values of a file say the same, perhaps in other words.

import { plainQuantity } from './plain-quantity.ts';
import { numberIn } from './quantity.ts';
import { sameTree, type Tree } from './tree.ts';
import { sameDimension } from './units.ts';

/** True for what is written alike, and for plain numbers and quantities that are equal: `2 days` and `48 h`, `24` and `24.0`. */
export function sameValue(a: Tree, b: Tree): boolean {
  if (sameTree(a, b)) return true;
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return false;
  const [first, second] = [String(a.value), String(b.value)];
  if (isNumber(first) && isNumber(second)) return Number(first) === Number(second);
  const [one, other] = [plainQuantity(first), plainQuantity(second)];
  if (!one || !other || !sameDimension(one.dimension, other.dimension)) return false;
  if (one.dimension.percent !== other.dimension.percent) return false;
  return numberIn(one, one.dimension) === numberIn(other, one.dimension);
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
