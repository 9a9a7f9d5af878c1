import { describe, expect, test } from 'vitest';
import {
  bytesHeld,
  createSampleStore,
  createSamples,
  exactBytes,
  setSample,
  summaryOf,
} from '../../src/results/samples.ts';

/** Rows that are: always zero; the replication; zero but for every fourth; NaN in the first three; constant. */
const formulas = [
  () => 0,
  (replication: number) => replication,
  (replication: number) => (replication % 4 === 3 ? 300 - replication : 0),
  (replication: number) => (replication < 3 ? NaN : replication),
  () => 0.1,
];

function record(replications: number, budgetBytes: number) {
  const store = createSampleStore(replications, budgetBytes);
  const samples = createSamples(store, formulas.length);
  const later = createSamples(store, 1);
  for (let replication = 0; replication < replications; replication++) {
    formulas.forEach((value, row) => {
      setSample(samples, row, replication, value(replication));
    });
    // Begins late, so that the store has values to turn into sketches when it needs room for these.
    setSample(later, 0, replication, replication < 50 ? 0 : replication);
  }
  return { store, rows: [...formulas.keys()].map((row) => summaryOf(samples, row)), later };
}

describe('samples', () => {
  test('are sketched where the values would be beyond the budget, with the same statistics', () => {
    const exact = record(200, Infinity);
    // A block is 64 rows by 200 replications by 8 bytes = 102,400 bytes: room for one, not for the second.
    const sketched = record(200, 120_000);
    expect(exact.store.isExact).toBe(true);
    expect(sketched.store.isExact).toBe(false);
    for (const [row, summary] of sketched.rows.entries()) {
      const expected = exact.rows[row];
      expect(summary === undefined).toBe(expected === undefined);
      if (!summary || !expected) continue;
      for (const key of ['mean', 'sd', 'least', 'most'] as const)
        expect(summary[key], `${row} ${key}`).toBeCloseTo(expected[key], 10);
      const bound = (2 / 255) * (expected.most - expected.least);
      for (const key of ['p05', 'p50', 'p95'] as const)
        expect(Math.abs(summary[key] - expected[key]), key).toBeLessThanOrEqual(bound);
    }
    // (50 + ... + 199) / 200 = 93.375
    expect(summaryOf(sketched.later, 0)!.mean).toBeCloseTo(93.375, 12);
    expect(summaryOf(exact.later, 0)!.mean).toBeCloseTo(93.375, 12);
  });

  test('hold what they say: values up to the budget, then a kilobyte a row', () => {
    expect(bytesHeld(record(200, Infinity).store)).toBe(2 * 64 * 200 * 8);
    // Four rows that are not always zero, and the late one.
    expect(bytesHeld(record(200, 120_000).store)).toBe(5 * 1024);
    expect(bytesHeld(record(10_000, exactBytes).store)).toBe(2 * 64 * 10_000 * 8);
    expect(bytesHeld(record(10_000, 0).store)).toBe(5 * 1024);
  });

  test('of up to 128 replications are exact, whatever they take', () => {
    expect(record(128, 0).store.isExact).toBe(true);
  });

  test('of a thousand rows and 10,000 replications take a kilobyte a row', () => {
    const store = createSampleStore(10_000, 10 ** 7);
    const samples = createSamples(store, 1000);
    for (const replication of [0, 1, 2])
      for (let row = 0; row < 1000; row++) setSample(samples, row, replication, row + 1);
    expect(bytesHeld(store)).toBe(1000 * 1024);
  });
});
