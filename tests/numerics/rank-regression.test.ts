import { describe, expect, test } from 'vitest';
import { rankCorrelation, rankRegression } from '../../src/numerics/rank-regression.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('regression on ranks', () => {
  test('two inputs, by the normal equations', () => {
    // Ranks less 2: x1 = -2 -1 0 1 2, x2 = 0 -1 2 1 -2, y = -1 -2 2 1 0.
    // x1·x1 = x2·x2 = y·y = 10; x1·x2 = 1 + 1 - 4 = -2; x1·y = 2 + 2 + 1 = 5; x2·y = 2 + 4 + 1 = 7.
    // [10 -2; -2 10] b = [5 7] gives b1 = (50 + 14) / 96 = 2/3, b2 = (70 + 10) / 96 = 5/6; R² = (5 b1 + 7 b2) / 10 = 11/12.
    const { coefficients, rSquared } = rankRegression(
      [of(1, 2, 3, 40, 500), of(0.3, 0.2, 0.9, 0.5, 0.1)],
      of(-7, -90, 8, 5, 0),
    );
    expect(coefficients[0]).toBeCloseTo(2 / 3, 12);
    expect(coefficients[1]).toBeCloseTo(5 / 6, 12);
    expect(rSquared).toBeCloseTo(11 / 12, 12);
  });

  test('only the order counts: an increasing function of an input is explained wholly', () => {
    const input = of(3, 1, 4, 1.5, 9, 2.6);
    const outcome = input.map((value) => value * value * value);
    const { coefficients, rSquared } = rankRegression([input], outcome);
    expect(coefficients[0]).toBeCloseTo(1, 12);
    expect(rSquared).toBeCloseTo(1, 12);
    expect(
      rankCorrelation(
        input,
        outcome.map((value) => -value),
      ),
    ).toBeCloseTo(-1, 12);
  });

  test('equal values share their mean rank', () => {
    // Ranks less 1.5: x = -1.5 0 0 1.5, y = -1.5 -0.5 0.5 1.5; r = 4.5 / sqrt(4.5 * 5).
    expect(rankCorrelation(of(1, 2, 2, 3), of(1, 2, 3, 4))).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  test('too few replications, or inputs that move together, give no value', () => {
    const inputs = [of(1, 2, 3), of(2, 1, 3)];
    expect(rankRegression(inputs, of(3, 1, 2)).rSquared).toBeNaN();
    const twice = [of(1, 2, 3, 4, 5), of(2, 4, 6, 8, 10)];
    expect(rankRegression(twice, of(3, 1, 2, 5, 4)).coefficients).toEqual(of(NaN, NaN));
  });
});
