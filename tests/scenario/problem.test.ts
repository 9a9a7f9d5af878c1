// A problem says where it is, what is wrong and what to write, and shows the place.

import { expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { positionOf, sourceText } from '../../src/scenario/place.ts';
import { formatProblem, problemAt, sortProblems } from '../../src/scenario/problem.ts';

const source = sourceText('a.yaml', '\uFEFFone: 1\r\ntwo: [x, y]\r\n\tthree: z\r\n');
const at = (text: string) => ({ source, offset: source.text.indexOf(text) });

test('lines and columns are counted from 1, as an editor shows them', () => {
  expect(positionOf(at('one'))).toEqual({ line: 1, column: 1 });
  expect(positionOf(at('y]'))).toEqual({ line: 2, column: 10 });
  expect(positionOf(at('three'))).toEqual({ line: 3, column: 2 });
});

test('the text is the place, the code, the message, the hint and the lines around', () => {
  const problem = problemAt(at('y]'), 'unknown-node', 'there is no node "y"', 'nearest: "x"');
  expect(formatProblem(problem)).toBe(`a.yaml:2:10 unknown-node: there is no node "y"
  nearest: "x"
  rule: A node is one of node.csv.
1 | one: 1
2 | two: [x, y]
  |          ^
3 | \tthree: z`);
});

test('a warning is called so; without hint and lines it is a single line', () => {
  const empty = { source: sourceText('b.yaml', ''), offset: 0 };
  const problem = problemAt(empty, 'unused-value', 'not used', '', 'warning');
  expect(formatProblem(problem)).toBe(
    'b.yaml:1:1 warning unused-value: not used\n  rule: A value is used for something.',
  );
});

test('the caret stands under the character behind tabs and in long lines', () => {
  const tabbed = problemAt(at('three'), 'wrong-value', 'message');
  expect(tabbed.frame.split('\n')[2]).toBe('  | \t^');
  const long = sourceText('c.csv', `${'x'.repeat(300)}!${'x'.repeat(300)}`);
  const [line, caret] = problemAt(
    { source: long, offset: 300 },
    'wrong-value',
    'message',
  ).frame.split('\n');
  expect(line![caret!.indexOf('^')]).toBe('!');
  expect(line!.length).toBeLessThan(120);
});

test('problems are listed by file, line and column, each once', () => {
  const later = problemAt(at('three'), 'wrong-value', 'm');
  const sooner = problemAt(at('two'), 'wrong-type', 'm');
  expect(sortProblems([later, sooner, later])).toEqual([sooner, later]);
});

test('a syntax error does not quote the whole file', () => {
  const text = `# A page\n\n| a table |\n| ${'no YAML '.repeat(500)} |\n`;
  const { problems } = loadScenario('page.md', () => text);
  expect(problems.length).toBeGreaterThan(0);
  for (const { message } of problems) expect(message.length).toBeLessThan(130);
});
