import { describe, expect, test } from 'vitest';
import type { UncertainInput } from '../../src/model/uncertainty.ts';
import { drawInputs } from '../../src/replicate/draws.ts';

const uniform = (name: string, low: number, high: number): UncertainInput => ({
  name,
  unit: 'Mt/yr',
  distribution: { kind: 'uniform', low, high },
});
const triangular = (name: string): UncertainInput => ({
  name,
  unit: 'day',
  distribution: { kind: 'triangular', low: 6, mode: 12, high: 36 },
});

/** Draws of one input among several. */
function column(draws: Float64Array, input: number, inputCount: number): number[] {
  return [...draws].filter((_, index) => index % inputCount === input);
}

function variance(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.map((value) => (value - mean) ** 2);
  return squares.reduce((sum, value) => sum + value, 0) / (values.length - 1);
}

describe('draws', () => {
  test('Latin hypercube: the mean of U(8, 15) misses 11.5 by at most half a stratum', () => {
    for (const seed of ['a', 'b', 'c']) {
      const draws = [...drawInputs([uniform('D', 8, 15)], seed, 100)];
      const mean = draws.reduce((sum, value) => sum + value, 0) / 100;
      expect(Math.abs(mean - 11.5)).toBeLessThanOrEqual(0.035);
    }
  });

  test('Latin hypercube: each stratum is drawn once', () => {
    const draws = drawInputs([uniform('D', 0, 50)], 'seed', 50);
    expect([...draws].map(Math.floor).sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
  });

  test('adding inputs, or listing them in another order, leaves the other draws unchanged', () => {
    const alone = [...drawInputs([triangular('events.war.for')], 'seed', 20)];
    const among = drawInputs(
      [uniform('a', 0, 1), triangular('events.war.for'), uniform('z', 0, 1)],
      'seed',
      20,
    );
    expect(column(among, 1, 3)).toEqual(alone);
  });

  test('inputs are drawn independently of each other', () => {
    const draws = drawInputs([uniform('a', 0, 1), uniform('b', 0, 1)], 'seed', 400);
    const [a, b] = [column(draws, 0, 2), column(draws, 1, 2)];
    const covariance =
      (variance(a.map((value, index) => value + b[index])) - variance(a) - variance(b)) / 2;
    // The standard error of a correlation of 400 pairs is 0.05.
    expect(Math.abs(covariance * 12)).toBeLessThan(0.15);
  });

  test('another seed gives other draws', () => {
    const inputs = [uniform('a', 0, 1)];
    expect(drawInputs(inputs, 'one', 5)).not.toEqual(drawInputs(inputs, 'two', 5));
  });

  test('no inputs, no draws', () => {
    expect(drawInputs([], 'seed', 10)).toHaveLength(0);
  });

  test('common random numbers: 13 times less variance of a difference of shares 0.6 and 0.4', () => {
    // Y = D P. Shared D: Var(0.2 D) = 0.04 v. Independent: (0.36 + 0.16) v. Ratio 13, in the limit.
    const count = 4000;
    const shared = drawInputs([uniform('D', 8, 15)], 'seed', count);
    const other = drawInputs([uniform('D', 8, 15)], 'another seed', count);
    const paired = variance([...shared].map((demand) => 0.6 * demand - 0.4 * demand));
    const independent = variance(
      [...shared].map((demand, index) => 0.6 * demand - 0.4 * other[index]),
    );
    expect(independent / paired).toBeGreaterThan(12.4);
    expect(independent / paired).toBeLessThan(13.6);
  });
});
