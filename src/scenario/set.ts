// Puts the new values of `set` into the trees of a study and of a baseline.

import { itemName } from './item-name.ts';
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

/** What `set` can change of a file of the study: the fields of the items of its lists. */
interface StudyPart {
  readonly file: keyof Study;
  /** Its lists, and what can be set of their items; the list of a table has no name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/**
 * What a path can change, by its first word. What is not here, such as the ends of a flow, makes the routes, which a
 * scenario shares with its baseline.
 */
const studyParts: Readonly<Record<string, StudyPart>> = {
  demand: { file: 'demand', lists: { flows: ['volume', 'not_shipped'] } },
  commodities: {
    file: 'commodities',
    lists: {
      commodities: ['value', 'value_of_time', 'route_scale', 'corridor_scale', 'tariff_factors'],
    },
  },
  corridors: { file: 'corridors', lists: { corridors: ['constant'] } },
  nodes: {
    file: 'nodes',
    lists: { '': ['capacity_mt_per_year', 'passage_hours', 'passage_cost_usd_per_t'] },
  },
  links: {
    file: 'links',
    lists: { '': ['capacity_mt_per_year', 'travel_hours', 'cost_usd_per_t'] },
  },
  rates: {
    file: 'rates',
    lists: { speeds: ['speed'], tariffs: ['tariff'], transfers: ['time', 'cost'] },
  },
};
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

/** What stands at a path that `set` may have; undefined when there is nothing. */
export function settingAt({ study, scenario }: World, path: string): Tree | undefined {
  const [first = '', ...words] = path.split('.');
  if (!(first in studyParts)) return treeByNames(scenario, [first, ...words]);
  const { file, lists } = studyParts[first];
  const names = Object.keys(lists);
  // Where a file has one list, the path does not name it.
  const list = names.length === 1 && names[0] !== '' ? names : [];
  return treeByNames(study[file], [...list, ...words]);
}

/** The part of a tree that keys, and names of items, lead to. */
function treeByNames(tree: Tree | undefined, words: readonly string[]): Tree | undefined {
  return words.reduce<Tree | undefined>((part, word) => {
    if (part?.kind === 'list') return part.items.find((item) => itemName(item) === word);
    return part && treeAt(part, [word]);
  }, tree);
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
  return changeStudy(world, studyParts[first], rest, change);
}

function changeStudy(
  world: World,
  { file, lists }: StudyPart,
  path: readonly string[],
  change: Change,
): World {
  const names = Object.keys(lists);
  const named = names.length > 1;
  const name = named ? (path[0] ?? '') : names[0];
  if (!(name in lists)) {
    reportWord(change, name, names);
    return world;
  }
  const rest = named ? path.slice(1) : path;
  const tree = world.study[file];
  if (!tree || !isField(rest[1], lists[name], change)) return world;
  if (tree.kind === 'list') return withFile(world, file, changeAt(tree, rest, change));
  return tree.kind === 'map' ? withFile(world, file, changeUnder(tree, name, rest, change)) : world;
}

function withFile(world: World, file: keyof Study, tree: Tree): World {
  return { ...world, study: { ...world.study, [file]: tree } };
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
  const item = list.items.find((other) => itemName(other) === id);
  if (!item) reportWord(change, id, idsOf(list.items));
  if (!item) return list;
  const changed = changeAt(item, path, change);
  return { ...list, items: list.items.map((other) => (other === item ? changed : other)) };
}

function idsOf(items: readonly Tree[]): string[] {
  return items.map(itemName);
}

function reportWord(change: Change, word: string, valid: Iterable<string>): void {
  const message = `there is no "${word}" in the path "${change.path}"`;
  report(change, message, nearestHint(word, valid));
}

function report({ entry, problems }: Change, message: string, hint: string): void {
  problems.push(problemAt(entry.keyPlace, 'unknown-path', message, hint));
}
