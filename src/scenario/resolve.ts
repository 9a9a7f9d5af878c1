// Writes a scenario of many layers as one file, if asked with the file and line of every value.

import { flatten } from './flatten.ts';
import type { ReadText } from './input-file.ts';
import { readLayers } from './layers.ts';
import { scenarioLoader } from './load.ts';
import { alternativeKeys } from './merge.ts';
import type { Problem } from './problem.ts';
import { sameValue } from './same-value.ts';
import { applySet, settingAt, type World } from './set.ts';
import { type StackedScenario, stackScenarios } from './stack.ts';
import { readStudy } from './study-files.ts';
import { itemsOf, type MapTree, type Tree, textOf, treeAt } from './tree.ts';
import {
  asItem,
  entryLines,
  itemLines,
  linesText,
  mapLines,
  plainText,
  type YamlLine,
} from './yaml-text.ts';

/** What a file gives, ready to be written; or its problems. */
export type ResolveOutcome =
  | {
      readonly problems: readonly Problem[];
      /** By the name of the scenario; the text is a file to stand beside the one that was read. */
      readonly texts: ReadonlyMap<string, (withOrigin: boolean) => string>;
    }
  | { readonly problems: readonly Problem[] };

/** Reads a file, and gives each of its scenarios as a text; a baseline is one, and stays itself. */
export function resolveFile(file: string, readText: ReadText): ResolveOutcome {
  const outcome = scenarioLoader(readText)(file);
  const { problems } = outcome;
  const layers = 'scenarios' in outcome ? readLayers(file, readText, []) : undefined;
  if (!layers) return { problems };
  const [first, ...others] = layers;
  const study = readStudy(first.file, readText, []);
  const base = applySet({ study, scenario: first.tree }, []);
  const trees = others.map(({ tree }) => tree);
  const named = (stacked: StackedScenario) => {
    const write = (withOrigin: boolean) =>
      stacked.layers.length === 0
        ? linesText(mapLines(base.scenario), withOrigin)
        : scenarioText(base, stacked, relativePath(file, first.file), withOrigin);
    return [textOf(stacked.world.scenario, 'name')!, write] as const;
  };
  return { problems, texts: new Map(stackScenarios(base, trees, []).map(named)) };
}

/** A scenario as one layer; with origins, what it keeps of its baseline stands there as comments. */
function scenarioText(
  base: World,
  stacked: StackedScenario,
  baseName: string,
  withOrigin: boolean,
): string {
  const { tree, changedEvents } = flatten(base, stacked, baseName);
  if (!withOrigin) return linesText(mapLines(tree), false);
  const lines = [...tree.entries].flatMap(([key, { value }]) => {
    if (key === 'events' && value.kind === 'list') {
      return [head(key), ...value.items.flatMap((item) => eventLines(item, changedEvents))];
    }
    if (key === 'set' && value.kind === 'map') return [head(key), ...setLines(value, base)];
    return entryLines(key, value, '');
  });
  const kept = keptLines(base, stacked.world, tree).map(commented);
  const intro = { text: '# Unchanged, from the baseline:', place: undefined };
  return linesText(kept.length === 0 ? lines : [...lines, intro, ...kept], true);
}

function head(key: string): YamlLine {
  return { text: `${key}:`, place: undefined };
}

function commented({ text, place }: YamlLine): YamlLine {
  return { text: `# ${text}`, place };
}

/** An event; of one that changes another, the fields that stay are comments. */
function eventLines(event: Tree, changedEvents: ReadonlyMap<Tree, MapTree>): YamlLine[] {
  const before = changedEvents.get(event);
  if (!before || event.kind !== 'map') {
    return itemLines(event, '');
  }
  const stays = new Map(
    [...before.entries].filter(([key]) => !event.entries.has(key) && !isReplaced(key, event)),
  );
  const own = asItem(mapLines(event), '');
  const inherited = mapLines({ ...before, entries: stays }).map(({ text, place }) => ({
    text: `    # ${text}`,
    place,
  }));
  return [...own, ...inherited];
}

/** True when the event gives the same by another key. */
function isReplaced(key: string, event: MapTree): boolean {
  const other = alternativeKeys.get(key);
  return other !== undefined && event.entries.has(other);
}

/** What is set, and after each value what stood there before. */
function setLines(set: MapTree, base: World): YamlLine[] {
  return [...set.entries].flatMap(([path, { value }]) => {
    const before = settingAt(base, path);
    const lines = entryLines(path, value, '  ');
    if (!before) return lines;
    return [...lines, { text: `  # before: ${plainText(before)}`, place: before.place }];
  });
}

/** What the scenario keeps of its baseline, apart from the events that it changes. */
function keptLines(base: World, world: World, tree: MapTree): YamlLine[] {
  const keys = ['horizon', 'behaviour', 'replications', 'seed', 'sampling', 'correlations', 'set'];
  const lines = keys.flatMap((key) => {
    const value = treeAt(base.scenario, [key]);
    if (!value || (key !== 'set' && tree.entries.has(key))) return [];
    return entryLines(key, key === 'behaviour' ? keptPart(value, world) : value, '');
  });
  const still = new Set(itemsOf(treeAt(world.scenario, ['events'])));
  const items = itemsOf(treeAt(base.scenario, ['events'])).filter((event) => still.has(event));
  if (items.length === 0) return lines;
  return [...lines, head('events'), ...items.flatMap((item) => itemLines(item, ''))];
}

/** What stands in the behaviour of the baseline and of the scenario alike. */
function keptPart(behaviour: Tree, { scenario }: World): Tree {
  if (behaviour.kind !== 'map') return behaviour;
  const entries = [...behaviour.entries].filter(([key, { value }]) => {
    const after = treeAt(scenario, ['behaviour', key]);
    return after && sameValue(after, value);
  });
  return { ...behaviour, entries: new Map(entries) };
}

/** The path of a file as another names it. */
function relativePath(from: string, to: string): string {
  if (to.startsWith('/') !== from.startsWith('/')) return to;
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}
