// The command `validate`: reports everything that is wrong with scenario files, and runs nothing.

import { basename, dirname, join } from 'node:path';
import { loadScenario } from '../../scenario/load.ts';
import { formatProblem, hasErrors, type Problem, sortProblems } from '../../scenario/problem.ts';
import { studyFileNames } from '../../scenario/study-files.ts';
import { exitCodes } from '../exit-codes.ts';
import { readTextFile } from '../files.ts';
import { say } from '../terminal.ts';

/**
 * Prints the problems of the files, each once, or that there are none. The files of a study are checked with its
 * baseline.
 * @returns exit code: done, or bad input when there is an error; warnings do not count
 */
export function validate(files: readonly string[]): number {
  const scenarios = [...new Set(files.map(scenarioOf))];
  const problems = sortProblems(
    scenarios.flatMap((file) => [...loadScenario(file, readTextFile).problems]),
  );
  for (const problem of problems) say(`${formatProblem(problem)}\n`);
  say(summaryOf(problems, files.length));
  return hasErrors(problems) ? exitCodes.badInput : exitCodes.done;
}

/** The scenario by which a file is checked: itself, or the baseline beside it for a file of the study. */
function scenarioOf(file: string): string {
  return studyFileNames.includes(basename(file)) ? join(dirname(file), 'baseline.yaml') : file;
}

function summaryOf(problems: readonly Problem[], fileCount: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = [counted(errors, 'error'), counted(problems.length - errors, 'warning')];
  const some = found.filter((text) => !text.startsWith('0 ')).join(', ');
  return `${counted(fileCount, 'file')}: ${some || 'no problems'}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
