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
      { corridor: 'north', change: 'falls', measured: { ...measured, mean: -1e6 }, met: 'yes' },
      { corridor: 'south', change: 'rises', measured, met: 'no' },
      { corridor: 'sea', change: 'rises', measured: zeroEstimate, met: 'no' },
      { corridor: 'sea', change: 'rises', measured: { ...noEstimate, mean: 40 }, met: 'undecided' },
    ],
  };

  test('a line each: the verdict, what was expected, what came out with its interval', () => {
    expect(expectationLines(view)).toEqual([
      'met       north falls: -1.00 Mt (-1.20 to -0.70)',
      'not met   south rises: -0.95 Mt (-1.20 to -0.70)',
      'not met   sea rises: no change in any replication',
      'undecided sea rises: +40 t (one replication has no interval)',
    ]);
  });

  test('unmet ones name their scenario, since nothing stands above them', () => {
    const { name } = summary.scenarios[1];
    expect(unmetLines(view)).toEqual([
      `not met   ${name}: south rises: -0.95 Mt (-1.20 to -0.70)`,
      `not met   ${name}: sea rises: no change in any replication`,
    ]);
  });
});
