// The command `validate`: reports everything that is wrong with scenario files, and runs nothing.

import { basename, dirname, join } from 'node:path';
import { scenarioLoader } from '../../scenario/load.ts';
import { hasErrors, type Problem, sortProblems } from '../../scenario/problem.ts';
import {
  counted,
  problemCount,
  problemLines,
  problemsAsJson,
  problemsAsSarif,
} from '../../scenario/problem-formats.ts';
import { studyFileNames } from '../../scenario/study-files.ts';
import { exitCodes } from '../exit-codes.ts';
import { readInputFile } from '../files.ts';
import { say } from '../terminal.ts';
import { version } from '../version.ts';

/** How the problems are listed. */
export type ProblemFormat = 'text' | 'json' | 'sarif';

/**
 * Prints the problems of the files, each once, or that there are none. The files of a study are checked with its
 * baseline.
 * @returns exit code: done, or bad input when there is an error; warnings do not count
 */
export function validate(files: readonly string[], format: ProblemFormat): number {
  const load = scenarioLoader(readInputFile);
  const scenarios = [...new Set(files.map(scenarioOf))];
  const problems = sortProblems(scenarios.flatMap((file) => [...load(file).problems]));
  if (format === 'text') sayProblems(problems, files.length);
  else process.stdout.write(asFormat(problems, format));
  return hasErrors(problems) ? exitCodes.badInput : exitCodes.done;
}

/** The scenario by which a file is checked: itself, or the baseline beside it for a file of the study. */
function scenarioOf(file: string): string {
  return studyFileNames.includes(basename(file)) ? join(dirname(file), 'baseline.yaml') : file;
}

function sayProblems(problems: readonly Problem[], fileCount: number): void {
  for (const line of problemLines(problems)) say(line);
  say(`${counted(fileCount, 'file')}: ${problemCount(problems)}`);
}

function asFormat(problems: readonly Problem[], format: 'json' | 'sarif'): string {
  return format === 'json' ? problemsAsJson(problems) : problemsAsSarif(problems, version);
}
