// Turns the text of a scenario's files into a scenario, or into every problem in them at once.

import type { Scenario } from '../model/scenario.ts';
import { buildWorld } from './build.ts';
import { readLayers } from './layers.ts';
import { checkLayer, mergeLayer } from './merge.ts';
import { type Problem, sortProblems } from './problem.ts';
import { applySet, type World } from './set.ts';
import { type ReadText, readStudy } from './study-files.ts';

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
  const problems: Problem[] = [];
  const layers = readLayers(file, readText, problems);
  if (!layers) return { problems: sortProblems(problems) };
  for (const layer of layers) checkLayer(layer.tree, problems);
  const [first, ...others] = layers;
  const study = readStudy(first!.file, readText, problems);
  let world: World = { study, scenario: first!.tree };
  const base = buildWorld(world, undefined, problems);
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
