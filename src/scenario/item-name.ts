// Names the items of the lists of a study: by their id, or by what tells them apart.

import { type Tree, textOf, treeAt } from './tree.ts';

/** What names an item, in this order. */
const nameKeys = ['id', 'node_id', 'link_id', 'between', 'mode', 'country'];

/** `HRT`, `kaz-afg-grain`, `rail-KAZ`, `rail-1520-rail-1435`; of an item with an id, the id alone. */
export function itemName(item: Tree): string {
  const id = nameKeys.slice(0, 3).find((key) => textOf(item, key) !== undefined);
  const keys = id === undefined ? nameKeys : [id];
  return keys.flatMap((key) => wordsOf(item, key)).join('-');
}

function wordsOf(item: Tree, key: string): string[] {
  const part = treeAt(item, [key]);
  if (part?.kind === 'list') {
    return part.items.flatMap((word) => (word.kind === 'scalar' ? String(word.value) : []));
  }
  const text = textOf(item, key);
  return text === undefined ? [] : [text];
}
