// exp and log agree with the platform's to the last bits, and are exact where the answer is.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, log } from '../../src/numerics/elementary.ts';

test('exp: within 1e-15 of the platform over the whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
    }),
    { seed: 1, numRuns: 5000 },
  );
});

test('log: within 1e-15 of the platform over the whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-320, max: 1e300, noNaN: true }), (x) => {
      const expected = Math.log(x);
      expect(Math.abs(log(x) - expected)).toBeLessThanOrEqual(
        1e-15 * Math.max(1, Math.abs(expected)),
      );
    }),
    { seed: 1, numRuns: 5000 },
  );
});

test('exp and log: exact at the ends of their range', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-Infinity)).toBe(0);
  expect(exp(-1e6)).toBe(0);
  expect(exp(1e6)).toBe(Infinity);
  expect(exp(Infinity)).toBe(Infinity);
  expect(exp(Number.NaN)).toBeNaN();
  expect(exp(-744)).toBeCloseTo(Math.exp(-744), 322);
  expect(log(0)).toBe(-Infinity);
  expect(log(1)).toBe(0);
  expect(log(2)).toBe(Math.LN2);
  expect(log(Infinity)).toBe(Infinity);
  expect(log(-1)).toBeNaN();
});
