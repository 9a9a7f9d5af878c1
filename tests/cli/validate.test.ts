// The command `validate` ends with 0 when files can be run, and with 2 when they cannot.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { validate } from '../../src/cli/commands/validate.ts';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('a study without mistakes', () => {
  expect(validate(['tests/fixtures/two-corridors/closure.yaml'], 'text')).toBe(0);
  expect(printed.join('')).toBe('1 file: no problems\n');
});

test('a file that is not there', () => {
  expect(validate(['tests/fixtures/two-corridors/none.yaml'], 'text')).toBe(2);
  expect(printed.join('')).toBe(
    'tests/fixtures/two-corridors/none.yaml:1:1 missing-file: there is no such file\n  rule: Every file that a study consists of, or that another one names, exists.\n\n1 file: 1 error\n',
  );
});

test('the files of a study are checked with their baseline, once', () => {
  const folder = 'tests/fixtures/two-corridors';
  expect(
    validate([`${folder}/rates.yaml`, `${folder}/node.csv`, `${folder}/baseline.yaml`], 'text'),
  ).toBe(0);
  expect(printed.join('')).toBe('3 files: no problems\n');
});
