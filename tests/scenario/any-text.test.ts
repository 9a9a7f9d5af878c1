// Whatever is written in a file, loading ends with a scenario or with problems, never with an exception.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { editStudy } from './study.ts';

const { files } = editStudy([]);
const names = [...files.keys()];
const scraps = [
  ...[
    ': ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!t ',
    '? ',
    '|',
    '%',
  ],
  ...[
    'null',
    '~',
    '1',
    '-1',
    '1e999',
    'true',
    '2026-02-30',
    '3 Mt/yr',
    '(',
    'year',
    '^',
    '<<',
    '__proto__',
  ],
];

const spliced = fc.record({
  name: fc.constantFrom(...names),
  start: fc.nat(),
  length: fc.nat(40),
  scrap: fc.array(fc.constantFrom(...scraps), { maxLength: 4 }).map((parts) => parts.join('')),
});

test('a file with a piece cut out and scraps put in', () => {
  fc.assert(
    fc.property(spliced, ({ name, start, length, scrap }) => {
      const text = files.get(name)!;
      const offset = start % (text.length + 1);
      const changed = text.slice(0, offset) + scrap + text.slice(offset + length);
      const read = (path: string) => (path === name ? changed : files.get(path));
      const outcome = loadScenario('closure.yaml', read);
      expect('scenario' in outcome || outcome.problems.length > 0).toBe(true);
      for (const problem of outcome.problems) {
        const lines = (read(problem.file) ?? '').split('\n');
        expect(problem.line).toBeLessThanOrEqual(lines.length);
        expect(problem.column).toBeLessThanOrEqual(lines[problem.line - 1].length + 1);
      }
    }),
    { numRuns: 100, seed: 1 },
  );
});
