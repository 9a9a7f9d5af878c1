import { describe, expect, test } from 'vitest';
import { centralProbability, studentFactor95 } from '../../src/numerics/student.ts';
import { quantile, sampleMean, summarise } from '../../src/numerics/summary.ts';

describe('Student interval', () => {
  test('factors agree with the tables', () => {
    expect(studentFactor95(1)).toBeCloseTo(12.706204736, 9);
    expect(studentFactor95(2)).toBeCloseTo(4.30265273, 8);
    expect(studentFactor95(9)).toBeCloseTo(2.262157163, 9);
    expect(studentFactor95(99)).toBeCloseTo(1.984216952, 9);
  });

  test('many degrees of freedom come near the normal factor 1.959963985', () => {
    // Cornish-Fisher: t = z + (z³ + z) / (4 n) + …; (1.96³ + 1.96) / 4 = 2.3723 over 100 000.
    expect(studentFactor95(100_000)).toBeCloseTo(1.9599639845 + 2.3723e-5, 8);
  });

  test('one degree of freedom is the Cauchy distribution: half of it within 1', () => {
    expect(centralProbability(1, 1)).toBeCloseTo(0.5, 14);
  });
});

describe('summary', () => {
  test('worked by hand: 1 2 3 4', () => {
    // Mean 2.5; squares 2.25 + 0.25 + 0.25 + 2.25 = 5, sd = sqrt(5/3); t(3) = 3.182446305, half width t sd / 2.
    // Type 7: position 3 p, so p05 = 1.15, p50 = 2.5, p95 = 3.85.
    const summary = summarise(Float64Array.from([4, 1, 3, 2]));
    expect(summary.mean).toBe(2.5);
    expect(summary.sd).toBeCloseTo(Math.sqrt(5 / 3), 15);
    expect(summary.ciLow).toBeCloseTo(2.5 - (3.182446305 * Math.sqrt(5 / 3)) / 2, 8);
    expect(summary.ciHigh).toBeCloseTo(2.5 + (3.182446305 * Math.sqrt(5 / 3)) / 2, 8);
    expect(summary.p05).toBeCloseTo(1.15, 14);
    expect(summary.p50).toBe(2.5);
    expect(summary.p95).toBeCloseTo(3.85, 14);
  });

  test('equal values have exactly that mean and no spread', () => {
    const summary = summarise(new Float64Array(7).fill(0.1));
    expect(summary).toEqual({
      mean: 0.1,
      sd: 0,
      ciLow: 0.1,
      ciHigh: 0.1,
      p05: 0.1,
      p50: 0.1,
      p95: 0.1,
      least: 0.1,
      most: 0.1,
    });
  });

  test('few values and many are put in order alike', () => {
    // 0 … n - 1 in steps that visit every one: the quantile q is q (n - 1).
    for (const count of [19, 47, 49, 199]) {
      const values = Float64Array.from({ length: count }, (_, index) => (index * 5) % count);
      const { p05, p50, p95, least, most } = summarise(values);
      for (const [value, share] of [
        [p05, 0.05],
        [p50, 0.5],
        [p95, 0.95],
      ])
        expect(value, `${count}`).toBeCloseTo(share * (count - 1), 10);
      expect([least, most]).toEqual([0, count - 1]);
      expect(values[1]).toBe(5);
    }
  });

  test('one value has no interval', () => {
    const { mean, sd, ciLow, ciHigh, p50 } = summarise(Float64Array.from([5]));
    expect([mean, sd, ciLow, ciHigh, p50]).toEqual([5, NaN, NaN, NaN, 5]);
  });

  test('NaN is no value', () => {
    expect(summarise(Float64Array.from([NaN, 2, NaN, 4])).mean).toBe(3);
    expect(summarise(Float64Array.from([NaN])).mean).toBeNaN();
    expect(summarise(Float64Array.from([NaN])).p95).toBeNaN();
    expect(summarise(Float64Array.from([NaN, 2, NaN, 4])).least).toBe(2);
    expect(summarise(Float64Array.from([NaN])).most).toBeNaN();
  });

  test('rounding does not build up in a long sample', () => {
    // The nearest doubles of 0.1 and 0.3, half and half.
    const values = Float64Array.from({ length: 100_000 }, (_, index) => (index % 2 ? 0.3 : 0.1));
    expect(Math.abs(sampleMean(values) - 0.2)).toBeLessThan(3e-17);
  });

  test('the outer quantiles are the extremes', () => {
    expect(quantile(Float64Array.from([1, 9]), 0)).toBe(1);
    expect(quantile(Float64Array.from([1, 9]), 1)).toBe(9);
  });
});
