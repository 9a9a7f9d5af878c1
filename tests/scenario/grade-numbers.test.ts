// Whether a number is published, derived or assumed.

import { describe, expect, test } from 'vitest';
import { gradeNumbers } from '../../src/scenario/grade-numbers.ts';
import { sourceText } from '../../src/scenario/place.ts';
import { parseYaml } from '../../src/scenario/yaml-tree.ts';

const catalogue = {
  keys: new Set(['atlas']),
  ranges: new Map([['length', { low: -0.1, high: 0.1 }]]),
  graded: new WeakMap(),
};

function grades(yaml: string, sources: readonly string[], assumption = '') {
  const tree = parseYaml(sourceText('x.yaml', yaml), [])!;
  return gradeNumbers(tree, { sources, assumption, catalogue }).map(
    ({ field, grade }) => `${field} ${grade}`,
  );
}

describe('grades', () => {
  test('numbers of an entry with sources are published, but for what its note doubts', () => {
    const yaml =
      'length: 628\ncapacity_mt_per_year: 8\nopening_year: 2027\ntravel_hours: 9\nnote: length published; capacity estimated; 9 h split by the author';
    expect(grades(yaml, ['atlas'])).toEqual([
      'length published',
      'capacity_mt_per_year assumed',
      'travel_hours derived',
    ]);
  });

  test('an assumption that names a source is derived', () => {
    const yaml = 'id: x1\nvolume: 2 Mt/yr\nnot_shipped: 5 %';
    expect(grades(yaml, [], 'half of the total (atlas)')).toEqual([
      'volume derived',
      'not_shipped derived',
    ]);
    expect(grades(yaml, [], 'by judgement')).toEqual(['volume assumed', 'not_shipped assumed']);
  });

  test('a distribution is one number and its own range; factors are one number each', () => {
    const tree = parseYaml(
      sourceText(
        'x.yaml',
        'effect: { add_cost: { uniform: [1, 2], unit: USD/t } }\ntariff_factors: { rail: 2, sea: 3 }\nlength: 3',
      ),
      [],
    )!;
    expect(gradeNumbers(tree, { sources: [], assumption: 'so', catalogue })).toEqual([
      { field: 'add_cost', grade: 'assumed', range: 'drawn' },
      { field: 'tariff_factors', grade: 'assumed', range: undefined },
      { field: 'tariff_factors', grade: 'assumed', range: undefined },
      { field: 'length', grade: 'assumed', range: { low: -0.1, high: 0.1 } },
    ]);
  });
});
