import { describe, expect, test } from 'vitest';
import { compareOutcomes } from '../../src/compare/outcomes.ts';
import { pairedProbability, welchProbability } from '../../src/compare/sampling-error.ts';
import { createTableBuilder } from '../../src/results/table-builder.ts';

describe('sampling error', () => {
  test('samples alike in spread and size: the degrees of freedom are those of both together', () => {
    // n = 5 each, sd 1: s² / n = 0.2 twice, t = 2 / sqrt(0.4) = 3.1623; degrees 0.16 / (2 · 0.04 / 4) = 8.
    // t(8) = 3.3554 at 1 %, 2.8965 at 2 %: the chance lies between.
    const probability = welchProbability(
      { mean: 1, sd: 1, count: 5 },
      { mean: 3, sd: 1, count: 5 },
    );
    expect(probability).toBeGreaterThan(0.01);
    expect(probability).toBeLessThan(0.02);
  });

  test('at the table value of t the chance is that of the table', () => {
    // t(8) at 5 % is 2.306004135; a distance of t · sqrt(0.4) gives it.
    const distance = 2.306004135 * Math.sqrt(0.4);
    expect(
      welchProbability({ mean: 0, sd: 1, count: 5 }, { mean: distance, sd: 1, count: 5 }),
    ).toBeCloseTo(0.05, 8);
  });

  test('pairs: a shift that is the same in every replication is no chance, whatever the spread', () => {
    const before = Float64Array.of(1, 50, 900);
    expect(
      pairedProbability(
        before,
        before.map((value) => value + 1),
      ),
    ).toBe(0);
    expect(pairedProbability(before, before.slice())).toBe(1);
    // Differences 1, 2, 3: mean 2, sd 1, t = 2 · sqrt(3) = 3.4641 with 2 degrees: 1 - t / sqrt(2 + t²) = 0.07418.
    const after = Float64Array.of(2, 52, 903);
    expect(pairedProbability(before, after)).toBeCloseTo(0.0741799, 6);
  });

  test('a single replication decides nothing', () => {
    expect(pairedProbability(Float64Array.of(1), Float64Array.of(2))).toBeNaN();
    expect(
      welchProbability({ mean: 0, sd: NaN, count: 1 }, { mean: 1, sd: NaN, count: 1 }),
    ).toBeNaN();
  });
});

describe('outcomes of two experiments', () => {
  const table = (draws: number[], outcomes: number[]) => {
    const builder = createTableBuilder('experiments', [
      'scenario',
      'replication',
      'input.x',
      'outcome.y',
    ]);
    draws.forEach((draw, row) => {
      builder.add(['baseline', String(row)], [draw, outcomes[row]]);
    });
    return builder.build();
  };
  const draws = [1, 2, 3, 4, 5, 6];
  const outcomes = [10, 200, 30, 400, 50, 600];

  test('on the same draws a small steady shift is found', () => {
    const shifted = outcomes.map((value, row) => value + 1 + 0.01 * (row % 2));
    const comparison = compareOutcomes(table(draws, outcomes), table(draws, shifted));
    expect(comparison.paired).toBe(true);
    expect(comparison.differences).toMatchObject([{ row: 'baseline y', kind: 'changed' }]);
  });

  test('on other draws the same shift is lost in the spread', () => {
    const shifted = outcomes.map((value) => value + 1);
    const comparison = compareOutcomes(table(draws, outcomes), table([6, 5, 4, 3, 2, 1], shifted));
    expect([comparison.paired, comparison.differenceCount]).toEqual([false, 0]);
  });
});
