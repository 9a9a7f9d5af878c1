// Loads the scenario files of one command line as one study: their common baseline and the scenarios on it.

import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Scenario } from '../model/scenario.ts';
import { scenarioLoader } from '../scenario/load.ts';
import { type Problem, sortProblems } from '../scenario/problem.ts';
import { problemLines } from '../scenario/problem-formats.ts';
import { readInputFile } from './files.ts';
import { fingerprint, type WrittenFile } from './results-writer.ts';
import { noScenario } from './scenario-names.ts';

/** A baseline and scenarios on it, ready to be compiled. */
export interface LoadedStudy {
  /** Name of the study's folder. */
  readonly name: string;
  readonly baseline: Scenario;
  /** In order of their names, whatever their order on the command line. */
  readonly scenarios: readonly Scenario[];
  /** What the scenario files ask for; undefined when they disagree. */
  readonly replications: number | undefined;
  readonly seed: string | undefined;
  /** Every file that was read. */
  readonly inputs: readonly WrittenFile[];
}

/** What came of loading: the messages are problems of the files, in words, errors or warnings. */
export interface LoadOutcome {
  readonly study: LoadedStudy | undefined;
  readonly messages: readonly string[];
}

/**
 * @param files scenario files, or the baseline itself to run it alone
 * @param pause awaited after each file
 * @param chosen names of the scenarios that are wanted of those in the files; none = all
 */
export async function loadStudy(
  files: readonly string[],
  pause: () => Promise<void>,
  chosen: readonly string[] = [],
): Promise<LoadOutcome> {
  const paths = new Set<string>();
  const load = scenarioLoader((path) => {
    const bytes = readInputFile(path);
    if (bytes instanceof Uint8Array) paths.add(path);
    return bytes;
  });
  const problems: Problem[] = [];
  const loaded: LoadedFile[] = [];
  for (const file of files) {
    const outcome = load(file);
    problems.push(...outcome.problems);
    if ('scenarios' in outcome) loaded.push({ file, ...outcome });
    await pause();
  }
  const messages = problemLines(sortProblems(problems));
  if (loaded.length < files.length) return { study: undefined, messages };
  const conflict = findConflict(loaded);
  if (conflict) return { study: undefined, messages: [...messages, conflict] };
  const all = loaded.flatMap(({ scenarios }) => scenarios);
  const names = all.map(({ name }) => name);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const message = noScenario(unknown, 'in these files', names);
    return { study: undefined, messages: [...messages, message] };
  }
  const asked = chosen.length === 0 ? all : all.filter(({ name }) => chosen.includes(name));
  const { baseline } = loaded[0];
  const study: LoadedStudy = {
    name: basename(dirname(resolve(files[0]))),
    baseline,
    scenarios: asked
      .filter(({ name }) => name !== baseline.name)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    replications: agreed(asked.map(({ replications }) => replications)),
    seed: agreed(asked.map(({ seed }) => seed)),
    inputs: [...paths].sort().map(readFingerprint),
  };
  return { study, messages };
}

/** A file, and what it gives. */
interface LoadedFile {
  readonly file: string;
  readonly scenarios: readonly Scenario[];
  readonly baseline: Scenario;
}

/** Why these scenarios cannot be run together. */
function findConflict(loaded: readonly LoadedFile[]): string | undefined {
  const fileOf = new Map<string, string>([[loaded[0].baseline.name, 'the baseline']]);
  for (const { file, scenarios, baseline } of loaded) {
    if (!isDeepStrictEqual(baseline, loaded[0].baseline)) {
      return `${file} does not extend the same baseline as ${loaded[0].file}; run them one by one`;
    }
    for (const scenario of scenarios) {
      if (scenario === baseline) continue;
      const other = fileOf.get(scenario.name);
      if (other) return `${file}: the name "${scenario.name}" is that of ${other} already`;
      fileOf.set(scenario.name, file);
    }
  }
  return undefined;
}

/** The value that all have, undefined when they differ. */
function agreed<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** The path as seen from the working folder, so that a manifest does not tell where the study lies. */
function readFingerprint(path: string): WrittenFile {
  return fingerprint(relative(process.cwd(), path).split(sep).join('/'), readFileSync(path));
}
