// Follows `extends` from a scenario to its baseline.

import { type ReadText, readSource } from './input-file.ts';
import type { SourceText } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import { besideFile } from './study-files.ts';
import { type MapTree, placeAt, textOf } from './tree.ts';
import { parseYaml } from './yaml-tree.ts';

/** Keys of a file that gives several scenarios in place of itself. */
export const manyKeys = ['overrides', 'scenarios', 'matrix'];

/** A file of the chain from the baseline to the scenario. */
export interface Layer {
  readonly file: string;
  readonly tree: MapTree;
}

/** The files from the baseline to the given one; undefined when one of them cannot be read. */
export function readLayers(
  file: string,
  readText: ReadText,
  problems: Problem[],
): Layer[] | undefined {
  const layers: Layer[] = [];
  let next = readSource(file, readText, problems, { missing: 'there is no such file' });
  while (next) {
    const tree = parseYaml(next, problems);
    if (tree && tree.kind !== 'map') {
      problems.push(problemAt(tree.place, 'wrong-type', 'expected keys and values'));
    }
    if (tree?.kind !== 'map') return undefined;
    if (layers.length > 0) checkSingle(tree, layers[0].tree, problems);
    layers.unshift({ file: next.file, tree });
    const name = textOf(tree, 'extends');
    if (name === undefined) return layers;
    next = baseOf(name, layers, readText, problems);
  }
  return undefined;
}

/** Reports that what a file extends gives several scenarios: none of them is meant more than another. */
function checkSingle(base: MapTree, above: MapTree, problems: Problem[]): void {
  if (!manyKeys.some((key) => base.entries.has(key))) return;
  const message = `"${textOf(above, 'extends')}" gives several scenarios`;
  const hint = 'put what they share into a file of its own, and extend that';
  problems.push(problemAt(placeAt(above, ['extends']), 'several-scenarios', message, hint));
}

/** The text of what the first layer extends; undefined when it cannot be read or has been read before. */
function baseOf(
  name: string,
  layers: readonly Layer[],
  readText: ReadText,
  problems: Problem[],
): SourceText | undefined {
  const layer = layers[0];
  const place = placeAt(layer.tree, ['extends']);
  const file = besideFile(layer.file, name);
  if (layers.some((read) => read.file === file)) {
    problems.push(problemAt(place, 'extends-cycle', `${file} extends this file in its turn`));
    return undefined;
  }
  const missing = `there is no file ${file}`;
  return readSource(file, readText, problems, { named: place, missing });
}
