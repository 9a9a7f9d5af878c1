// When a benchmark counts as slower than its baseline, and when that fails.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { better, compareWithBaseline, type Measurement, renewed } from '../../bench/comparison.ts';

function measurement(id: string, ratio: number, peakMebibytes?: number): Measurement {
  const memory = peakMebibytes === undefined ? {} : { peakMebibytes };
  return { id, ratio, nanosecondsPerStageStep: 1, ...memory };
}

const entries = { send: { ratio: 2 }, 'study run': { ratio: 4, peakMebibytes: 100 } };

describe('a benchmark against its baseline', () => {
  // The limits are 1.10 and 1.25 of the baseline's ratio, 2.
  test.each([
    [1.5, 'faster'],
    [1.9, 'ok'],
    [2, 'ok'],
    [2.19, 'ok'],
    [2.21, 'slower'],
    [2.49, 'slower'],
    [2.51, 'failed'],
    [3, 'failed'],
    [Number.NaN, 'failed'],
  ])('the ratio %d is %s', (ratio, verdict) => {
    expect(compareWithBaseline([measurement('send', ratio)], entries)[0].verdict).toBe(verdict);
  });

  test('the speed of the machine does not matter, only the ratio to the calibration kernel', () => {
    const slowMachine = { ...measurement('send', 2), nanosecondsPerStageStep: 1000 };
    expect(compareWithBaseline([slowMachine], entries)[0].verdict).toBe('ok');
  });

  // 126 of 100 MiB is more than 25 % above, 111 more than 10 %, whatever the time.
  test.each([
    [105, 'ok'],
    [111, 'slower'],
    [126, 'failed'],
  ])('a peak of %d MiB is %s', (peakMebibytes, verdict) => {
    const [compared] = compareWithBaseline([measurement('study run', 4, peakMebibytes)], entries);
    expect(compared.verdict).toBe(verdict);
  });

  test('what the baseline lacks is new, and so is everything under a Node without a baseline', () => {
    expect(compareWithBaseline([measurement('other', 9)], entries)[0].verdict).toBe('new');
    expect(compareWithBaseline([measurement('send', 9)], undefined)[0].verdict).toBe('new');
  });
});

describe('measured again', () => {
  test('the faster time and the smaller peak count, from whichever measurement', () => {
    const first = measurement('study run', 5, 100);
    const second = measurement('study run', 4, 120);
    expect(better(first, second)).toMatchObject({ ratio: 4, peakMebibytes: 100 });
    expect(better(second, first)).toMatchObject({ ratio: 4, peakMebibytes: 100 });
  });
});

describe('a renewed baseline', () => {
  test('holds what was measured and keeps what was not', () => {
    const old = { 'node-20': entries, 'node-22': { send: { ratio: 1 } } };
    expect(renewed(old, 'node-20', [measurement('send', 1.23456)])).toEqual({
      'node-20': { send: { ratio: 1.235 }, 'study run': { ratio: 4, peakMebibytes: 100 } },
      'node-22': { send: { ratio: 1 } },
    });
  });

  test('the committed one passes its own comparison', () => {
    const committed = JSON.parse(readFileSync('bench/baseline.json', 'utf8'));
    const measured = Object.entries(committed['node-20']).map(([id, entry]) => ({
      ...measurement(id, 0),
      ...(entry as object),
    }));
    expect(measured.length).toBeGreaterThan(15);
    const verdicts = compareWithBaseline(measured, committed['node-20']).map((row) => row.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['ok']));
  });
});
