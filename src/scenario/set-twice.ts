// Finds what two layers above the baseline set, unless the upper one says that it replaces it.

import { alternativeKeys, isNull } from './merge.ts';
import { type Place, positionOf } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import { itemsOf, type MapTree, type Tree, textOf, treeAt } from './tree.ts';

/** A value that a layer sets. */
interface Setting {
  /** What `replaces` may name to cover it: the event as a whole, else the path. */
  readonly mark: string;
  /** `demand.grain.volume`, `events.shut.for`, `seed`; `events.shut` = the event is taken out. */
  readonly path: string;
  /** Of the key, or of the event's field. */
  readonly place: Place;
  readonly removesEvent: boolean;
}

/** What lower layers set: where a path, or something below it, was set first. */
type Known = ReadonlyMap<string, Setting>;

/** The parts of `replaces` that have been needed. */
export type UsedMarks = Set<Tree>;

/**
 * Reports what is set twice by layers that stand on one another.
 * @param layers files and overrides from the lowest to the uppermost, without the baseline
 */
export function checkSetTwice(
  layers: readonly MapTree[],
  used: UsedMarks,
  problems: Problem[],
): void {
  const whole = new Map<string, Setting>();
  const inside = new Map<string, Setting>();
  for (const layer of layers) {
    const settings = settingsOf(layer);
    checkTogether(settings, problems);
    const found = new Map<string, Problem>();
    for (const setting of settings) {
      const earlier = earlierSetting(setting, whole, inside);
      const problem = earlier && twiceProblem(setting, earlier, layer, used);
      // Of an event, the first field that is set twice stands for all.
      if (problem && !found.has(setting.mark)) found.set(setting.mark, problem);
    }
    problems.push(...found.values());
    for (const setting of settings) {
      whole.set(setting.path, setting);
      for (const path of pathsAbove(setting.path)) inside.set(path, setting);
    }
  }
}

/** Reports paths of `replaces` that replace nothing in any scenario. */
export function checkMarks(
  layers: Iterable<MapTree>,
  used: ReadonlySet<Tree>,
  problems: Problem[],
): void {
  for (const layer of layers) {
    for (const mark of itemsOf(treeAt(layer, ['replaces']))) {
      if (used.has(mark) || mark.kind !== 'scalar') continue;
      const message = `no lower layer sets "${mark.value}" as this one does`;
      problems.push(problemAt(mark.place, 'no-change', message, 'take it out of replaces'));
    }
  }
}

/** What a layer sets, in the order of its keys. */
function settingsOf(layer: MapTree): Setting[] {
  const settings: Setting[] = [];
  for (const key of ['replications', 'seed']) {
    const entry = layer.entries.get(key);
    if (entry) settings.push({ mark: key, path: key, place: entry.keyPlace, removesEvent: false });
  }
  const set = treeAt(layer, ['set']);
  for (const [path, { keyPlace, value }] of set?.kind === 'map' ? set.entries : []) {
    const removesEvent = path.startsWith('events.') && isNull(value);
    settings.push({ mark: path, path: oneName(path), place: keyPlace, removesEvent });
  }
  for (const event of itemsOf(treeAt(layer, ['events']))) settings.push(...fieldsOf(event));
  return settings;
}

function fieldsOf(event: Tree): Setting[] {
  const id = textOf(event, 'id');
  if (event.kind !== 'map' || id === undefined) return [];
  return [...event.entries]
    .filter(([key]) => key !== 'id')
    .map(([key, { keyPlace }]) => ({
      mark: `events.${id}`,
      path: oneName(`events.${id}.${key}`),
      place: keyPlace,
      removesEvent: false,
    }));
}

/** Of two keys that stand for one another, the first names both. */
function oneName(path: string): string {
  const words = path.split('.');
  const last = words.at(-1)!;
  const other = alternativeKeys.get(last);
  if (other === undefined || words.length < 3) return path;
  return [...words.slice(0, -1), [last, other].sort()[0]].join('.');
}

/** What a lower layer has set at the path, around it or below it. */
function earlierSetting({ path }: Setting, whole: Known, inside: Known): Setting | undefined {
  const around = pathsAbove(path).find((above) => whole.has(above));
  return whole.get(path) ?? (around === undefined ? inside.get(path) : whole.get(around));
}

/** `events.shut.for` → `events.shut`, `events` */
function pathsAbove(path: string): string[] {
  const words = path.split('.');
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join('.'));
}

/** What is wrong with a value that is set twice; undefined when the layer says that it replaces it. */
function twiceProblem(
  { mark, path, place, removesEvent }: Setting,
  earlier: Setting,
  layer: MapTree,
  used: UsedMarks,
): Problem | undefined {
  const where = whereSet(earlier, place);
  if (earlier.removesEvent && !removesEvent) {
    const message = `"${mark}" is taken out ${where}`;
    return problemAt(place, 'set-twice', message, 'give the new event another id');
  }
  const marks = itemsOf(treeAt(layer, ['replaces'])).filter((written) => covers(written, path));
  for (const written of marks) used.add(written);
  if (marks.length > 0) return undefined;
  const hint = `to replace that, write replaces: [${mark}]`;
  return problemAt(place, 'set-twice', `"${path}" is set ${where} too`, hint);
}

function covers(mark: Tree, path: string): boolean {
  if (mark.kind !== 'scalar') return false;
  const marked = oneName(String(mark.value));
  return marked === path || path.startsWith(`${marked}.`);
}

function whereSet({ place }: Setting, from: Place): string {
  const { file } = place.source;
  const { line } = positionOf(place);
  const name = file.split('/').at(-1);
  return file === from.source.file ? `in line ${line}` : `in ${name}, line ${line}`;
}

/** Reports what one layer sets as a whole and in part: which of them would hold is not said. */
function checkTogether(settings: readonly Setting[], problems: Problem[]): void {
  const byPath = new Map(settings.map((setting) => [setting.path, setting]));
  for (const { path, place } of settings) {
    const around = pathsAbove(path).find((above) => byPath.has(above));
    if (around === undefined) continue;
    const where = whereSet(byPath.get(around)!, place);
    const message = `"${path}" is set with all of "${around}" ${where} too`;
    problems.push(problemAt(place, 'set-twice', message, 'take one of the two out'));
  }
}
