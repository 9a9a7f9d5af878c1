// The command `resolve`: a scenario of many layers as one file.

import { problemLines } from '../../scenario/problem-formats.ts';
import { resolveFile } from '../../scenario/resolve.ts';
import { exitCodes } from '../exit-codes.ts';
import { readInputFile } from '../files.ts';
import { noScenario, severalScenarios } from '../scenario-names.ts';
import { say, sayError } from '../terminal.ts';

export interface ResolveOptions {
  readonly origin?: boolean;
  /** Needed where the file gives several scenarios. */
  readonly scenario?: string;
}

/** Prints the scenario on standard output. @returns the exit code */
export function resolve(file: string, { origin = false, scenario }: ResolveOptions): number {
  const outcome = resolveFile(file, readInputFile);
  problemLines(outcome.problems).forEach(say);
  if (!('texts' in outcome)) return exitCodes.badInput;
  const names = [...outcome.texts.keys()];
  const write = outcome.texts.get(scenario ?? (names.length === 1 ? names[0] : ''));
  if (write) {
    process.stdout.write(write(origin));
    return exitCodes.done;
  }
  sayError(
    scenario === undefined
      ? severalScenarios(file, names)
      : noScenario(scenario, `in ${file}`, names),
  );
  return exitCodes.badInput;
}
