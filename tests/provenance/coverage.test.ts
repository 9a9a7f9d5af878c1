// Where numbers come from: grades of single numbers, and the coverage of the shipped study, which may not fall.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { coverageOf } from '../../src/provenance/coverage.ts';
import { coverageReport } from '../../src/report/coverage-report.ts';
import { gradeNumbers } from '../../src/scenario/grade-numbers.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { sourceText } from '../../src/scenario/place.ts';
import { studyFileNames } from '../../src/scenario/study-files.ts';
import { parseYaml } from '../../src/scenario/yaml-tree.ts';

const catalogue = {
  keys: new Set(['atlas']),
  ranges: new Map([['length', { low: -0.1, high: 0.1 }]]),
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

describe('the shipped study', () => {
  const folder = 'scenarios/trans-afghan';
  const read = (path: string) => readFileSync(path, 'utf8');
  const load = (name: string): Scenario => {
    const outcome = loadScenario(join(folder, name), read);
    if (!('scenario' in outcome)) throw new Error(`${name} has problems`);
    return outcome.scenario;
  };
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.yaml') && !studyFileNames.includes(name) && name !== 'baseline.yaml',
  );
  const coverage = coverageOf(load('baseline.yaml'), names.map(load));
  const { numbers, tonneShares } = coverage.all;
  const count = numbers.published + numbers.derived + numbers.assumed;

  test('states a plausible range for every assumed number', () => {
    expect(coverage.withoutRange).toEqual([]);
  });

  // Floors: raise them when the data get better; never lower them.
  test('has as many published and derived numbers as before', () => {
    expect(count).toBeGreaterThan(1300);
    expect(numbers.published / count).toBeGreaterThan(0.165);
    expect((numbers.published + numbers.derived) / count).toBeGreaterThan(0.38);
  });

  test('and by the tonnes that they bear on', () => {
    expect(tonneShares.published).toBeGreaterThan(0.19);
    expect(tonneShares.published + tonneShares.derived).toBeGreaterThan(0.28);
    expect(tonneShares.published + tonneShares.derived + tonneShares.assumed).toBeCloseTo(1, 12);
  });

  test('is reported file by file', () => {
    const lines = coverageReport(coverage).split('\n');
    expect(lines.filter((line) => line.startsWith('| node.csv'))).toHaveLength(1);
    expect(lines.at(-2)).toMatch(/^\| all \| \d+ \|/);
  });
});
