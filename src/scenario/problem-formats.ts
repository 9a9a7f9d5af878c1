// Lists problems for people, for scripts and for code hosts: text, JSON, SARIF.

import { formatProblem, type Problem } from './problem.ts';
import { type ProblemCode, rules } from './problem-codes.ts';

/** More problems than these are counted, not shown, where people read. */
const mostShown = 50;

/** The problems in words, at most fifty of them, and how many there are. */
export function problemLines(problems: readonly Problem[]): string[] {
  const shown = problems.slice(0, mostShown).map((problem) => `${formatProblem(problem)}\n`);
  const hidden = problems.length - shown.length;
  return hidden === 0 ? shown : [...shown, `… and ${counted(hidden, 'more problem')}\n`];
}

/** `2 errors, 1 warning`, or `no problems`. */
export function problemCount(problems: readonly Problem[]): string {
  const { errors, warnings } = countOf(problems);
  const found = [counted(errors, 'error'), counted(warnings, 'warning')];
  return found.filter((text) => !text.startsWith('0 ')).join(', ') || 'no problems';
}

/** `1 file`, `2 files`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** All problems as JSON: `errors` and `warnings` count them, each has its rule beside it. */
export function problemsAsJson(problems: readonly Problem[]): string {
  const listed = problems.map((problem) => ({ ...problem, rule: rules[problem.code] }));
  return `${JSON.stringify({ ...countOf(problems), problems: listed }, null, 2)}\n`;
}

/**
 * All problems as a SARIF log.
 * Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
 */
export function problemsAsSarif(problems: readonly Problem[], version: string): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const driver = {
    name: 'cargoflow',
    version,
    rules: codes.map((id) => ({ id, shortDescription: { text: rules[id] } })),
  };
  const results = problems.map((problem) => sarifResult(problem, codes));
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifResult(problem: Problem, codes: readonly ProblemCode[]) {
  const { code, severity, file, line, column, message, hint } = problem;
  const region = { startLine: line, startColumn: column };
  const location = { artifactLocation: { uri: encodeURI(file) }, region };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint === '' ? message : `${message} (${hint})` },
    locations: [{ physicalLocation: location }],
  };
}

function countOf(problems: readonly Problem[]) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}
