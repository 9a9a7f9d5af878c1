// Lays the files and overrides of each scenario over its baseline.

import { type Combination, combinationsOf } from './combinations.ts';
import { manyKeys } from './layers.ts';
import { checkLayer, checkName, mergeLayer, mergeOverride } from './merge.ts';
import type { Problem } from './problem.ts';
import { applySet, type World } from './set.ts';
import { checkMarks, checkSetTwice, type UsedMarks } from './set-twice.ts';
import type { MapTree } from './tree.ts';

/** A scenario, not yet checked and built. */
export interface StackedScenario {
  readonly world: World;
  /** What was laid over the baseline, from the lowest to the uppermost. */
  readonly layers: readonly MapTree[];
}

/**
 * The scenarios that a file gives.
 * @param base  the baseline
 * @param files from the one that extends the baseline to the asked one; none = the baseline is asked
 */
export function stackScenarios(
  base: World,
  files: readonly MapTree[],
  problems: Problem[],
): StackedScenario[] {
  for (const file of files) checkLayer(file, problems);
  const top = files.at(-1);
  if (!top) return [{ world: base, layers: [] }];
  const below = files.slice(0, -1).reduce((world, file) => layFile(world, file, problems), base);
  const world = layFile(below, top, problems);
  const before = problems.length;
  const found = combinationsOf(top, problems);
  const allMade = problems.length === before;
  // Without any, the file by itself shows what else is wrong with it.
  const combinations = found.length > 0 ? found : [{ own: new Map(), overrides: [] }];
  const used: UsedMarks = new Set();
  const stacked = combinations.map((combination) => {
    const layers = [...files, ...combination.overrides];
    checkSetTwice(layers, used, problems);
    checkName(below.scenario, { ...top, entries: combination.own }, problems);
    return { world: layCombination(world, combination, problems), layers };
  });
  if (allMade) checkMarks(new Set(stacked.flatMap(({ layers }) => layers)), used, problems);
  return stacked;
}

function layFile(below: World, file: MapTree, problems: Problem[]): World {
  const scenario = mergeLayer(below.scenario, file, problems);
  return applySet({ study: below.study, scenario }, problems);
}

/** The world of a file with the overrides of a scenario on it, under the scenario's own name. */
function layCombination(file: World, { own, overrides }: Combination, problems: Problem[]): World {
  let world = file;
  for (const override of overrides) {
    const scenario = mergeOverride(world.scenario, override, problems);
    world = applySet({ study: world.study, scenario }, problems);
  }
  const entries = new Map([...world.scenario.entries, ...own]);
  for (const key of [...manyKeys, 'set']) entries.delete(key);
  const set = file.scenario.entries.get('set');
  if (set) entries.set('set', set);
  return { ...world, scenario: { ...world.scenario, entries } };
}
