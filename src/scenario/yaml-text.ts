// Writes trees as YAML, each value with the place that it came from.

import { stringify } from 'yaml';
import { type Place, positionOf } from './place.ts';
import { itemsOf, type MapTree, type Tree } from './tree.ts';

/** A line of YAML. */
export interface YamlLine {
  readonly text: string;
  /** Where its value was written; undefined for a line that holds no value. */
  readonly place: Place | undefined;
}

/** The lines of a map, one a value; lists of plain values stand in one line. */
export function mapLines(map: MapTree, indent = ''): YamlLine[] {
  return [...map.entries].flatMap(([key, { value }]) => entryLines(key, value, indent));
}

/** The lines of a key and its value. */
export function entryLines(key: string, value: Tree, indent: string): YamlLine[] {
  const start = `${indent}${keyText(key)}:`;
  if (isPlain(value)) return [{ text: `${start} ${plainText(value)}`, place: value.place }];
  const first = { text: start, place: undefined };
  if (value.kind === 'map') return [first, ...mapLines(value, `${indent}  `)];
  return [first, ...itemsOf(value).flatMap((item) => itemLines(item, indent))];
}

/** The lines of an item of a list. */
export function itemLines(item: Tree, indent: string): YamlLine[] {
  if (item.kind === 'map' && item.entries.size > 0) return asItem(mapLines(item), indent);
  return [{ text: `${indent}  - ${plainText(item)}`, place: item.place }];
}

/** Lines of a map as an item of a list. */
export function asItem(lines: readonly YamlLine[], indent: string): YamlLine[] {
  return lines.map(({ text, place }, index) => ({
    text: `${indent}${index === 0 ? '  - ' : '    '}${text}`,
    place,
  }));
}

/** The text of lines, with the file and line of each value when asked for. */
export function linesText(lines: readonly YamlLine[], withOrigin: boolean): string {
  const longest = Math.max(...lines.map(({ text }) => (text.length <= 70 ? text.length : 0)));
  const written = lines.map(({ text, place }) =>
    withOrigin && place ? `${text.padEnd(longest)}  # ${originText(place)}` : text,
  );
  return `${written.join('\n')}\n`;
}

/** `scenarios/x/y.yaml:14` */
function originText(place: Place): string {
  return `${place.source.file}:${positionOf(place).line}`;
}

/** True for what stands in one line: a value, a list of such lists or values, an empty map. */
function isPlain(tree: Tree): boolean {
  if (tree.kind === 'list') return tree.items.every(isPlain);
  return tree.kind === 'scalar' || tree.entries.size === 0;
}

/** A value, list or map in one line. */
export function plainText(tree: Tree, inside = false): string {
  if (tree.kind === 'list') {
    return `[${tree.items.map((item) => plainText(item, true)).join(', ')}]`;
  }
  if (tree.kind === 'map') {
    const entries = [...tree.entries].map(
      ([key, { value }]) => `${keyText(key)}: ${plainText(value, true)}`,
    );
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  const { value } = tree;
  if (typeof value !== 'string') return value === undefined ? 'null' : scalarText(value);
  return /\n/.test(value) || (inside && /[,[\]{}]/.test(value))
    ? JSON.stringify(value)
    : scalarText(value);
}

function scalarText(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function keyText(key: string): string {
  return /^[\w.-]+$/.test(key) ? key : JSON.stringify(key);
}
