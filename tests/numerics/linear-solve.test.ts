// The inverse of small matrices.

import { expect, test } from 'vitest';
import { inverse } from '../../src/numerics/linear-solve.ts';

test('an inverse, with rows that must change places', () => {
  // [[0, 2], [4, 1]] has determinant -8 and inverse [[-1/8, 1/4], [1/2, 0]].
  expect([...inverse(Float64Array.from([0, 2, 4, 1]), 2)!]).toEqual([-0.125, 0.25, 0.5, 0]);
});

test('a singular matrix has none', () => {
  expect(inverse(Float64Array.from([1, 2, 2, 4]), 2)).toBeUndefined();
});
