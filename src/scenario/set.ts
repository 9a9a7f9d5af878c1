// Puts the new values of `set` into the trees of a study and of a baseline.

import { checkChange, isNull } from './merge.ts';
import { nearestHint } from './nearest.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Study } from './study-files.ts';
import {
  type Entry,
  type ListTree,
  type MapTree,
  type Tree,
  textOf,
  treeAt,
  withEntry,
} from './tree.ts';

/** A study, and a baseline or scenario merged with what it extends. */
export interface World {
  readonly study: Study;
  readonly scenario: MapTree;
}

/** A line of `set`. */
interface Change {
  readonly path: string;
  readonly entry: Entry;
  readonly problems: Problem[];
}

/**
 * What a path can change, by its first word: a list of a study file and the fields of its items.
 * The others, such as the ends of a flow, make the routes, which a scenario shares with its baseline.
 */
const studyParts = {
  demand: { file: 'demand', list: 'flows', fields: ['volume', 'not_shipped'] },
  commodities: {
    file: 'commodities',
    list: 'commodities',
    fields: ['value', 'value_of_time', 'route_scale', 'corridor_scale', 'tariff_factors'],
  },
  corridors: { file: 'corridors', list: 'corridors', fields: ['constant'] },
} as const;
const behaviourFields = ['inertia', 'cost_smoothing'];
const provenanceFields = ['source', 'assumption'];
const firstWords = [...Object.keys(studyParts), 'behaviour', 'events'];

/** The world with the values of the scenario's `set` in it. Paths that lead nowhere or change nothing are problems. */
export function applySet(world: World, problems: Problem[]): World {
  const set = treeAt(world.scenario, ['set']);
  if (set?.kind !== 'map') return world;
  let changed = world;
  for (const [path, entry] of set.entries) {
    changed = applyChange(changed, { path, entry, problems });
  }
  return changed;
}

function applyChange(world: World, change: Change): World {
  const [first = '', ...rest] = change.path.split('.');
  if (first === 'events') return removeEvent(world, rest, change);
  if (first === 'behaviour') {
    if (!isField(rest[0], behaviourFields, change)) return world;
    return { ...world, scenario: changeUnder(world.scenario, first, rest, change) };
  }
  if (!(first in studyParts)) {
    reportWord(change, first, firstWords);
    return world;
  }
  const { file, list, fields } = studyParts[first as keyof typeof studyParts];
  const tree = world.study[file];
  if (tree?.kind !== 'map' || !isField(rest[1], fields, change)) return world;
  const study = { ...world.study, [file]: changeUnder(tree, list, rest, change) };
  return { ...world, study };
}

/** True when the field can be set; else a problem. */
function isField(field: string | undefined, fields: readonly string[], change: Change): boolean {
  const valid = [...fields, ...provenanceFields];
  if (field !== undefined && valid.includes(field)) return true;
  const message =
    field === undefined
      ? `the path "${change.path}" names no field`
      : `"${field}" is not a field that a scenario can set`;
  report(change, message, `fields: ${valid.join(', ')}`);
  return false;
}

/** An event is changed by an event of the same id; here it can only be removed. */
function removeEvent(world: World, path: readonly string[], change: Change): World {
  const [id] = path;
  if (id === undefined || path.length > 1 || !isNull(change.entry.value)) {
    const message = 'an event can only be removed here, with null';
    report(change, message, 'to change it, write an event with its id under events');
    return world;
  }
  const events = world.scenario.entries.get('events');
  if (events?.value.kind !== 'list') return world;
  const { items } = events.value;
  const kept = items.filter((event) => textOf(event, 'id') !== id);
  if (kept.length === items.length) reportWord(change, id, idsOf(items));
  const value = { ...events.value, items: kept };
  return { ...world, scenario: withEntry(world.scenario, 'events', { ...events, value }) };
}

/** The map with the change made below one of its keys; the map itself when it has no such key. */
function changeUnder(map: MapTree, key: string, path: readonly string[], change: Change): MapTree {
  const entry = map.entries.get(key);
  if (!entry) return map;
  return withEntry(map, key, { ...entry, value: changeAt(entry.value, path, change) });
}

/** The tree with the change made at a path; the tree itself, and a problem, when the path leads nowhere. */
function changeAt(tree: Tree, path: readonly string[], change: Change): Tree {
  const [key = '', ...rest] = path;
  if (tree.kind === 'list') return changeItem(tree, key, rest, change);
  if (tree.kind === 'scalar') {
    reportWord(change, key, []);
    return tree;
  }
  if (rest.length > 0) {
    if (!tree.entries.has(key)) reportWord(change, key, tree.entries.keys());
    return changeUnder(tree, key, rest, change);
  }
  const { entry, path: whole, problems } = change;
  checkChange(whole, tree.entries.get(key)?.value, entry.value, problems);
  return withEntry(tree, key, isNull(entry.value) ? undefined : entry);
}

function changeItem(list: ListTree, id: string, path: readonly string[], change: Change): Tree {
  const item = list.items.find((other) => textOf(other, 'id') === id);
  if (!item) reportWord(change, id, idsOf(list.items));
  if (!item) return list;
  const changed = changeAt(item, path, change);
  return { ...list, items: list.items.map((other) => (other === item ? changed : other)) };
}

function idsOf(items: readonly Tree[]): string[] {
  return items.flatMap((item) => textOf(item, 'id') ?? []);
}

function reportWord(change: Change, word: string, valid: Iterable<string>): void {
  const message = `there is no "${word}" in the path "${change.path}"`;
  report(change, message, nearestHint(word, valid));
}

function report({ entry, problems }: Change, message: string, hint: string): void {
  problems.push(problemAt(entry.keyPlace, 'unknown-path', message, hint));
}
