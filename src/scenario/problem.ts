// What is wrong with an input file, where, and what to write instead.

import { frameOf, type Place, positionOf } from './place.ts';
import { type ProblemCode, rules } from './problem-codes.ts';

/** Something wrong in a file of a study. An error stops the scenario from being run, a warning does not. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  /** The nearest valid name, or what to write; may be empty. */
  readonly hint: string;
  /** Some lines of the file with a caret under the place; empty when there is nothing to show. */
  readonly frame: string;
}

/** A problem with what stands at a place. */
export function problemAt(
  place: Place,
  code: ProblemCode,
  message: string,
  hint = '',
  severity: Problem['severity'] = 'error',
): Problem {
  const { file } = place.source;
  return { code, severity, file, ...positionOf(place), message, hint, frame: frameOf(place) };
}

/** A problem with a file that cannot be shown. */
export function fileProblem(file: string, code: ProblemCode, message: string, hint = ''): Problem {
  return { code, severity: 'error', file, line: 1, column: 1, message, hint, frame: '' };
}

/** The problems by file, line and column, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) seen.set(JSON.stringify(problem), problem);
  return [...seen.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code),
  );
}

/** True when one of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** `scenarios/x.yaml:14:9 unknown-link: …`, then the hint, the rule and the frame, each on lines of their own. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, code, message, hint, frame } = problem;
  const label = problem.severity === 'warning' ? `warning ${code}` : code;
  const parts = [`${file}:${line}:${column} ${label}: ${message}`];
  if (hint !== '') parts.push(`  ${hint}`);
  parts.push(`  rule: ${rules[code]}`);
  if (frame !== '') parts.push(frame);
  return parts.join('\n');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
