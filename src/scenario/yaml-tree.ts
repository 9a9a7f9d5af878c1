// Reads YAML text into a tree of values that know their places.

import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { type Place, positionOf, type SourceText } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Entry, Tree } from './tree.ts';
import { yamlFault } from './yaml-messages.ts';

/** Deeper than any file of a study goes. */
const deepestNesting = 30;

/** What is reported while nodes become a tree. */
interface TreeContext {
  readonly problems: Problem[];
  /** True = what was found leaves no tree. */
  broken: boolean;
}

/**
 * The tree of a YAML file, or undefined when there is none. Syntax errors, tags, aliases and merge keys are
 * reported and leave no tree; keys written twice are reported, and the first counts.
 */
export function parseYaml(source: SourceText, problems: Problem[]): Tree | undefined {
  const start = { source, offset: 0 };
  const document = documentOf(source, problems);
  if (!document) return undefined;
  if (!document.contents || (isScalar(document.contents) && document.contents.value === null)) {
    problems.push(problemAt(start, 'empty-file', 'the file has no content'));
    return undefined;
  }
  const context: TreeContext = { problems, broken: false };
  const tree = treeOf(document.contents, start, 0, context);
  return context.broken ? undefined : tree;
}

/** The document, unless there is something wrong with its form. */
function documentOf(source: SourceText, problems: Problem[]): Document | undefined {
  try {
    const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false });
    const lines = new Set<number>();
    for (const error of [...document.errors, ...document.warnings]) {
      const place = { source, offset: Math.min(error.pos[0], source.text.length) };
      const { line } = positionOf(place);
      const { code, message, hint } = yamlFault(error);
      // One mistake often makes several errors in its line.
      if (!lines.has(line)) problems.push(problemAt(place, code, message, hint));
      lines.add(line);
    }
    return lines.size === 0 ? document : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The reader calls itself for each level.
    problems.push(problemAt({ source, offset: 0 }, 'yaml-syntax', tooDeep));
    return undefined;
  }
}

const tooDeep = `nested more than ${deepestNesting} deep`;

/** The tree of a YAML node; `around` is the place of what contains it, for nodes that are not written out. */
function treeOf(node: unknown, around: Place, depth: number, context: TreeContext): Tree {
  const place = placeOf(node, around);
  if ((node as { tag?: string } | null)?.tag !== undefined) {
    report(context, place, 'yaml-tag', 'tags (!name) are not read', 'remove it');
  }
  if (depth > deepestNesting) {
    report(context, place, 'yaml-syntax', tooDeep);
  } else if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item, place, depth + 1, context));
    return { kind: 'list', place, items };
  } else if (isMap(node)) {
    const entries = new Map<string, Entry>();
    for (const pair of node.items) addEntry(entries, pair, place, depth, context);
    return { kind: 'map', place, entries };
  } else if (isScalar(node)) {
    return { kind: 'scalar', place, value: scalarValue(node.value) };
  } else if (node) {
    report(context, place, 'yaml-alias', 'aliases (*name) are not read', 'write the value out');
  }
  return { kind: 'scalar', place, value: null };
}

function addEntry(
  entries: Map<string, Entry>,
  pair: Pair,
  around: Place,
  depth: number,
  context: TreeContext,
): void {
  const keyPlace = placeOf(pair.key, around);
  if (!isScalar(pair.key)) {
    report(context, keyPlace, 'yaml-syntax', 'a key must be a single word or text');
    return;
  }
  const key = String(pair.key.value);
  if (key === '<<') {
    const hint = 'write the keys out';
    report(context, keyPlace, 'yaml-merge', 'merge keys (<<) are not read', hint);
  } else if (entries.has(key)) {
    const { line } = positionOf(entries.get(key)!.keyPlace);
    const hint = `remove one of the two; the first is in line ${line}`;
    const problem = problemAt(keyPlace, 'duplicate-key', `"${key}" stands here twice`, hint);
    context.problems.push(problem);
  } else {
    entries.set(key, { keyPlace, value: treeOf(pair.value, keyPlace, depth + 1, context) });
  }
}

function report(
  context: TreeContext,
  place: Place,
  code: ProblemCode,
  message: string,
  hint = '',
): void {
  context.problems.push(problemAt(place, code, message, hint));
  context.broken = true;
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
