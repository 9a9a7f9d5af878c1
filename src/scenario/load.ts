// Turns the text of a scenario's files into scenarios, or into every problem in them at once.

import type { Scenario } from '../model/scenario.ts';
import { type BuiltWorld, buildWorld } from './build.ts';
import type { ReadText } from './input-file.ts';
import { type Layer, readLayers } from './layers.ts';
import { checkLayer } from './merge.ts';
import { fileProblem, hasErrors, type Problem, sortProblems } from './problem.ts';
import { applySet, type World } from './set.ts';
import { stackScenarios } from './stack.ts';
import { readStudy } from './study-files.ts';

/** What came of a file that gives one scenario: the scenario and its baseline, with warnings; or errors. */
export type LoadOutcome =
  | { readonly scenario: Scenario; readonly baseline: Scenario; readonly problems: Problem[] }
  | { readonly problems: Problem[] };

/** What came of a file: its scenarios (the baseline alone when it is one) and their baseline; or errors. */
export type FileOutcome =
  | {
      readonly scenarios: readonly Scenario[];
      readonly baseline: Scenario;
      readonly problems: Problem[];
    }
  | { readonly problems: Problem[] };

/**
 * Loads a scenario, or a baseline, which is then both. A file that gives several scenarios is a problem here.
 * @param file      path of the file; the files of the study stand beside its baseline
 * @param readText  text of a file, or undefined when there is no such file
 */
export function loadScenario(file: string, readText: ReadText): LoadOutcome {
  const { problems, ...loaded } = scenarioLoader(readText)(file);
  if (!('scenarios' in loaded)) return { problems };
  const [scenario, ...others] = loaded.scenarios;
  if (others.length === 0) return { scenario, baseline: loaded.baseline, problems };
  const message = `this file gives ${loaded.scenarios.length} scenarios where one is needed`;
  return { problems: [...problems, fileProblem(file, 'several-scenarios', message)] };
}

/** Loads files one by one; the study and the baseline that several share are read and built once. */
export function scenarioLoader(readText: ReadText): (file: string) => FileOutcome {
  const baselines = new Map<string, LoadedBaseline>();
  return (file) => {
    const problems: Problem[] = [];
    const layers = readLayers(file, readText, problems);
    if (!layers) return { problems: sortProblems(problems) };
    const [first, ...others] = layers;
    const known = baselines.get(first!.file) ?? loadBaseline(first!, readText);
    baselines.set(first!.file, known);
    problems.push(...known.problems);
    return loadLayers(known, others, problems);
  };
}

/** A baseline with its study, and what is wrong with them. */
interface LoadedBaseline {
  readonly world: World;
  readonly base: BuiltWorld;
  readonly problems: readonly Problem[];
}

function loadBaseline({ file, tree }: Layer, readText: ReadText): LoadedBaseline {
  const problems: Problem[] = [];
  checkLayer(tree, problems);
  const study = readStudy(file, readText, problems);
  const world = applySet({ study, scenario: tree }, problems);
  return { world, base: buildWorld(world, undefined, problems), problems };
}

/** Builds the scenarios that the other files, laid over the baseline, give. */
function loadLayers(
  { world: baseWorld, base }: LoadedBaseline,
  others: readonly Layer[],
  problems: Problem[],
): FileOutcome {
  const trees = others.map(({ tree }) => tree);
  const scenarios = stackScenarios(baseWorld, trees, problems).flatMap(({ world }) => {
    const built = world === baseWorld ? base : buildWorld(world, base, problems);
    return built.scenario ?? [];
  });
  const sorted = sortProblems(problems);
  const { scenario: baseline } = base;
  const isWhole = baseline && scenarios.length > 0 && !hasErrors(sorted);
  return isWhole ? { scenarios, baseline, problems: sorted } : { problems: sorted };
}
