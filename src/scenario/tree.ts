// The content of a YAML or CSV file as a tree in which every key and value knows its place.

import type { Place } from './place.ts';

/** A single value; undefined = an empty cell of a table. */
interface ScalarTree {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null | undefined;
}

/** A list, or the rows of a table. */
export interface ListTree {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Tree[];
}

/** A key, and what it stands for. */
export interface Entry {
  readonly keyPlace: Place;
  readonly value: Tree;
}

/** Keys and values, or a row of a table. */
export interface MapTree {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Entry>;
}

export type Tree = ScalarTree | ListTree | MapTree;

/** Keys and list indices from the root of a tree to a part of it. */
export type TreePath = readonly PropertyKey[];

/** The tree as plain values, without places. */
export function plainValue(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainValue);
  return Object.fromEntries(
    [...tree.entries].map(([key, entry]) => [key, plainValue(entry.value)]),
  );
}

/** The part of a tree at a path, or undefined when there is none. */
export function treeAt(tree: Tree, path: TreePath): Tree | undefined {
  let part: Tree | undefined = tree;
  for (const key of path) {
    if (part?.kind === 'list') part = part.items[Number(key)];
    else if (part?.kind === 'map') part = part.entries.get(String(key))?.value;
    else return undefined;
  }
  return part;
}

/** Place of the part at a path; of the innermost part around it when there is none. */
export function placeAt(tree: Tree, path: TreePath): Place {
  for (let length = path.length; length > 0; length--) {
    const part = treeAt(tree, path.slice(0, length));
    if (part) return part.place;
  }
  return tree.place;
}

/** Place of the last key of a path; of the part around it when there is no such key. */
export function keyPlaceAt(tree: Tree, path: TreePath): Place {
  const parent = treeAt(tree, path.slice(0, -1));
  const entry = parent?.kind === 'map' ? parent.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyPlace ?? placeAt(tree, path);
}

/** The items of a list; none when it is missing or no list. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

/** The text under a key of a map, or undefined when there is no text. */
export function textOf(tree: Tree, key: string): string | undefined {
  const part = treeAt(tree, [key]);
  return part?.kind === 'scalar' && typeof part.value === 'string' ? part.value : undefined;
}

/** True when two trees say the same, wherever they stand; 24 in a table is a text, in YAML a number. */
export function sameTree(a: Tree, b: Tree): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') return String(a.value) === String(b.value);
  return JSON.stringify(plainValue(a)) === JSON.stringify(plainValue(b));
}

/** A copy of the map with one entry more or replaced; a value of undefined removes it. */
export function withEntry(map: MapTree, key: string, entry: Entry | undefined): MapTree {
  const entries = new Map(map.entries);
  if (entry) entries.set(key, entry);
  else entries.delete(key);
  return { ...map, entries };
}
