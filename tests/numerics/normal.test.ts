import { describe, expect, test } from 'vitest';
import { normalProbability, normalQuantile } from '../../src/numerics/normal.ts';

describe('normal distribution', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.9599639845400545],
    [0.95, 1.6448536269514722],
    [0.8413447460685429, 1],
    [1e-5, -4.264890793922825],
    [1e-20, -9.262340089798409],
  ])('the quantile of %d is %d, as published', (probability, value) => {
    expect(normalQuantile(probability)).toBeCloseTo(value, 14);
  });

  test.each([
    // Abramowitz and Stegun, table 26.1: P(1) and P(2); table 26.2: -log10 Q(5) = 6.54265.
    [1, 0.841344746068543],
    [2, 0.97724986805182],
    [-5, 2.8665157187919e-7],
    [-10, 7.61985302416e-24],
  ])('P(Z < %d) is %d, as published', (x, probability) => {
    expect(normalProbability(x) / probability).toBeCloseTo(1, 12);
  });

  test('the quantile turns the distribution function round, where two formulas meet too', () => {
    for (const x of [-8, -5.1, -3.0000001, -3, -2.9999999, -1.439531, -1.3, 0, 0.7, 2, 3]) {
      expect(normalQuantile(normalProbability(x))).toBeCloseTo(x, 12);
    }
  });

  test('nothing lies beyond the ends', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1)]).toEqual([
      -Infinity,
      Infinity,
      NaN,
    ]);
    expect([normalProbability(-Infinity), normalProbability(Infinity)]).toEqual([0, 1]);
  });
});
