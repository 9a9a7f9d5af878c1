// docs/verification.md tells the truth: every rule has its row, and every test that a row names is there.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/verification.md', 'utf8');
const [invariants, cases, faults, layers] = page.split('\n## ').slice(1);

/** The cells of the rows of a table, without its two lines of heading. */
function rowsOf(section: string): string[][] {
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => line.slice(2, -2).split(' | '));
}

/** The source of each file that a cell names, and the title that the cell quotes after it. */
function testsIn(cell: string): { source: string; title: string | undefined }[] {
  return [...cell.matchAll(/`(tests\/[^`]+)`(?: "([^"]+)")?/g)].map(([, file, title]) => ({
    source: readFileSync(file, 'utf8'),
    title,
  }));
}

/** Whether a string of the source that names a test begins with a title. */
function hasTitle(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(quote + title));
}

/** Whether the title of a test or a group of tests carries a number such as P4. */
function hasRule(source: string, rule: string): boolean {
  return new RegExp(`(?:test|describe)\\((['"\`])[^'"\`]*\\b${rule}\\b`).test(source);
}

test('P1 to P25 have a row each, and the tests carry the number in their title', () => {
  const rows = rowsOf(invariants);
  expect(rows.map(([rule]) => rule)).toEqual(Array.from({ length: 25 }, (_, at) => `P${at + 1}`));
  for (const [rule, , , cell] of rows) {
    expect(testsIn(cell), rule).not.toEqual([]);
    for (const { source, title } of testsIn(cell))
      expect(title ? hasTitle(source, title) : hasRule(source, rule), `${rule} ${cell}`).toBe(true);
  }
});

test('every case names tests that are there', () => {
  const rows = rowsOf(cases);
  expect(rows.length).toBeGreaterThan(25);
  for (const [name, cell] of rows) {
    expect(testsIn(cell), name).not.toEqual([]);
    for (const { source, title } of testsIn(cell))
      expect(hasTitle(source, title ?? ''), `${name}: ${title}`).toBe(true);
  }
});

test('every rule of layers names tests that are there', () => {
  const rows = rowsOf(layers);
  expect(rows.length).toBeGreaterThan(3);
  for (const [rule, cell] of rows) {
    expect(testsIn(cell), rule).not.toEqual([]);
    for (const { source, title } of testsIn(cell))
      expect(hasTitle(source, title ?? ''), `${rule}: ${title}`).toBe(true);
  }
});

test('every fault names code that is there once, and tests', () => {
  const rows = rowsOf(faults);
  expect(rows.length).toBeGreaterThan(9);
  for (const row of rows) {
    expect(row, row[0]).toHaveLength(6);
    const [file, code] = row.slice(2).map((cell) => cell.replaceAll('`', ''));
    expect(readFileSync(file, 'utf8').split(code), row[0]).toHaveLength(2);
    expect(testsIn(row[5]), row[0]).toHaveLength(1);
  }
});
