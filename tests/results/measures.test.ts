// What expectations measure, on results made by hand.

import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../src/model/scenario.ts';
import { judge } from '../../src/results/expectations.ts';
import { measureOf } from '../../src/results/measures.ts';
import { smallModel } from '../diversion/small-model.ts';
import { resultOf } from './hand-made.ts';

const model = smallModel({
  corridors: ['north', 'south'],
  cellCorridors: [[0, 1]],
  months: ['2025-11', '2025-12', '2026-01'],
  stepMonths: [0, 0, 1, 2],
  posts: ['P'],
});
// Tonnes by month: north, south, not shipped.
const before = resultOf(model, {
  corridorTonnes: [6, 2, 1, 4, 0, 1, 5, 5, 0],
  cellDemand: [14, 10],
  cellNotShipped: [2, 0],
  postTonnes: [6, 4, 5],
});
const after = resultOf(model, {
  corridorTonnes: [3, 5, 1, 2, 1, 2, 5, 5, 0],
  cellDemand: [14, 10],
  cellNotShipped: [3, 0],
  postTonnes: [3, 2, 5],
  postWaits: [6, 8, 0],
});

const expectation = (fields: Partial<Expectation>): Expectation => ({
  of: 'corridor',
  id: 'north',
  measure: 'change',
  expected: '',
  atLeast: -Infinity,
  atMost: Infinity,
  months: undefined,
  confidence: 0.95,
  ...fields,
});
const measured = (fields: Partial<Expectation>) =>
  measureOf(
    expectation(fields),
    { model, result: after, flows: ['coal'] },
    { model, result: before, flows: ['coal'] },
  );

describe('measures', () => {
  test.each([
    ['change over the horizon: 10 - 15', {}, -5],
    ['change in a month', { months: ['2025-12', '2025-12'] }, -2],
    ['as a part: 10 / 15 - 1', { measure: 'relative change' }, -1 / 3],
    ['of what is not shipped: 3 - 2', { id: 'no-ship' }, 1],
    ['share in two months: 5 of 11', { measure: 'share', months: ['2025-11', '2025-12'] }, 5 / 11],
    ['change of share: 10/21 - 15/22', { measure: 'change of share' }, 10 / 21 - 15 / 22],
    ['passing a crossing: 10 - 15', { of: 'crossing', id: 'P' }, -5],
    ['wait: (6 + 8) / 10 days', { of: 'crossing', id: 'P', measure: 'wait' }, 1.4],
    ['change of wait, none before', { of: 'crossing', id: 'P', measure: 'change of wait' }, 1.4],
    ['of a flow: 21 - 22', { of: 'flow', id: 'coal' }, -1],
    [
      'part of a flow in a year: 11 of 14',
      { of: 'flow', id: 'coal', measure: 'share', months: ['2025-01', '2025-12'] },
      11 / 14,
    ],
  ] as const)('%s', (_, fields, value) => {
    expect(measured(fields)).toBeCloseTo(value, 12);
  });
});

describe('verdicts', () => {
  // Mean 2, sd 1, n = 3: t(2) = 4.303 at 95 %, 2.920 at 90 %; half widths 2.48 and 1.69.
  const samples = Float64Array.of(1, 2, 3);
  const verdict = (fields: Partial<Expectation>, values = samples) =>
    judge('x', expectation(fields), values).met;

  test('the whole interval must lie within the limits', () => {
    expect(verdict({ atLeast: -0.49, atMost: 4.49 })).toBe('yes');
    expect(verdict({ atLeast: -0.47 })).toBe('no');
    expect(verdict({ atMost: 4.47 })).toBe('no');
  });

  test('a lower confidence has a shorter interval', () => {
    expect(verdict({ atLeast: 0.3, confidence: 0.9 })).toBe('yes');
    expect(verdict({ atLeast: 0.32, confidence: 0.9 })).toBe('no');
  });

  test('one replication decides nothing; nothing to measure is not met', () => {
    expect(verdict({}, Float64Array.of(5))).toBe('undecided');
    expect(verdict({}, Float64Array.of(NaN, NaN))).toBe('no');
  });
});
