import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToSketch,
  addZeros,
  createSketch,
  extremesOf,
  sketchBytes,
  summariseSketch,
} from '../../src/numerics/sketch.ts';
import { type Summary, summarise } from '../../src/numerics/summary.ts';

const count = 5000;
const numbers = (of: (index: number) => number) =>
  Float64Array.from({ length: count }, (_, index) => of(index));
/** Equal steps over 0 to 1 in an order that jumps about: 5000 and 1733 have no factor in common. */
const jumping = (index: number) => ((index * 1733) % count) / count;

function sketchOf(values: Iterable<number>) {
  const sketch = createSketch();
  for (const value of values) addToSketch(sketch, value);
  return sketch;
}

function quantilesOf({ p05, p50, p95 }: Summary): number[] {
  return [p05, p50, p95];
}

/** The bound that is stated: 2 / 255 of the distance between the smallest and the largest value, or 2^-40 of the largest. */
function boundOf(values: Float64Array): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Math.max((2 / 255) * (high - low), 2 ** -40 * Math.max(Math.abs(low), Math.abs(high)));
}

function expectWithinBound(values: Float64Array) {
  const sketched = summariseSketch(sketchOf(values));
  const exact = summarise(values);
  quantilesOf(sketched).forEach((quantile, index) => {
    expect(Math.abs(quantile - quantilesOf(exact)[index])).toBeLessThanOrEqual(boundOf(values));
  });
  const spread = Math.max(...values.map(Math.abs));
  expect(Math.abs(sketched.mean - exact.mean)).toBeLessThanOrEqual(1e-14 * spread);
  expect(Math.abs(sketched.sd - exact.sd)).toBeLessThanOrEqual(1e-11 * spread);
}

describe('a sketch', () => {
  test.each<[string, (index: number) => number]>([
    ['sorted', (index) => index],
    ['reversed', (index) => count - index],
    ['in jumps', jumping],
    ['negative and positive', (index) => jumping(index) - 0.7],
    // Pareto with exponent 1: the largest value is 5000 times the smallest.
    ['with a heavy tail', (index) => 1 / (1 - jumping(index))],
    ['with a heavy tail on both sides', (index) => 1 / (jumping(index) - 0.50001)],
    ['far from zero and close together', (index) => 1e12 + jumping(index)],
    ['growing by powers of two', (index) => 2 ** (index % 60) * (index % 2 === 0 ? 1 : -1)],
    ['two atoms', (index) => (index % 10 === 0 ? 3 : 7)],
    ['zero now and then', (index) => (index % 3 === 0 ? 0 : jumping(index) + 1)],
  ])('keeps its quantiles within the bound: %s', (_, of) => {
    expectWithinBound(numbers(of));
  });

  test('within the bound whatever the values', () => {
    const value = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 129, maxLength: 400 }), (values) =>
        expectWithinBound(Float64Array.from(values)),
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  test('of up to 128 values is exact, in mean, deviation and quantiles', () => {
    // 1 to 100 in jumps: mean 50.5, sd = sqrt(100 * 101 / 12), quantiles 1 + 99 p.
    const values = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
    const summary = summariseSketch(sketchOf(values));
    expect(summary.mean).toBe(50.5);
    expect(summary.sd).toBeCloseTo(Math.sqrt((100 * 101) / 12), 12);
    expect(summary.p05).toBeCloseTo(5.95, 12);
    expect(summary.p50).toBe(50.5);
    expect(summary.p95).toBeCloseTo(95.05, 12);
  });

  test('of a constant gives exactly that number', () => {
    const summary = summariseSketch(sketchOf(numbers(() => 0.1)));
    expect(summary.mean).toBe(0.1);
    expect(quantilesOf(summary)).toEqual([0.1, 0.1, 0.1]);
    expect(summary.sd).toBeLessThan(1e-15);
  });

  test('keeps zeros apart: a quantile among them is zero', () => {
    // 60 % zeros, the rest from 5 to 6: p05 and p50 are zero, p95 lies among the rest.
    const summary = summariseSketch(
      sketchOf(numbers((index) => (index % 5 < 3 ? 0 : 5 + jumping(index)))),
    );
    expect([summary.p05, summary.p50]).toEqual([0, 0]);
    expect(summary.p95).toBeGreaterThan(5);
    // 60 % negative ones: the zeros stand above them.
    const below = summariseSketch(
      sketchOf(numbers((index) => (index % 5 < 3 ? -5 - jumping(index) : 0))),
    );
    expect(below.p95).toBe(0);
    expect(below.p50).toBeLessThan(-5);
  });

  test('meets the quantiles of known distributions', () => {
    // The middle of each of 5000 strata. Exponential: -ln(1 - p); the range is -ln(1e-4) = 9.2, the bound 0.072.
    const exponential = numbers((index) => -Math.log(1 - (jumping(index) + 0.5 / count)));
    const summary = summariseSketch(sketchOf(exponential));
    expect(Math.abs(summary.p05 - 0.0513)).toBeLessThan(0.073);
    expect(Math.abs(summary.p50 - Math.LN2)).toBeLessThan(0.073);
    expect(Math.abs(summary.p95 - 2.9957)).toBeLessThan(0.073);
  });

  test('has the same quantiles in any order of the values', () => {
    const values = numbers((index) => 1 / (1 - jumping(index)) - 3);
    const orders = [values, values.toSorted(), values.toReversed(), values.toSorted().reverse()];
    const [first, ...others] = orders.map((order) => quantilesOf(summariseSketch(sketchOf(order))));
    for (const other of others) expect(other).toEqual(first);
  });

  test('takes many zeros at once as it takes them one by one', () => {
    const [atOnce, oneByOne] = [sketchOf([4, -2]), sketchOf([4, -2])];
    addZeros(atOnce, 1000);
    for (let index = 0; index < 1000; index++) addToSketch(oneByOne, 0);
    const [a, b] = [summariseSketch(atOnce), summariseSketch(oneByOne)];
    expect(a.mean).toBeCloseTo(b.mean, 15);
    expect(a.sd).toBeCloseTo(b.sd, 13);
    expect(quantilesOf(a)).toEqual(quantilesOf(b));
    expect(extremesOf(atOnce)).toEqual({ least: -2, most: 4 });
  });

  test('passes NaN over, and of nothing knows nothing', () => {
    expect(summariseSketch(sketchOf([NaN, 3, NaN])).mean).toBe(3);
    expect(summariseSketch(sketchOf([NaN])).mean).toBeNaN();
    expect(extremesOf(sketchOf([NaN])).most).toBeNaN();
  });

  test('holds a kilobyte, however many values it has, and nothing for zeros', () => {
    expect(sketchBytes(sketchOf(numbers(jumping)))).toBe(1024);
    expect(sketchBytes(sketchOf([0, 0, NaN]))).toBe(0);
  });
});
