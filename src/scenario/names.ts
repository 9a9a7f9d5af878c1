// The names that a study declares, and the search for them.

import type { Target } from '../model/event.ts';
import { nearestHint } from './nearest.ts';
import type { Place } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Study } from './study-files.ts';
import { itemsOf, placeAt, type Tree, textOf, treeAt } from './tree.ts';

/** Names by id; undefined = the file that declares them could not be read, so nothing can be said. */
export type NameTable = ReadonlyMap<string, string> | undefined;

/** Everything that can be referred to. */
export interface Names {
  readonly nodes: NameTable;
  readonly links: NameTable;
  readonly countries: NameTable;
  readonly corridors: NameTable;
  readonly commodities: NameTable;
  readonly calendars: NameTable;
  readonly sources: NameTable;
  /** What has each tag. */
  readonly tags: ReadonlyMap<string, Target> | undefined;
}

type Spaced<Text> = Text extends `${infer First}-${infer Rest}` ? `${First} ${Spaced<Rest>}` : Text;
/** What a name may be a name of: for each there is a code such as `unknown-node`. */
export type Thing = ProblemCode extends infer Code
  ? Code extends `unknown-${infer Dashed}`
    ? Spaced<Dashed>
    : never
  : never;

/** Corridors that the engine itself names. */
const reservedCorridors = ['other', 'no-ship', 'delayed', 'turned-back'];

/** The names of a study; ids that stand twice are problems. */
export function collectNames(study: Study, problems: Problem[]): Names {
  const list = (tree: Tree | undefined, key: string) => tree && treeAt(tree, [key]);
  const nodes = declared(study.nodes, 'node_id', 'node', problems);
  const links = declared(study.links, 'link_id', 'link', problems);
  const corridors = list(study.corridors, 'corridors');
  const names: Names = {
    nodes,
    links,
    countries: countriesOf(study.nodes),
    corridors: declared(corridors, 'id', 'corridor', problems),
    commodities: declared(list(study.commodities, 'commodities'), 'id', 'commodity', problems),
    calendars: calendarNames(study.rates),
    sources: keysOf(list(study.sources, 'sources')),
    tags: tagTable(study.nodes, study.links, corridors),
  };
  checkClashes(study, names, problems);
  return names;
}

/** The calendars; a file of rates need not have any. */
function calendarNames(rates: Tree | undefined): NameTable {
  if (!rates) return undefined;
  const items = itemsOf(treeAt(rates, ['calendars']));
  return new Map(items.flatMap((item) => textOf(item, 'id') ?? []).map((id) => [id, id]));
}

/** What has each tag; undefined when one of the lists could not be read. */
function tagTable(
  nodes: Tree | undefined,
  links: Tree | undefined,
  corridors: Tree | undefined,
): Names['tags'] {
  if (!nodes || !links || !corridors) return undefined;
  const tagged = {
    nodes: itemsOf(nodes).flatMap((node) => tagsIn(node, 'node_id')),
    links: itemsOf(links).flatMap((link) => tagsIn(link, 'link_id')),
    corridors: itemsOf(corridors).flatMap((corridor) => tagsIn(corridor, 'id')),
  };
  const idsWith = (list: readonly Tagged[], tag: string) =>
    list.flatMap((item) => (item.tag === tag ? item.id : []));
  const all = Object.values(tagged).flat();
  return new Map(
    all.map(({ tag }) => [
      tag,
      {
        nodes: idsWith(tagged.nodes, tag),
        links: idsWith(tagged.links, tag),
        corridors: idsWith(tagged.corridors, tag),
      },
    ]),
  );
}

interface Tagged {
  readonly id: string;
  readonly tag: string;
}

/** The tags of an item: words of a cell, or a list. */
function tagsIn(item: Tree, idKey: string): Tagged[] {
  const id = textOf(item, idKey);
  if (id === undefined) return [];
  const words = textOf(item, 'tags')?.split(' ') ?? [];
  const listed = itemsOf(treeAt(item, ['tags'])).flatMap((tag) =>
    tag.kind === 'scalar' ? String(tag.value) : [],
  );
  return [...words, ...listed].map((tag) => ({ id, tag }));
}

/** Ids and names of the items of a list. */
export function declared(
  list: Tree | undefined,
  idKey: string,
  what: string,
  problems: Problem[],
): NameTable {
  if (list?.kind !== 'list') return undefined;
  const names = new Map<string, string>();
  for (const item of list.items) {
    const id = textOf(item, idKey);
    if (id === undefined) continue;
    if (names.has(id)) {
      const place = placeAt(item, [idKey]);
      const article = /^[aeiou]/.test(what) ? 'an' : 'a';
      const message = `there is already ${article} ${what} "${id}"`;
      problems.push(problemAt(place, 'duplicate-id', message));
    }
    names.set(id, textOf(item, 'name') ?? id);
  }
  return names;
}

/** True when the id is in the table, or nothing is known about the table; else a problem at the place. */
export function isKnown(
  table: NameTable,
  id: string,
  what: Thing,
  place: Place,
  problems: Problem[],
): boolean {
  if (!table || table.has(id)) return true;
  const code = `unknown-${what.replaceAll(' ', '-')}` as ProblemCode;
  const hint = hintFor(id, table) || knownHint(what, table);
  problems.push(problemAt(place, code, `there is no ${what} "${id}"`, hint));
  return false;
}

function hintFor(id: string, table: ReadonlyMap<string, string>): string {
  const byName = [...table].find(([, name]) => name.toLowerCase() === id.toLowerCase());
  if (byName) return `write its id, "${byName[0]}"`;
  return nearestHint(id, table.keys()) || wordHint(id, table);
}

/** The ids of which the text is a word, or that have a name of which it is: `torkham` in `karachi-torkham`. */
function wordHint(text: string, table: ReadonlyMap<string, string>): string {
  const wordsOf = (line: string) => line.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const having = (lines: (id: string, name: string) => string[]) =>
    [...table].flatMap(([id, name]) => (lines(id, name).includes(text.toLowerCase()) ? id : []));
  const byId = having((id) => wordsOf(id));
  const found = byId.length > 0 ? byId : having((_, name) => wordsOf(name));
  const ids = found.slice(0, 5).map((id) => `"${id}"`);
  return ids.length === 0 ? '' : `do you mean ${ids.join(' or ')}?`;
}

const alwaysListed: readonly Thing[] = ['tag', 'crossing', 'country', 'node or country'];

/** Lists what is known where no name is near: all of a few. */
function knownHint(what: Thing, table: ReadonlyMap<string, string>): string {
  if (table.size > 12 && !alwaysListed.includes(what)) return '';
  if (table.size === 0 && what === 'tag') return 'no node, link or corridor has a tag';
  const known = [...table.keys()];
  const list = known.slice(0, 20).join(', ');
  const plural = what.split(' or ').map((word) => `${word.replace(/y$/, 'ie')}s`);
  return `${plural.join(' and ')}: ${list}${known.length > 20 ? ', …' : ''}`;
}

function countriesOf(nodes: Tree | undefined): NameTable {
  if (nodes?.kind !== 'list') return undefined;
  const codes = nodes.items.flatMap((node) => textOf(node, 'country') ?? []);
  return new Map(codes.map((code) => [code, code]));
}

function keysOf(map: Tree | undefined): NameTable {
  if (map?.kind !== 'map') return undefined;
  return new Map([...map.entries.keys()].map((key) => [key, key]));
}

/** Reports ids that could be mistaken for something else. */
function checkClashes(study: Study, names: Names, problems: Problem[]): void {
  const clash = (item: Tree, key: string, message: string) =>
    problems.push(problemAt(placeAt(item, [key]), 'ambiguous-id', message));
  for (const node of itemsOf(study.nodes)) {
    const id = textOf(node, 'node_id');
    if (id !== undefined && names.countries?.has(id)) {
      clash(node, 'node_id', `"${id}" is also a country`);
    }
  }
  for (const link of itemsOf(study.links)) {
    const id = textOf(link, 'link_id');
    if (id !== undefined && names.nodes?.has(id)) clash(link, 'link_id', `"${id}" is also a node`);
  }
  for (const corridor of itemsOf(study.corridors && treeAt(study.corridors, ['corridors']))) {
    const id = textOf(corridor, 'id');
    if (id !== undefined && reservedCorridors.includes(id)) {
      clash(corridor, 'id', `"${id}" is a word of the results`);
    }
  }
}
