// Problems as text, JSON and SARIF; many of them are counted.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { sourceText } from '../../src/scenario/place.ts';
import { problemAt } from '../../src/scenario/problem.ts';
import { rules } from '../../src/scenario/problem-codes.ts';
import {
  problemCount,
  problemLines,
  problemsAsJson,
  problemsAsSarif,
} from '../../src/scenario/problem-formats.ts';

const source = sourceText('a study/demand.yaml', 'one: 1\ntwo: [x, y]\n');
const unknown = problemAt({ source, offset: 16 }, 'unknown-node', 'no "y"', 'nearest: "x"');
const unused = problemAt({ source, offset: 0 }, 'unused-value', 'not used', '', 'warning');

/** The schema that OASIS published; draft 4 of JSON Schema. */
const schemaFile = import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
/** Zod holds relative references for wrong addresses. */
const withoutReferences = (_: string, value: unknown) =>
  value === 'uri-reference' ? undefined : value;
const sarif = z.fromJSONSchema(
  JSON.parse(readFileSync(fileURLToPath(schemaFile), 'utf8'), withoutReferences),
  { defaultTarget: 'draft-4' },
);

test('fifty problems are shown, all are counted', () => {
  const many = Array.from({ length: 10_000 }, () => unknown);
  expect(problemLines(many)).toHaveLength(51);
  expect(problemLines(many).at(-1)).toBe('… and 9950 more problems\n');
  expect(problemLines(many.slice(0, 51)).at(-1)).toBe('… and 1 more problem\n');
  expect(problemCount(many)).toBe('10000 errors');
  expect(problemCount([unknown, unused])).toBe('1 error, 1 warning');
  expect(problemCount([])).toBe('no problems');
});

test('JSON holds every part of a problem, and its rule', () => {
  expect(JSON.parse(problemsAsJson([unknown, unused]))).toMatchObject({
    errors: 1,
    warnings: 1,
    problems: [
      {
        code: 'unknown-node',
        severity: 'error',
        file: 'a study/demand.yaml',
        line: 2,
        column: 10,
        message: 'no "y"',
        hint: 'nearest: "x"',
        frame: expect.stringContaining('^'),
        rule: 'A node is one of node.csv.',
      },
      { code: 'unused-value', severity: 'warning', line: 1, column: 1 },
    ],
  });
});

test('SARIF fits the schema of the standard, and points to the places', () => {
  const log = JSON.parse(problemsAsSarif([unused, unknown], '1.2.3'));
  expect(sarif.safeParse(log).error).toBeUndefined();
  const [{ tool, results }] = log.runs;
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    'unknown-node',
    'unused-value',
  ]);
  expect(results[1]).toEqual({
    ruleId: 'unknown-node',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'no "y" (nearest: "x")' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20study/demand.yaml' },
          region: { startLine: 2, startColumn: 10 },
        },
      },
    ],
  });
});

test('the schema is asked: a log without a tool does not fit it', () => {
  const log = JSON.parse(problemsAsSarif([unknown], '1.2.3'));
  delete log.runs[0].tool;
  expect(sarif.safeParse(log).success).toBe(false);
});

test('every code has a rule that is a sentence', () => {
  for (const [code, rule] of Object.entries(rules)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule, code).toMatch(/^[A-Z].*\.$/);
  }
});
