// Checks lists of names in a file against the tables that declare them.

import type { Network } from '../model/network.ts';
import { isKnown, type NameTable, type Thing } from './names.ts';
import { isPost } from './network.ts';
import type { Problem } from './problem.ts';
import { placeAt, type Tree, type TreePath } from './tree.ts';

/** A list of names in a file, and what they should be names of. */
export interface NameList {
  readonly ids: readonly string[] | undefined;
  readonly path: TreePath;
  readonly what: Thing;
  readonly table: NameTable;
}

/** True when all names are known; each other one is a problem. */
export function checkNames(lists: readonly NameList[], tree: Tree, problems: Problem[]): boolean {
  let known = true;
  for (const { ids = [], path, what, table } of lists) {
    ids.forEach((id, index) => {
      const place = placeAt(tree, [...path, index]);
      if (!isKnown(table, id, what, place, problems)) known = false;
    });
  }
  return known;
}

/** Names of the places where cargo can queue, by id: borders, chokepoints, ports and limited links. */
export function postNames({ nodes, links }: Network): ReadonlyMap<string, string> {
  const posts = [
    ...nodes.filter(({ kind }) => isPost(kind)),
    ...links.filter(({ limited }) => limited),
  ];
  return new Map(posts.map(({ id, name }) => [id, name]));
}
