import { describe, expect, test } from 'vitest';
import { expectationLines, unmetLines } from '../../src/cli/run-summary.ts';
import { viewScenario } from '../../src/report/scenario-view.ts';
import { noEstimate, zeroEstimate } from '../../src/report/select.ts';
import { smallResults, summary } from '../report/fixture.ts';

describe('expectations at the end of a run', () => {
  const measured = { ...zeroEstimate, mean: -950_000, lower: -1_204_000, upper: -700_000 };
  const view = {
    ...viewScenario(smallResults(), summary.scenarios[1]),
    expectations: [
      {
        subject: 'north',
        expected: 'change falls',
        unit: 't',
        measured: { ...measured, mean: -1e6 },
        met: 'yes',
      },
      { subject: 'south', expected: 'change rises', unit: 't', measured, met: 'no' },
      { subject: 'sea', expected: 'change rises', unit: 't', measured: zeroEstimate, met: 'no' },
      {
        subject: 'sea',
        expected: 'change rises',
        unit: 't',
        measured: { ...noEstimate, mean: 40 },
        met: 'undecided',
      },
    ],
  };

  test('a line each: the verdict, what was expected, what came out with its interval', () => {
    expect(expectationLines(view)).toEqual([
      'met       north: change falls: -1.00 Mt (-1.20 to -0.70)',
      'not met   south: change rises: -0.95 Mt (-1.20 to -0.70)',
      'not met   sea: change rises: no change in any replication',
      'undecided sea: change rises: +40 t (one replication has no interval)',
    ]);
  });

  test('unmet ones name their scenario, since nothing stands above them', () => {
    const { name } = summary.scenarios[1];
    expect(unmetLines(view)).toEqual([
      `not met   ${name}: south: change rises: -0.95 Mt (-1.20 to -0.70)`,
      `not met   ${name}: sea: change rises: no change in any replication`,
    ]);
  });
});
