// What the report reads from the tables.

import { describe, expect, it } from 'vitest';
import { delayedSentence, findings } from '../../src/report/findings.ts';
import { viewScenario } from '../../src/report/scenario-view.ts';
import { estimateOf, selectRows } from '../../src/report/select.ts';
import { awkwardName, emptyResults, smallResults, summary } from './fixture.ts';

const closure = summary.scenarios[1];
const nothing = summary.scenarios[2];

describe('select', () => {
  it('finds rows by all conditions, in the order of the table', () => {
    const rows = selectRows(smallResults(), 'corridors', 'port-closure', {
      corridor: 'sea',
      variable: 'change',
    });
    expect(rows.map((row) => row.text.period).slice(-3)).toEqual(['2025', '2026', 'all']);
    expect(estimateOf(rows.at(-1))).toEqual({
      mean: 750_000,
      lower: 600_000,
      upper: 900_000,
      p05: 450_000,
      p95: 1_050_000,
    });
  });

  it('finds nothing for a table, scenario or column that is not there', () => {
    expect(selectRows(smallResults(), 'corridors', 'absent', {})).toEqual([]);
    expect(selectRows(smallResults(), 'absent', 'port-closure', {})).toEqual([]);
    expect(selectRows(smallResults(), 'corridors', 'port-closure', { absent: 'x' })).toEqual([]);
    expect(estimateOf(undefined).mean).toBeNaN();
  });
});

describe('scenario view', () => {
  const view = viewScenario(smallResults(), closure);

  it('tells only events that the baseline does not have', () => {
    const [event] = closure.events;
    const other = { ...event, id: 'other' };
    const scenarios = [
      { ...summary.scenarios[0], events: [event] },
      { ...closure, events: [event, other] },
    ];
    const results = { ...smallResults(), summary: { ...summary, scenarios } };
    expect(viewScenario(results, scenarios[1]).events).toEqual([other]);
  });

  it('orders corridors from the largest loss to the largest gain, what is not shipped apart', () => {
    expect(view.corridors.map(({ id }) => id)).toEqual(['south', 'north', 'sea']);
    expect(view.notShipped.change.mean).toBe(100_000);
  });

  it('takes the transfers over the whole horizon without what stayed, largest first', () => {
    expect(view.transfers.map(({ to, tonnes }) => [to, tonnes.mean])).toEqual([
      ['sea', 750_000],
      ['north', 400_000],
      ['no-ship', 100_000],
    ]);
  });

  it('measures each transfer against all that its loser lost', () => {
    // 750 + 400 + 100 kt leave the south: 0.6, 0.32 and 0.08 of 1,250 kt.
    const shares = view.transfers.map(({ shareOfLoss }) => shareOfLoss);
    expect(shares).toEqual([0.6, 0.32, 0.08]);
  });

  it('keeps delayed tonnes apart from the transfers', () => {
    expect(view.delayed.mean).toBe(30_000);
    expect(delayedSentence(view)).toBe(
      'At the end 30.0 kt more wait or are under way than in the baseline (95 % interval 24.0 to 36.0 kt).',
    );
  });

  it('looks at the year in which most tonnes move', () => {
    expect(view.focusYear).toBe('2026');
  });

  it('shows each post in the month in which its queue exceeds the baseline most', () => {
    expect(view.posts).toHaveLength(1);
    const [post] = view.posts;
    expect([post.month, post.longest.mean, post.baselineLongest.mean, post.wait.mean]).toEqual([
      '2025-08',
      45_000,
      0,
      12.5,
    ]);
  });
});

describe('findings', () => {
  it('name the biggest loser, the biggest gainer and the tonnes not shipped', () => {
    expect(findings(summary, viewScenario(smallResults(), closure))).toEqual([
      `${awkwardName} loses most: 1.25 Mt over 2025–2026 (95 % interval 1.00 to 1.50 Mt), 63 % of its baseline; Sea takes 60 % of what leaves it.`,
      `Sea gains most: 750 kt over 2025–2026 (95 % interval 600 to 900 kt), 63 % of its baseline; all of what it takes comes from ${awkwardName}.`,
      '100 kt more is not shipped than in the baseline over 2025–2026 (95 % interval 80 to 120 kt).',
    ]);
  });

  it('say so when nothing moves', () => {
    expect(findings(summary, viewScenario(smallResults(), nothing))).toEqual([
      'No corridor gains or loses a tonne against the baseline.',
      'What is not shipped stays as in the baseline.',
    ]);
  });

  it('claim nothing when there are no numbers', () => {
    expect(findings(summary, viewScenario(emptyResults(), closure))).toEqual([
      'The tables hold no changes of corridors.',
      'How much is not shipped is not known.',
    ]);
  });
});
