// Turns the text of a scenario's files into a scenario, or into every problem in them at once.

import type { Scenario } from '../model/scenario.ts';
import { type BuiltWorld, buildWorld } from './build.ts';
import type { ReadText } from './input-file.ts';
import { type Layer, readLayers } from './layers.ts';
import { checkLayer, mergeLayer } from './merge.ts';
import { type Problem, sortProblems } from './problem.ts';
import { applySet, type World } from './set.ts';
import { readStudy } from './study-files.ts';

/** What came of a scenario file: the scenario and its baseline, with warnings; or errors. */
export type LoadOutcome =
  | { readonly scenario: Scenario; readonly baseline: Scenario; readonly problems: Problem[] }
  | { readonly problems: Problem[] };

/**
 * Loads a scenario, or a baseline, which is then both.
 * @param file      path of the file; the files of the study stand beside its baseline
 * @param readText  text of a file, or undefined when there is no such file
 */
export function loadScenario(file: string, readText: ReadText): LoadOutcome {
  return scenarioLoader(readText)(file);
}

/** Loads scenarios one by one; the study and the baseline that several share are read and built once. */
export function scenarioLoader(readText: ReadText): (file: string) => LoadOutcome {
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

/** Lays the other files over the baseline, from the lowest to the asked one. */
function loadLayers(
  { world: baseWorld, base }: LoadedBaseline,
  others: readonly Layer[],
  problems: Problem[],
): LoadOutcome {
  for (const { tree } of others) checkLayer(tree, problems);
  let world = baseWorld;
  let top = base;
  for (const { tree } of others) {
    const merged = mergeLayer(world.scenario, tree, problems);
    world = applySet({ study: world.study, scenario: merged }, problems);
    top = buildWorld(world, top, problems);
  }
  const { scenario } = top;
  const baseline = base.scenario;
  const sorted = sortProblems(problems);
  return baseline && scenario ? { scenario, baseline, problems: sorted } : { problems: sorted };
}
