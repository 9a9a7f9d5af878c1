// Lays a scenario over what it extends.

import { manyKeys } from './layers.ts';
import { type Problem, problemAt } from './problem.ts';
import { sameValue } from './same-value.ts';
import {
  type Entry,
  itemsOf,
  keyPlaceAt,
  type MapTree,
  placeAt,
  type Tree,
  textOf,
  treeAt,
} from './tree.ts';

/** What a file has of its own; all other keys come from the file that it extends when it has none itself. */
const ownKeys = [
  ...['schema_version', 'name', 'title', 'description', 'extends', 'set', 'expect'],
  ...['replaces', ...manyKeys],
];

/** What only a baseline has; there all scenarios must agree. */
const baselineKeys = ['horizon', 'behaviour', 'sampling'];

/** Pairs of keys that stand for one another: an event that is given one loses the other. */
export const alternativeKeys = new Map([
  ['source', 'assumption'],
  ['assumption', 'source'],
  ['for', 'until'],
  ['until', 'for'],
]);

/** A scenario laid over what it extends: events merge by id, other keys are inherited. */
export function mergeLayer(base: MapTree, layer: MapTree, problems: Problem[]): MapTree {
  checkName(base, layer, problems);
  for (const key of ['replications', 'seed']) {
    const own = layer.entries.get(key);
    if (own) checkChange(key, base.entries.get(key)?.value, own.value, problems);
  }
  const inherited = [...base.entries].filter(([key]) => !ownKeys.includes(key));
  const own = [...layer.entries].filter(([key]) => !baselineKeys.includes(key));
  const entries = new Map<string, Entry>([...inherited, ...own]);
  const correlations = layer.entries.get('correlations');
  if (correlations?.value.kind === 'list') {
    const items = [...itemsOf(treeAt(base, ['correlations'])), ...correlations.value.items];
    entries.set('correlations', { ...correlations, value: { ...correlations.value, items } });
  }
  layEvents(base, layer, entries, problems);
  return { ...layer, entries };
}

/** An override laid over the file that it stands in, and over other overrides: it has only events and `set`. */
export function mergeOverride(base: MapTree, override: MapTree, problems: Problem[]): MapTree {
  checkEventIds(override, problems);
  const entries = new Map(base.entries);
  entries.delete('set');
  for (const key of ['set', 'events']) {
    const own = override.entries.get(key);
    if (own) entries.set(key, own);
  }
  layEvents(base, override, entries, problems);
  return { ...base, entries };
}

/** Merges the events of both by id. */
function layEvents(
  base: MapTree,
  layer: MapTree,
  entries: Map<string, Entry>,
  problems: Problem[],
): void {
  const events = layer.entries.get('events');
  const baseEvents = treeAt(base, ['events']);
  if (events?.value.kind !== 'list' || baseEvents?.kind !== 'list') return;
  const items = mergeEvents(baseEvents.items, events.value.items, problems);
  entries.set('events', { ...events, value: { ...events.value, items } });
}

/** Reports what a baseline or scenario may not hold, apart from the other files. */
export function checkLayer(layer: MapTree, problems: Problem[]): void {
  checkEventIds(layer, problems);
  const isBaseline = !layer.entries.has('extends');
  if (isBaseline) checkBaseline(layer, problems);
  const misplaced = isBaseline ? ['expect', 'replaces', ...manyKeys] : baselineKeys;
  const message = isBaseline ? 'needs a baseline, named by `extends`' : 'belongs into the baseline';
  for (const key of misplaced.filter((name) => layer.entries.has(name))) {
    const hint = key === 'behaviour' ? 'to change it, write set: { behaviour.inertia: … }' : '';
    const place = keyPlaceAt(layer, [key]);
    problems.push(problemAt(place, 'misplaced-key', `"${key}" ${message}`, hint));
  }
}

/** Reports what a baseline must hold and does not: it is the only file that can give it. */
function checkBaseline(layer: MapTree, problems: Problem[]): void {
  for (const key of ['horizon', 'behaviour', 'replications', 'seed']) {
    if (layer.entries.has(key)) continue;
    problems.push(problemAt(layer.place, 'missing-key', `"${key}" is missing in the baseline`));
  }
}

/** Reports a scenario that is named as what it extends. */
export function checkName(base: MapTree, layer: MapTree, problems: Problem[]): void {
  const name = textOf(layer, 'name');
  if (name === undefined || name !== textOf(base, 'name')) return;
  const message = `the file that this one extends is named "${name}" too`;
  problems.push(problemAt(placeAt(layer, ['name']), 'duplicate-id', message));
}

function mergeEvents(
  base: readonly Tree[],
  changes: readonly Tree[],
  problems: Problem[],
): readonly Tree[] {
  const ids = base.map((event) => textOf(event, 'id'));
  const merged = [...base];
  for (const change of changes) {
    const id = textOf(change, 'id');
    const index = id === undefined ? -1 : ids.indexOf(id);
    const event = base[index];
    if (event?.kind === 'map' && change.kind === 'map') {
      merged[index] = mergeEvent(event, change, problems);
    } else merged.push(change);
  }
  return merged;
}

/** The event with the fields of the change in place of its own; a field of null is removed. */
function mergeEvent(event: MapTree, change: MapTree, problems: Problem[]): MapTree {
  const entries = new Map(event.entries);
  for (const [key, entry] of change.entries) {
    if (key === 'id') continue;
    checkChange(key, event.entries.get(key)?.value, entry.value, problems);
    const alternative = alternativeKeys.get(key);
    if (alternative !== undefined && !change.entries.has(alternative)) entries.delete(alternative);
    if (isNull(entry.value)) entries.delete(key);
    else entries.set(key, entry);
  }
  return { ...change, entries };
}

/** Reports a new value that is the old one, and the removal of what is not there. */
export function checkChange(
  what: string,
  before: Tree | undefined,
  after: Tree,
  problems: Problem[],
): void {
  if (isNull(after) && !before) {
    problems.push(problemAt(after.place, 'no-change', `"${what}" is not there to be removed`));
  } else if (before && sameValue(before, after)) {
    problems.push(problemAt(after.place, 'no-change', `"${what}" has this value already`));
  }
}

/** True for a value that removes what it is given to. */
export function isNull(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null;
}

/** Reports events of one file that have the same id. */
function checkEventIds(layer: MapTree, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const event of itemsOf(treeAt(layer, ['events']))) {
    const id = textOf(event, 'id');
    if (id === undefined) continue;
    if (seen.has(id)) {
      const message = `there is already an event "${id}"`;
      problems.push(problemAt(placeAt(event, ['id']), 'duplicate-id', message));
    }
    seen.add(id);
  }
}
