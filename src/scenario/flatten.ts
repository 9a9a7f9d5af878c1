// Turns a scenario of many layers into one layer on the same baseline, which says the same.

import { alternativeKeys, isNull } from './merge.ts';
import { sameValue } from './same-value.ts';
import { settingAt, type World } from './set.ts';
import type { StackedScenario } from './stack.ts';
import { type Entry, itemsOf, type MapTree, type Tree, textOf, treeAt } from './tree.ts';

/** What a scenario changes of its baseline. */
export interface FlatScenario {
  /** A scenario file that extends the baseline. */
  readonly tree: MapTree;
  /** The events of the tree that change one of the baseline, each with that one. */
  readonly changedEvents: ReadonlyMap<Tree, MapTree>;
}

/**
 * The layers of a scenario as one.
 * @param base     its baseline
 * @param baseName the baseline's file as the new file names it
 */
export function flatten(
  base: World,
  { world, layers }: StackedScenario,
  baseName: string,
): FlatScenario {
  const { place, entries: merged } = world.scenario;
  const entries = new Map<string, Entry>();
  const copy = (key: string) => {
    const entry = merged.get(key);
    if (entry) entries.set(key, entry);
  };
  const put = (key: string, value: Tree) => entries.set(key, { keyPlace: place, value });
  for (const key of ['schema_version', 'name', 'title', 'description']) copy(key);
  const named = layers[0].entries.get('extends')?.value.place ?? place;
  put('extends', { kind: 'scalar', place: named, value: baseName });
  for (const key of ['replications', 'seed']) {
    if (merged.get(key) !== base.scenario.entries.get(key)) copy(key);
  }
  const { file } = base.scenario.place.source;
  const correlations = itemsOf(treeAt(world.scenario, ['correlations'])).filter(
    (item) => item.place.source.file !== file,
  );
  if (correlations.length > 0) put('correlations', { kind: 'list', place, items: correlations });
  const changedEvents = eventsOf(base, world, layers);
  const items = [...changedEvents.keys()];
  if (items.length > 0) put('events', { kind: 'list', place, items });
  const set = settingsOf(base, world, layers);
  if (set.size > 0) put('set', { kind: 'map', place, entries: set });
  copy('expect');
  const known = [...changedEvents].flatMap(([event, before]) =>
    before ? [[event, before] as const] : [],
  );
  return { tree: { kind: 'map', place, entries }, changedEvents: new Map(known) };
}

/** The events that differ from those of the baseline, each with the baseline's, if that has one of its id. */
function eventsOf(
  base: World,
  world: World,
  layers: readonly MapTree[],
): Map<Tree, MapTree | undefined> {
  const before = byId(base);
  const events = new Map<Tree, MapTree | undefined>();
  for (const [id, event] of byId(world)) {
    const known = before.get(id);
    if (!known) events.set(event, undefined);
    else if (event !== known) {
      const changed = changesOf(id, known, event, layers);
      if (changed.entries.size > 1) events.set(changed, known);
    }
  }
  return events;
}

/** An event that changes another to what it has become: id, other values, and null for what is gone. */
function changesOf(
  id: string,
  before: MapTree,
  after: MapTree,
  layers: readonly MapTree[],
): MapTree {
  const entries = new Map<string, Entry>([['id', after.entries.get('id')!]]);
  for (const [key, entry] of after.entries) {
    const known = before.entries.get(key);
    if (!known || !sameValue(known.value, entry.value)) entries.set(key, entry);
  }
  for (const key of before.entries.keys()) {
    const other = alternativeKeys.get(key);
    if (after.entries.has(key) || (other !== undefined && entries.has(other))) continue;
    const removal = layers.map((layer) => removalOf(id, key, layer)).findLast(Boolean);
    if (removal) entries.set(key, removal);
  }
  return { ...after, entries };
}

function removalOf(id: string, key: string, layer: MapTree): Entry | undefined {
  const event = itemsOf(treeAt(layer, ['events'])).find((item) => textOf(item, 'id') === id);
  const entry = event?.kind === 'map' ? event.entries.get(key) : undefined;
  return entry && isNull(entry.value) ? entry : undefined;
}

/** The paths that are set, with the values that stand at the end. */
function settingsOf(base: World, world: World, layers: readonly MapTree[]): Map<string, Entry> {
  const written = layers.flatMap((layer) => {
    const set = treeAt(layer, ['set']);
    return set?.kind === 'map' ? [...set.entries] : [];
  });
  const paths = new Set(written.map(([path]) => path));
  const events = byId(base);
  const settings = new Map<string, Entry>();
  for (const [path, entry] of written) {
    if (path.startsWith('events.')) {
      if (events.has(path.slice('events.'.length))) settings.set(path, entry);
      continue;
    }
    if ([...paths].some((other) => path.startsWith(`${other}.`))) continue;
    const before = settingAt(base, path);
    const after = settingAt(world, path);
    if (before && after && sameValue(before, after)) continue;
    if (after) settings.set(path, { ...entry, value: after });
    else if (before) settings.set(path, entry);
  }
  return settings;
}

function byId({ scenario }: World): Map<string, MapTree> {
  const events = itemsOf(treeAt(scenario, ['events']));
  return new Map(
    events.flatMap((event) => {
      const id = textOf(event, 'id');
      return event.kind === 'map' && id !== undefined ? [[id, event] as const] : [];
    }),
  );
}
