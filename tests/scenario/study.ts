// The fixture study "two-corridors", to be loaded as it is or with edits made in memory.

import { readdirSync, readFileSync } from 'node:fs';
import {
  type FileOutcome,
  type LoadOutcome,
  loadScenario,
  scenarioLoader,
} from '../../src/scenario/load.ts';

const folder = new URL('../fixtures/two-corridors/', import.meta.url);
const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);

/** The place where a problem is expected is marked in edits with this sign, which is then taken out. */
const marker = '«';

/** A file name, a text that stands in it once, and what is put in its place. */
export type Edit = readonly [file: string, before: string, after: string];

/** The files of the study after some edits, by name, and the marked place in them as `file:line:column`. */
export function editStudy(edits: readonly Edit[]): { files: Map<string, string>; place: string } {
  const files = new Map(texts);
  for (const [name, before, after] of edits) {
    const text = files.get(name) ?? '';
    if (text.split(before).length !== 2) throw new Error(`"${before}" is not once in ${name}`);
    files.set(
      name,
      text.replace(before, () => after),
    );
  }
  const marked = [...files].find(([, text]) => text.includes(marker));
  if (!marked) return { files, place: '' };
  const [name, text] = marked;
  const before = text.slice(0, text.indexOf(marker)).split('\n');
  files.set(name, text.replace(marker, ''));
  return { files, place: `${name}:${before.length}:${before.at(-1)!.length + 1}` };
}

/** Loads a file of the study after some edits. */
export function load(file: string, ...edits: readonly Edit[]): LoadOutcome {
  const { files } = editStudy(edits);
  return loadScenario(file, (path) => files.get(path));
}

/** Loads a file of the study with some files replaced; undefined takes one away. */
export function loadWith(
  file: string,
  replaced: Readonly<Record<string, string | undefined>>,
): LoadOutcome {
  const files = { ...Object.fromEntries(texts), ...replaced };
  return loadScenario(file, (path) => files[path]);
}

/** Loads a new file beside the baseline, which may give several scenarios. */
export function loadFile(
  name: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
) {
  const files = { ...Object.fromEntries(texts), ...others, [name]: text };
  return scenarioLoader((path) => files[path])(name);
}

/** The scenarios that were loaded; throws their problems when there are any, warnings too. */
export function scenariosIn(outcome: FileOutcome) {
  if ('scenarios' in outcome && outcome.problems.length === 0) return outcome.scenarios;
  throw new Error(outcome.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

/** The scenario that a file gives after some edits; throws when it has problems. */
export function scenarioOf(file: string, ...edits: readonly Edit[]) {
  return scenarioIn(load(file, ...edits));
}

/** The scenario that was loaded; throws its problems when there are any, warnings too. */
export function scenarioIn(outcome: LoadOutcome) {
  if ('scenario' in outcome && outcome.problems.length === 0) return outcome.scenario;
  throw new Error(outcome.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}
