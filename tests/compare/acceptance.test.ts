import { describe, expect, test } from 'vitest';
import { acceptanceEntry, enterInChangelog } from '../../src/compare/acceptance.ts';
import type { Difference } from '../../src/compare/differences.ts';

const changed = (row: string, column: string, first: string, second: string): Difference => ({
  row,
  kind: 'changed',
  column,
  first,
  second,
  relative: 0,
});

describe('an accepted change', () => {
  const comparison = {
    first: 'reference',
    second: 'new',
    tolerance: '',
    tables: [
      {
        table: 'flows',
        rowCount: 9,
        differenceCount: 3,
        differences: [
          changed('base north t', 'mean', '100', '90.000001'),
          changed('base south t', 'mean', '1000000', '1123456.7'),
          changed('base south t', 'sd', '0', '9e9'),
        ],
      },
      { table: 'corridors', rowCount: 9, differenceCount: 0, differences: [] },
    ],
    hashedTables: [
      { table: 'posts', sameBytes: false },
      { table: 'links', sameBytes: true },
    ],
    missingTables: [],
    ignoredTables: [],
  };

  test('gives the reason, the counts, and the means that moved most', () => {
    expect(acceptanceEntry('study', 'New tariffs', comparison)).toBe(
      '- `study`: New tariffs. Differences: 3 in `flows.csv`, `posts.csv` has other bytes. ' +
        'Largest moves: base south t 1000000 to 1123500; base north t 100 to 90.',
    );
  });
});

describe('the changelog', () => {
  test('takes the entry first under Results of its first section', () => {
    const text =
      '# Log\n\n## Next\n\n### Added\n- a\n\n### Results\n- old\n\n## 1.0\n\n### Results\n- older\n';
    expect(enterInChangelog(text, '- new')).toBe(text.replace('- old', '- new\n- old'));
  });

  test('gets the heading where the first section has none', () => {
    const text = '# Log\n\n## Next\n\n### Added\n- a\n\n## 1.0\n\n### Results\n- older\n';
    expect(enterInChangelog(text, '- new')).toBe(
      text.replace('- a\n', '- a\n\n### Results\n- new\n'),
    );
  });

  test('without a section it is no changelog', () => {
    expect(() => enterInChangelog('nothing', '- new')).toThrow('no section');
  });
});
