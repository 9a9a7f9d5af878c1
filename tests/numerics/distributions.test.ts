import { describe, expect, test } from 'vitest';
import { betaProbability, betaQuantile, logGamma } from '../../src/numerics/beta.ts';
import {
  type Distribution,
  pertQuantile,
  quantileOf,
  triangularQuantile,
  uniformQuantile,
} from '../../src/numerics/distributions.ts';
import { normalProbability } from '../../src/numerics/normal.ts';

/** Mean and standard deviation by the midpoints of many strata. */
function moments(distribution: Distribution, count = 20_000) {
  const values = Array.from({ length: count }, (_, stratum) =>
    quantileOf(distribution, (stratum + 0.5) / count),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, sd: Math.sqrt(variance) };
}

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

  test('beta: the shapes 3 and 3 give the polynomial x³ (10 - 15 x + 6 x²)', () => {
    for (const x of [0.01, 0.2, 0.5, 0.77, 0.999]) {
      expect(betaProbability(x, 3, 3)).toBeCloseTo(x ** 3 * (10 - 15 * x + 6 * x * x), 13);
    }
  });

  test('beta: the shapes 1 and 5 give 1 - (1 - x)⁵, turned round in closed form', () => {
    for (const probability of [0, 1e-6, 0.3, 0.9, 1]) {
      expect(betaQuantile(probability, 1, 5)).toBeCloseTo(1 - (1 - probability) ** (1 / 5), 13);
    }
  });

  test('ln Γ: factorials, and Γ(1/2) = √π', () => {
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 13);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
  });

  test('PERT: the mean is (low + 4 mode + high) / 6, the middle of a symmetric one its mode', () => {
    // Variance of the beta distribution: a b / ((a + b)² (a + b + 1)); a 1.8, b 4.2, width 30.
    const { mean, sd } = moments({ kind: 'pert', low: 6, mode: 12, high: 36 }, 4000);
    expect(mean).toBeCloseTo((6 + 48 + 36) / 6, 3);
    expect(sd).toBeCloseTo(30 * Math.sqrt((1.8 * 4.2) / (36 * 7)), 2);
    expect(pertQuantile(0, 5, 10, 0.5)).toBeCloseTo(5, 12);
    expect(pertQuantile(3, 3, 3, 0.4)).toBe(3);
  });

  test('normal: the published quantile, moved and stretched', () => {
    const normal = { kind: 'normal', mean: 30, standardDeviation: 5 } as const;
    const quantile = quantileOf({ ...normal, low: -Infinity, high: Infinity }, 0.975);
    expect(quantile).toBeCloseTo(30 + 5 * 1.9599639845400545, 12);
  });

  test('truncated normal: (Φ(x) - Φ(a)) / (Φ(b) - Φ(a)) is the probability, far out too', () => {
    for (const [low, high] of [
      [20, 33],
      [70, 90],
      [-30, -10],
    ]) {
      for (const probability of [0.001, 0.5, 0.999]) {
        const x = quantileOf(
          { kind: 'normal', mean: 30, standardDeviation: 5, low, high },
          probability,
        );
        // By the tails above where these are the small ones: Φ(b) - Φ(a) = Φ(-a) - Φ(-b).
        const side = low > 30 ? -1 : 1;
        const below = (value: number) => normalProbability((side * (value - 30)) / 5);
        const share = (below(x) - below(low)) / (below(high) - below(low));
        expect(share).toBeCloseTo(probability, 9);
      }
    }
  });

  test('truncated normal: the ends are never passed', () => {
    const cut = { kind: 'normal', mean: 0, standardDeviation: 1, low: -1, high: 0.5 } as const;
    const ends = [quantileOf(cut, 0), quantileOf(cut, 1)];
    expect(ends[0]).toBeCloseTo(-1, 12);
    expect(ends[1]).toBeCloseTo(0.5, 12);
    expect(ends[0] >= -1 && ends[1] <= 0.5).toBe(true);
  });

  test('lognormal: mean and standard deviation are those of the quantity itself', () => {
    const { mean, sd } = moments({
      kind: 'lognormal',
      mean: 10,
      standardDeviation: 4,
      low: 0,
      high: Infinity,
    });
    expect(mean).toBeCloseTo(10, 2);
    expect(sd).toBeCloseTo(4, 1);
  });

  test('lognormal: the median is mean / √(1 + (sd/mean)²)', () => {
    const distribution = { kind: 'lognormal', mean: 10, standardDeviation: 4 } as const;
    expect(quantileOf({ ...distribution, low: 0, high: Infinity }, 0.5)).toBeCloseTo(
      10 / Math.sqrt(1.16),
      12,
    );
    expect(quantileOf({ ...distribution, low: 5, high: 12 }, 1)).toBe(12);
  });

  test('discrete: each value for as long as its probability lasts', () => {
    const coin = { kind: 'discrete', values: [3, 12], probabilities: [0.7, 0.3] } as const;
    const at = (probability: number) => quantileOf({ ...coin, low: 3, high: 12 }, probability);
    expect([0, 0.69, 0.7, 0.99, 1].map(at)).toEqual([3, 3, 12, 12, 12]);
  });
});
