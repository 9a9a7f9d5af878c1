// The pages that are made from a results folder: the index of scenarios and the headline of the study.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { barChart } from '../../docs/pages/bars.ts';
import { headline, withHeadline } from '../../docs/pages/headline.ts';
import { indexPage } from '../../docs/pages/index-page.ts';
import { inputsHash } from '../../docs/pages/inputs-hash.ts';
import { type Row, tonnesText } from '../../docs/pages/results-rows.ts';
import { studyFileNames } from '../../src/scenario/study-files.ts';

const row = (keys: Record<string, string>, mean: number): Row => ({
  keys,
  mean,
  p05: mean / 2,
  p95: mean * 2,
});

const scenarios = [
  { name: 'baseline', title: 'No shocks', description: '' },
  { name: 'closed', title: 'A way is closed', description: '' },
];

describe('the index', () => {
  const change = (corridor: string, mean: number) => row({ scenario: 'closed', corridor }, mean);
  const expectation = (corridor: string, met: string) =>
    row(
      {
        scenario: 'closed',
        of: 'corridor',
        id: corridor,
        measure: 'change',
        expected: 'rises',
        met,
        ci_low: '-20000',
        ci_high: '10000',
      },
      -5000,
    );
  const page = indexPage({
    scenarios,
    replications: 7,
    corridorNames: new Map(),
    changes: [change('a', -3e6), change('b', 2e6), change('c', 5e4), change('no-ship', 9.5e5)],
    expectations: [expectation('b', 'yes'), expectation('c', 'no')],
    hash: 'abc',
  });

  test('names who loses and who gains most, apart from what is not shipped', () => {
    expect(page).toContain(
      '| [closed](trans-afghan/closed.yaml) | A way is closed | a −3.00 Mt | b +2.00 Mt | +0.95 Mt | 1 of 2 |',
    );
  });

  test('lists what was not met with the measured value', () => {
    expect(page).toContain(
      '- closed: change of c rises; measured −5 kt (95 % interval of the mean −20 kt to +10 kt)',
    );
  });

  test('as committed, was made of the inputs as they are (npm run whole-study, npm run pages)', () => {
    const study = 'scenarios/trans-afghan';
    const hash = inputsHash(study, 'results/reference/trans-afghan/manifest.json');
    expect(readFileSync('scenarios/README.md', 'utf8')).toContain(`<!-- inputs ${hash} -->`);
  });

  test('as committed, has a line for every scenario of the study', () => {
    const committed = readFileSync('scenarios/README.md', 'utf8');
    const missing = readdirSync('scenarios/trans-afghan')
      .filter((name) => name.endsWith('.yaml') && !studyFileNames.includes(name))
      .filter((name) => !committed.includes(`(trans-afghan/${name})`));
    expect(missing).toEqual([]);
  });
});

describe('the headline', () => {
  const flow = (scenario: string, destination: string, corridor: string, mean: number) =>
    row({ scenario, origin: 'KEM', destination, corridor }, mean);
  const { text, figures } = headline({
    scenarios,
    replications: 7,
    year: '2034',
    flows: [
      flow('closed', 'LHE', 'kabul-corridor', 1e6),
      flow('closed', 'BOM', 'kabul-corridor', 5e5),
      flow('closed', 'BOM', 'wakhan', 2e5),
      flow('closed', 'BOM', 'no-ship', 3e5),
      flow('closed', 'THR', 'kabul-corridor', 9e6),
    ],
    corridors: [
      row({ scenario: 'closed', corridor: 'kabul-corridor', variable: 'dispatched' }, 2e6),
    ],
    drivers: [],
  });

  test("adds Russia's flows to India and Pakistan by way, others left out", () => {
    // 1.0 + 0.5 Mt by Kabul, 0.2 Mt by a way that is not shown apart, 0.3 not shipped; nothing to Tehran.
    expect(text).toContain('| closed | 1.5 (0.8-3.0) |');
    expect(text).toContain('| 0.2 (0.1-0.4) | 0.3 (0.1-0.6) |');
  });

  test('draws a bar for each scenario that uses the corridor', () => {
    expect(Object.keys(figures)).toEqual([
      'russian-cargo.svg',
      'kabul-potential.svg',
      'kabul-corridor.svg',
    ]);
    expect(figures['kabul-corridor.svg']).toContain('>closed</text>');
    expect(figures['kabul-corridor.svg']).not.toContain('>baseline</text>');
  });

  test('takes the place between the marks, and of nothing else', () => {
    const page =
      'before\n<!-- headline: made by npm run pages -->\nold\n<!-- end of headline -->\nafter\n';
    expect(withHeadline(page, 'new')).toBe(page.replace('\nold\n', '\n\nnew\n\n'));
    expect(() => withHeadline('no marks', 'new')).toThrow('no marks');
  });

  test('as committed, has its figures', () => {
    const committed = readFileSync('scenarios/trans-afghan/README.md', 'utf8');
    const linked = [...committed.matchAll(/\]\((figures\/[^)]+)\)/g)].map((match) => match[1]);
    expect(linked).toHaveLength(3);
    for (const path of linked)
      expect(existsSync(`scenarios/trans-afghan/${path}`), path).toBe(true);
  });
});

test('a bar is as long as its value, the longest fills the chart', () => {
  const chart = barChart(
    'T & U',
    'Mt',
    [
      { label: 'a', parts: [{ value: 1, color: '#111' }] },
      { label: 'b', parts: [{ value: 2, color: '#222' }] },
    ],
    [],
  );
  // 820 wide less 240 to the left and 60 to the right: 520 for the value 2.
  expect(chart).toContain('width="520.0" height="15" fill="#222"');
  expect(chart).toContain('width="260.0" height="15" fill="#111"');
  expect(chart).toContain('T &amp; U');
});

test('tonnes are written in the unit that suits them', () => {
  expect([tonnesText(1.234e6), tonnesText(-45_000), tonnesText(99_999.9, true)]).toEqual([
    '1.23 Mt',
    '−45 kt',
    '+100 kt',
  ]);
});
