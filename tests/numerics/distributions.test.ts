import { describe, expect, test } from 'vitest';
import { triangularQuantile, uniformQuantile } from '../../src/numerics/distributions.ts';

describe('quantile functions', () => {
  test('uniform: linear from low to high', () => {
    expect(uniformQuantile(8, 15, 0)).toBe(8);
    expect(uniformQuantile(8, 15, 0.5)).toBe(11.5);
    expect(uniformQuantile(8, 15, 1)).toBe(15);
  });

  test('triangular: the distribution function of the quantile is the probability', () => {
    // F(x) = (x - a)² / ((b - a)(m - a)) below the mode, 1 - (b - x)² / ((b - a)(b - m)) above; a 6, m 12, b 36.
    for (const probability of [0, 0.01, 0.2, 0.5, 0.99, 1]) {
      const x = triangularQuantile(6, 12, 36, probability);
      const below = x <= 12 ? (x - 6) ** 2 / (30 * 6) : 1 - (36 - x) ** 2 / (30 * 24);
      expect(below).toBeCloseTo(probability, 12);
    }
    expect(triangularQuantile(6, 12, 36, 0.2)).toBeCloseTo(12, 12);
  });

  test('triangular: the mode may lie on either end, and the range may be empty', () => {
    expect(triangularQuantile(0, 0, 1, 0.75)).toBe(0.5);
    expect(triangularQuantile(0, 1, 1, 0.25)).toBe(0.5);
    expect(triangularQuantile(3, 3, 3, 0.4)).toBe(3);
  });
});
