// Expectations as a file writes them.

import { describe, expect, test } from 'vitest';
import { scenarioOf } from './study.ts';

const one = (text: string) =>
  scenarioOf('closure.yaml', ['closure.yaml', '{ corridor: southern, change: rises }', text])
    .expectations[0];

describe('expectations', () => {
  test('a change of sign, over the whole horizon, with 95 %', () => {
    expect(one('{ corridor: northern, change: falls }')).toEqual({
      of: 'corridor',
      id: 'northern',
      measure: 'change',
      expected: 'falls',
      atLeast: -Infinity,
      atMost: -Number.MIN_VALUE,
      months: undefined,
      confidence: 0.95,
    });
  });

  test.each([
    [
      '{ corridor: northern, change: { at_least: -0.5 Mt, at_most: -0.1 Mt }, period: 2026 }',
      {
        measure: 'change',
        expected: 'at least -0.5 Mt, at most -0.1 Mt',
        atLeast: -5e5,
        atMost: -1e5,
        months: ['2026-01', '2026-12'],
      },
    ],
    [
      '{ flow: grain, change: { at_most: -20 % }, confidence: 90 % }',
      { of: 'flow', measure: 'relative change', atMost: -0.2, confidence: 0.9 },
    ],
    [
      '{ corridor: southern, share: { at_least: 10 %, at_most: 40 % }, period: 2026-03 }',
      { measure: 'share', atLeast: 0.1, atMost: 0.4, months: ['2026-03', '2026-03'] },
    ],
    [
      '{ crossing: NOR, wait: { at_least: 36 h }, period: [2026-03, 2026-06] }',
      { of: 'crossing', measure: 'wait', atLeast: 1.5, months: ['2026-03', '2026-06'] },
    ],
    ['{ crossing: L3, wait: rises }', { measure: 'change of wait', atLeast: Number.MIN_VALUE }],
    ['{ country: RUS, change: falls }', { of: 'country', id: 'RUS', measure: 'change' }],
    ['{ corridor: no-ship, change: rises }', { id: 'no-ship' }],
  ])('%s', (text, expected) => {
    expect(one(text)).toMatchObject(expected);
  });
});
