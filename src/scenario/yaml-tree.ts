// Reads YAML text into a tree of values that know their places.

import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLError } from 'yaml';
import type { Place, SourceText } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Entry, Tree } from './tree.ts';

/** Deeper than any file of a study goes. */
const deepestNesting = 30;

/**
 * The tree of a YAML file, or undefined when there is none. Syntax errors, tags and aliases are reported
 * and leave no tree; so are keys written twice, of which the first counts.
 */
export function parseYaml(source: SourceText, problems: Problem[]): Tree | undefined {
  const start = { source, offset: 0 };
  const document = parseDocument(source.text, { prettyErrors: false });
  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults) problems.push(syntaxProblem(source, fault));
  if (faults.some((fault) => fault.code !== 'DUPLICATE_KEY')) return undefined;
  if (!document.contents || (isScalar(document.contents) && document.contents.value === null)) {
    problems.push(problemAt(start, 'empty-file', 'the file has no content'));
    return undefined;
  }
  const before = problems.length;
  const tree = treeOf(document.contents, start, 0, problems);
  return problems.length === before ? tree : undefined;
}

/** Characters of a syntax message that are shown. */
const longestMessage = 120;

function syntaxProblem(source: SourceText, fault: YAMLError): Problem {
  const place = { source, offset: fault.pos[0] };
  if (fault.code !== 'DUPLICATE_KEY')
    return problemAt(place, 'yaml-syntax', shortened(fault.message));
  return problemAt(place, 'duplicate-key', 'this key stands here twice', 'remove one of the two');
}

/** The first line of a message that may quote the rest of the file. */
function shortened(message: string): string {
  const line = message.split('\n')[0];
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}

/** The tree of a YAML node; `around` is the place of what contains it, for nodes that are not written out. */
function treeOf(node: unknown, around: Place, depth: number, problems: Problem[]): Tree {
  const place = placeOf(node, around);
  if (depth > deepestNesting) {
    problems.push(problemAt(place, 'yaml-syntax', `nested more than ${deepestNesting} deep`));
  } else if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item, place, depth + 1, problems));
    return { kind: 'list', place, items };
  } else if (isMap(node)) {
    const entries = new Map<string, Entry>();
    for (const pair of node.items) addEntry(entries, pair, place, depth, problems);
    return { kind: 'map', place, entries };
  } else if (isScalar(node)) {
    return { kind: 'scalar', place, value: scalarValue(node.value) };
  } else if (node) {
    const hint = 'write the value out';
    problems.push(problemAt(place, 'yaml-alias', 'aliases (*name) are not read', hint));
  }
  return { kind: 'scalar', place, value: null };
}

function addEntry(
  entries: Map<string, Entry>,
  pair: Pair,
  around: Place,
  depth: number,
  problems: Problem[],
): void {
  const keyPlace = placeOf(pair.key, around);
  if (!isScalar(pair.key)) {
    problems.push(problemAt(keyPlace, 'yaml-syntax', 'a key must be a single word or text'));
    return;
  }
  const key = String(pair.key.value);
  if (!entries.has(key)) {
    entries.set(key, { keyPlace, value: treeOf(pair.value, keyPlace, depth + 1, problems) });
  }
}

function placeOf(node: unknown, around: Place): Place {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range ? { source: around.source, offset: range[0] } : around;
}

/** YAML knows integers of any size; here every number is a double. */
function scalarValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
