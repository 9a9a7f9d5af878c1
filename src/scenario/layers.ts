// Follows `extends` from a scenario to its baseline.

import { sourceText } from './place.ts';
import { missingFile, type Problem, problemAt } from './problem.ts';
import { besideFile, type ReadText } from './study-files.ts';
import { type MapTree, placeAt, textOf } from './tree.ts';
import { parseYaml } from './yaml-tree.ts';

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
  const text = readText(file);
  if (text === undefined) {
    problems.push(missingFile(file, 'there is no such file'));
    return undefined;
  }
  const layers: Layer[] = [];
  let next: { file: string; text: string } | undefined = { file, text };
  while (next) {
    const tree = parseYaml(sourceText(next.file, next.text), problems);
    if (tree && tree.kind !== 'map') {
      problems.push(problemAt(tree.place, 'wrong-type', 'expected keys and values'));
    }
    if (tree?.kind !== 'map') return undefined;
    layers.unshift({ file: next.file, tree });
    const name = textOf(tree, 'extends');
    if (name === undefined) return layers;
    next = baseOf(name, layers, readText, problems);
  }
  return undefined;
}

/** File and text of what the first layer extends; undefined when there is no such file or it has been read before. */
function baseOf(name: string, layers: readonly Layer[], readText: ReadText, problems: Problem[]) {
  const layer = layers[0];
  const place = placeAt(layer.tree, ['extends']);
  const file = besideFile(layer.file, name);
  if (layers.some((read) => read.file === file)) {
    problems.push(problemAt(place, 'extends-cycle', `${file} extends this file in its turn`));
    return undefined;
  }
  const text = readText(file);
  if (text !== undefined) return { file, text };
  problems.push(problemAt(place, 'missing-file', `there is no file ${file}`));
  return undefined;
}
