// Works out the scenarios that a file gives: itself, or its combinations of overrides and the cells of its grid.

import { manyKeys } from './layers.ts';
import { declared, isKnown } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { type Reading, readTree } from './read-tree.ts';
import { mostScenarios, noOverride, type Skeleton, skeletonSchema } from './schema-layers.ts';
import {
  type Entry,
  itemsOf,
  type MapTree,
  placeAt,
  type Tree,
  type TreePath,
  textOf,
  treeAt,
} from './tree.ts';

/** A scenario of a file: what it has of its own, and what is laid over the file. */
export interface Combination {
  /** Its name, title, description and expectations; those of the file when that is the scenario. */
  readonly own: ReadonlyMap<string, Entry>;
  /** From the lowest to the uppermost. */
  readonly overrides: readonly MapTree[];
}

/** The declared overrides by id; undefined = they are no list, and nothing can be said of names. */
type Overrides = ReadonlyMap<string, MapTree> | undefined;

interface Context {
  readonly file: MapTree;
  readonly reading: Reading<Skeleton>;
  readonly overrides: Overrides;
  readonly problems: Problem[];
}

/** The scenarios of a file, in its order, the grid row by row; those with problems are left out. */
export function combinationsOf(file: MapTree, problems: Problem[]): Combination[] {
  if (!manyKeys.some((key) => file.entries.has(key))) return [{ own: new Map(), overrides: [] }];
  const entries = [...file.entries].filter(([key]) => manyKeys.includes(key));
  const reading = readTree(skeletonSchema, { ...file, entries: new Map(entries) }, problems);
  if (!reading) return [];
  const context = { file, reading, overrides: overridesOf(file, problems), problems };
  if (isTooMany(context)) return [];
  const combinations = [...listed(context), ...gridCells(context)];
  if (reading.complete) checkUnused(context);
  checkNames(combinations, problems);
  return combinations;
}

/** The overrides; those that change nothing are problems. */
function overridesOf(file: MapTree, problems: Problem[]): Overrides {
  const list = treeAt(file, ['overrides']);
  if (list && list.kind !== 'list') return undefined;
  declared(list, 'id', 'override', problems);
  const overrides = new Map<string, MapTree>();
  for (const item of itemsOf(list)) {
    const id = textOf(item, 'id');
    if (item.kind !== 'map' || id === undefined || overrides.has(id)) continue;
    overrides.set(id, item);
    if (id === noOverride) {
      const message = `"${noOverride}" stands for no override`;
      problems.push(problemAt(placeAt(item, ['id']), 'ambiguous-id', message));
    }
    if (['set', 'events'].every((key) => isEmpty(treeAt(item, [key])))) {
      const hint = 'write what it changes under set or events';
      problems.push(problemAt(item.place, 'no-change', 'this override changes nothing', hint));
    }
  }
  return overrides;
}

function isEmpty(tree: Tree | undefined): boolean {
  if (tree?.kind === 'map') return tree.entries.size === 0;
  return tree === undefined || (tree.kind === 'list' && tree.items.length === 0);
}

/** Reports more scenarios than are run; none is made then. */
function isTooMany({ reading: { value, tree }, problems }: Context): boolean {
  const { scenarios = [], matrix } = value;
  const cells = matrix?.reduce((product, axis) => product * axis.length, 1) ?? 0;
  const total = scenarios.length + cells;
  if (total <= mostScenarios) return false;
  const place = placeAt(tree, [matrix ? 'matrix' : 'scenarios']);
  const grid = matrix ? ` (the grid: ${matrix.map((axis) => axis.length).join(' × ')})` : '';
  const message = `these are ${total} scenarios${grid}, and at most ${mostScenarios} are run`;
  problems.push(problemAt(place, 'too-many-scenarios', message, 'split the file in several'));
  return true;
}

/** The entries of `scenarios`. */
function listed(context: Context): Combination[] {
  const { value, tree } = context.reading;
  return (value.scenarios ?? []).flatMap((fields, index) => {
    const path = ['scenarios', index];
    const overrides = named(fields.overrides, [...path, 'overrides'], [], context);
    const item = treeAt(tree, path);
    if (!overrides || item?.kind !== 'map') return [];
    const own = new Map([...item.entries].filter(([key]) => key !== 'overrides'));
    addExpectations(own, context.file);
    return [{ own, overrides }];
  });
}

/** The cells of the grid: the last axis changes first. */
function gridCells(context: Context): Combination[] {
  const { matrix = [] } = context.reading.value;
  const known = matrix.map((ids, index) => named(ids, ['matrix', index], [noOverride], context));
  if (matrix.length === 0 || known.includes(undefined) || !axesDiffer(context)) return [];
  const cells = matrix.reduce<string[][]>(
    (rows, axis) => rows.flatMap((row) => axis.map((id) => [...row, id])),
    [[]],
  );
  return cells.map((ids) => cellOf(ids, context));
}

/** True when no override stands in two axes; it would be laid over itself. */
function axesDiffer({ reading: { value, tree }, problems }: Context): boolean {
  const axisOf = new Map<string, number>([[noOverride, -1]]);
  let differ = true;
  value.matrix?.forEach((ids, axis) => {
    ids.forEach((id, index) => {
      const other = axisOf.get(id) ?? axis;
      axisOf.set(id, other);
      if (other === axis || other === -1) return;
      const place = placeAt(tree, ['matrix', axis, index]);
      problems.push(problemAt(place, 'duplicate-id', `"${id}" stands in another axis already`));
      differ = false;
    });
  });
  return differ;
}

function cellOf(ids: readonly string[], { file, reading, overrides }: Context): Combination {
  const used = ids.flatMap((id) => overrides?.get(id) ?? []);
  const { keyPlace, value: matrix } = (reading.tree as MapTree).entries.get('matrix')!;
  const entry = (value: string): Entry => ({
    keyPlace,
    value: { kind: 'scalar', place: matrix.place, value },
  });
  const titles = used.flatMap((override) => textOf(override, 'title') ?? []);
  const own = new Map([['name', entry([textOf(file, 'name') ?? '', ...ids].join('_'))]]);
  if (titles.length > 0) own.set('title', entry(titles.join('; ')));
  return { own, overrides: used };
}

/** The overrides of these ids; undefined, and problems, when one is unknown or stands there twice. */
function named(
  ids: readonly string[],
  path: TreePath,
  others: readonly string[],
  { reading, overrides, problems }: Context,
): MapTree[] | undefined {
  const table = overrides && new Map([...overrides.keys(), ...others].map((id) => [id, id]));
  let isRight = overrides !== undefined;
  ids.forEach((id, index) => {
    const place = placeAt(reading.tree, [...path, index]);
    if (!isKnown(table, id, 'override', place, problems)) isRight = false;
    if (ids.indexOf(id) < index) {
      problems.push(problemAt(place, 'duplicate-id', `"${id}" stands in this list already`));
      isRight = false;
    }
  });
  return isRight ? ids.flatMap((id) => overrides?.get(id) ?? []) : undefined;
}

/** The expectations of the file come before those of the scenario. */
function addExpectations(own: Map<string, Entry>, file: MapTree): void {
  const ofFile = file.entries.get('expect');
  const entry = own.get('expect') ?? ofFile;
  if (!ofFile || entry?.value.kind !== 'list') return;
  const items = [...itemsOf(ofFile.value), ...(entry === ofFile ? [] : entry.value.items)];
  own.set('expect', { ...entry, value: { ...entry.value, items } });
}

function checkUnused({ reading: { value }, overrides, problems }: Context): void {
  const used = new Set([
    ...(value.scenarios ?? []).flatMap((scenario) => scenario.overrides),
    ...(value.matrix ?? []).flat(),
  ]);
  for (const [id, { place }] of overrides ?? []) {
    if (used.has(id)) continue;
    const message = `no scenario uses the override "${id}"`;
    const hint = 'name it under scenarios or in the matrix, or take it out';
    problems.push(problemAt(place, 'unused-override', message, hint));
  }
}

/** Reports scenarios of the file that have the same name. */
function checkNames(combinations: readonly Combination[], problems: Problem[]): void {
  const seen = new Set<unknown>();
  for (const { own } of combinations) {
    const name = own.get('name')?.value;
    if (name?.kind !== 'scalar') continue;
    if (seen.has(name.value)) {
      const message = `there is already a scenario "${name.value}"`;
      problems.push(problemAt(name.place, 'duplicate-id', message));
    }
    seen.add(name.value);
  }
}
