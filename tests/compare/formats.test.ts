import { describe, expect, test } from 'vitest';
import type { Difference } from '../../src/compare/differences.ts';
import { type FolderComparison, formatComparison, isEqual } from '../../src/compare/formats.ts';

const changed: Difference = {
  row: 'shock all a<b|c dispatched t',
  kind: 'changed',
  column: 'mean',
  first: '100',
  second: '50',
  relative: 0.5,
};
const equal: FolderComparison = {
  first: 'reference',
  second: 'run',
  tolerance: 'relative tolerance 1e-9',
  tables: [{ table: 'corridors', rowCount: 7, differenceCount: 0, differences: [] }],
  hashedTables: [{ table: 'flows', sameBytes: true }],
  missingTables: [],
  ignoredTables: ['links'],
};
const different: FolderComparison = {
  ...equal,
  tables: [
    {
      table: 'corridors',
      rowCount: 7,
      differenceCount: 25,
      differences: new Array(25).fill(changed),
    },
  ],
};

const otherBytes: FolderComparison = {
  ...equal,
  tolerance: 'to the last digit',
  hashedTables: [{ table: 'flows', sameBytes: false }],
};

describe('comparison in words', () => {
  test('equal: a changed number, row or table is a difference, a table of the second folder only is not', () => {
    expect(isEqual(equal)).toBe(true);
    expect(isEqual(different)).toBe(false);
    expect(isEqual({ ...equal, missingTables: ['flows'] })).toBe(false);
    expect(isEqual(otherBytes)).toBe(false);
  });

  test('a table known by its hash alone: every format says whether its bytes differ', () => {
    expect(formatComparison(equal, 'text')).toContain('flows.csv: same bytes');
    const where = 'bytes differ; reference keeps no table to say where';
    expect(formatComparison(otherBytes, 'text')).toContain(`flows.csv: ${where}`);
    expect(formatComparison(otherBytes, 'markdown')).toContain(`| flows.csv | | ${where} |`);
    expect(JSON.parse(formatComparison(otherBytes, 'json'))).toMatchObject({
      equal: false,
      hashedTables: [{ table: 'flows', sameBytes: false }],
    });
    const xml = formatComparison(otherBytes, 'junit');
    expect(xml).toContain('tests="2" failures="1"');
    expect(xml).toContain(`<failure message="${where}"/>`);
  });

  test('text: verdict, worst rows, what was not compared', () => {
    const text = formatComparison(different, 'text');
    expect(text).toContain('reference and run: DIFFERENT');
    expect(text).toContain('shock all a<b|c dispatched t: mean 100 -> 50 (relative 0.500)');
    expect(text).toContain('and 5 more');
    expect(text).toContain('links.csv: only in run, not compared');
  });

  test('markdown: names do not break the table', () => {
    const text = formatComparison(different, 'markdown');
    expect(text).toContain('| corridors.csv | 7 | 25 |');
    expect(text).toContain('a<b\\|c');
  });

  test('json: every difference', () => {
    const json = JSON.parse(formatComparison(different, 'json'));
    expect(json.equal).toBe(false);
    expect(json.tables[0].differences).toHaveLength(25);
  });

  test('junit: one test a table, names escaped', () => {
    const xml = formatComparison(different, 'junit');
    expect(xml).toContain('tests="2" failures="1"');
    expect(xml).toContain('a&#60;b|c');
    expect(formatComparison(equal, 'junit')).toContain('failures="0"');
  });

  test('html: names escaped, worst rows, no scripts', () => {
    const html = formatComparison(different, 'html');
    expect(html).toContain('<td>corridors.csv</td><td>7</td><td>25</td>');
    expect(html).toContain('a&#60;b|c');
    expect(html).toContain('and 5 more');
    expect(html).not.toContain('<script');
  });
});
