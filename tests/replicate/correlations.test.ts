// Rank correlations between inputs, and plain Monte Carlo.

import { describe, expect, test } from 'vitest';
import type { Sampling, UncertainInput } from '../../src/model/uncertainty.ts';
import {
  choleskyFactor,
  correlationFactor,
  normalCorrelation,
} from '../../src/numerics/correlation.ts';
import { drawInputs } from '../../src/replicate/draws.ts';

const uniform = (name: string): UncertainInput => ({
  name,
  unit: '1',
  distribution: { kind: 'uniform', low: 0, high: 1 },
});
const skew = (name: string): UncertainInput => ({
  name,
  unit: 'day',
  distribution: { kind: 'lognormal', mean: 10, standardDeviation: 8, low: 0, high: Infinity },
});

function sampling(
  rank: number,
  method: Sampling['method'] = 'latin-hypercube',
  between: readonly [string, string] = ['a', 'b'],
): Sampling {
  return { method, correlatedInputs: between, correlations: [{ between, rank }] };
}

/** Draws of each input. */
function columns(inputs: readonly UncertainInput[], count: number, how?: Sampling): number[][] {
  const draws = drawInputs(inputs, 'seed', count, how);
  return inputs.map((_, input) => [...draws].filter((_, at) => at % inputs.length === input));
}

/** Spearman's rank correlation: 1 - 6 Σ d² / (n (n² - 1)). */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = [...values.keys()].sort((i, j) => values[i] - values[j]);
    return values.map((_, index) => order.indexOf(index));
  };
  const [ra, rb] = [ranks(a), ranks(b)];
  const squares = ra.reduce((sum, rank, index) => sum + (rank - rb[index]) ** 2, 0);
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));
}

describe('correlated inputs', () => {
  test('2 sin(π/12) for a rank correlation of 1/2, 1 for 1', () => {
    expect(normalCorrelation(0.5)).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15);
    expect(normalCorrelation(-1)).toBeCloseTo(-1, 15);
  });

  test('the Cholesky factor of a textbook matrix', () => {
    // [[4, 2], [2, 5]] = L Lᵀ with L = [[2, 0], [1, 2]].
    expect(
      choleskyFactor([
        [4, 2],
        [2, 5],
      ]),
    ).toEqual([[2], [1, 2]]);
  });

  test('correlations that contradict each other have no factor', () => {
    // a with b and with c, but b against c: the determinant 1 + 2 (0.9)² (-0.9) - 3 (0.9)² is below 0.
    const pair = (first: string, second: string, rank: number) =>
      ({ between: [first, second], rank }) as const;
    const correlations = [pair('a', 'b', 0.9), pair('a', 'c', 0.9), pair('b', 'c', -0.9)];
    expect(correlationFactor(['a', 'b', 'c'], correlations)).toBeUndefined();
  });

  test.each([0.8, 0.3, -0.6])('Latin hypercube: %d is met closely by 20 draws already', (rank) => {
    // Plain draws would miss it by 1/√19 = 0.23 in the mean.
    const [a, b] = columns([uniform('a'), skew('b')], 20, sampling(rank));
    expect(Math.abs(rankCorrelation(a, b) - rank)).toBeLessThan(0.1);
  });

  test('each stratum is still drawn once', () => {
    const [, b] = columns([uniform('a'), uniform('b')], 40, sampling(0.7));
    expect(b.map((value) => Math.floor(value * 40)).sort((x, y) => x - y)).toEqual([
      ...Array(40).keys(),
    ]);
  });

  test('the input that comes first keeps its draws, and so do all without a correlation', () => {
    const inputs = [uniform('a'), uniform('b'), uniform('c')];
    const alone = columns(inputs, 30);
    const together = columns(inputs, 30, sampling(0.9));
    expect(together[0]).toEqual(alone[0]);
    expect(together[2]).toEqual(alone[2]);
    expect(together[1]).not.toEqual(alone[1]);
  });

  test('what a scenario correlates leaves the draws of the baseline as they are', () => {
    const inputs = ['a', 'b', 'c', 'new'].map(uniform);
    const pairs = [{ between: ['a', 'b'], rank: 0.5 }] as const;
    const base: Sampling = {
      method: 'latin-hypercube',
      correlatedInputs: ['a', 'b'],
      correlations: pairs,
    };
    const scenario: Sampling = {
      ...base,
      correlatedInputs: ['a', 'b', 'c', 'new'],
      correlations: [
        ...pairs,
        { between: ['new', 'c'], rank: 0.6 },
        { between: ['new', 'b'], rank: -0.4 },
      ],
    };
    const [before, after] = [columns(inputs, 25, base), columns(inputs, 25, scenario)];
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(rankCorrelation(after[3], after[2])).toBeCloseTo(0.6, 0);
  });

  test('plain Monte Carlo: the rank correlation of many draws, and no draw hangs on their number', () => {
    const inputs = [uniform('a'), uniform('b')];
    const many = columns(inputs, 1500, sampling(0.5, 'monte-carlo'));
    const few = columns(inputs, 10, sampling(0.5, 'monte-carlo'));
    // Standard error of a rank correlation of 1500 pairs: below 0.026.
    expect(Math.abs(rankCorrelation(many[0], many[1]) - 0.5)).toBeLessThan(0.06);
    expect(many.map((column) => column.slice(0, 10))).toEqual(few);
  });

  test('plain Monte Carlo does not fill strata', () => {
    const how: Sampling = { method: 'monte-carlo', correlatedInputs: [], correlations: [] };
    const [a] = columns([uniform('a')], 50, how);
    expect(new Set(a.map((value) => Math.floor(value * 50))).size).toBeLessThan(45);
  });
});
