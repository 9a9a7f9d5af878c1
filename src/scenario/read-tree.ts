// Checks a tree against a schema: every departure becomes a problem at its place, the rest is kept.

import type * as z from 'zod';
import { nearestHint } from './nearest.ts';
import { type Place, placeInside } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import {
  type Entry,
  keyPlaceAt,
  type MapTree,
  placeAt,
  plainValue,
  type Tree,
  type TreePath,
  treeAt,
} from './tree.ts';

/** What a schema makes of a tree. */
export interface Reading<Value> {
  readonly value: Value;
  /** The tree that the value was made of, for the places of its parts; list indices are the same. */
  readonly tree: Tree;
  /** False when items with problems have been left out. */
  readonly complete: boolean;
}

type Issue = z.core.$ZodIssue;

/**
 * Reads a tree. Items of lists, and keys of the root, that have problems are left out, so that the
 * others can still be checked; undefined when what remains does not fit either.
 */
export function readTree<Schema extends z.ZodType>(
  schema: Schema,
  tree: Tree | undefined,
  problems: Problem[],
): Reading<z.output<Schema>> | undefined {
  if (!tree) return undefined;
  const first = schema.safeParse(plainValue(tree));
  if (first.success) return { value: first.data, tree, complete: true };
  const issues = first.error.issues.flatMap((issue) => plainIssues(issue, []));
  for (const issue of issues) problems.push(...problemsOf(issue, tree));
  const pruned = withoutParts(tree, issues.flatMap(faultyPaths));
  const second = schema.safeParse(plainValue(pruned));
  return second.success ? { value: second.data, tree: pruned, complete: false } : undefined;
}

/** Issues of unions become those of the alternative that was meant; paths start at the root. */
function plainIssues(issue: Issue, around: TreePath): Issue[] {
  const path = [...around, ...issue.path];
  const meant = issue.code === 'invalid_union' ? alternativeMeant(issue.errors) : undefined;
  if (meant) return meant.flatMap((inner) => plainIssues(inner, path));
  return [{ ...issue, path }];
}

/** The one alternative that the value is of the right type for. */
function alternativeMeant(alternatives: readonly Issue[][]): Issue[] | undefined {
  const fitting = alternatives.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Paths of what is to be left out because of an issue. */
function faultyPaths(issue: Issue): TreePath[] {
  if (issue.code !== 'unrecognized_keys') return [issue.path];
  return issue.keys.map((key) => [...issue.path, key]);
}

function problemsOf(issue: Issue, tree: Tree): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, issue, tree));
  }
  const part = treeAt(tree, issue.path);
  if (!part) return [missing(issue, tree)];
  const { code, message, hint } = wording(issue, part);
  return [problemAt(placeOf(issue, part), code, message, hint)];
}

function unknownKey(key: string, issue: Issue, tree: Tree): Problem {
  const valid = issue.message.split(' ');
  const value = treeAt(tree, [...issue.path, key]);
  const isRestOfText = value?.kind === 'scalar' && value.value === null && key.includes(' ');
  const hint = isRestOfText
    ? 'a text with a comma in it is written in quotes here'
    : nearestHint(key, valid) || `valid here: ${valid.join(', ')}`;
  const place = keyPlaceAt(tree, [...issue.path, key]);
  return problemAt(place, 'unknown-key', `"${key}" is not a key here`, hint);
}

function missing(issue: Issue, tree: Tree): Problem {
  const place = placeAt(tree, issue.path);
  return problemAt(place, 'missing-key', `"${String(issue.path.at(-1))}" is missing`);
}

/** Where in a text the fault is, when the issue says so. */
function placeOf(issue: Issue, part: Tree): Place {
  const offset = issue.code === 'custom' ? issue.params?.offset : undefined;
  if (part.kind !== 'scalar' || typeof offset !== 'number') return part.place;
  return placeInside(part.place, String(part.value), offset);
}

interface Wording {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

function wording(issue: Issue, part: Tree): Wording {
  const own = /^([a-z-]+): (.*)\n(.*)$/s.exec(issue.message);
  if (part.kind === 'scalar' && part.value === undefined) {
    return { code: 'missing-value', message: `"${String(issue.path.at(-1))}" is empty`, hint: '' };
  }
  if (own) return { code: own[1] as ProblemCode, message: own[2], hint: own[3] };
  if (issue.code === 'invalid_value') return wrongChoice(issue.values.map(String), part);
  if (issue.code === 'invalid_type') return wrongType(issue.expected, part);
  const message = issue.code === 'too_small' ? 'this may not be empty' : issue.message;
  return { code: 'wrong-value', message, hint: '' };
}

function wrongChoice(choices: readonly string[], part: Tree): Wording {
  const hint = part.kind === 'scalar' ? nearestHint(String(part.value), choices) : '';
  const message = `${describe(part)} is not one of: ${choices.join(', ')}`;
  return { code: 'wrong-choice', message, hint };
}

function wrongType(expected: string, part: Tree): Wording {
  const words: Record<string, string> = {
    string: 'text',
    array: 'a list',
    tuple: 'a list',
    object: 'keys and values',
    record: 'keys and values',
    int: 'a whole number',
    number: 'a number without unit',
  };
  const hint = part.kind === 'scalar' ? typeHint(expected, part.value) : '';
  const message = `expected ${words[expected] ?? expected}, got ${describe(part)}`;
  return { code: 'wrong-type', message, hint };
}

function typeHint(expected: string, value: unknown): string {
  if (expected === 'string' && typeof value === 'number') return 'put it in quotes';
  return expected === 'array' && value !== null ? `write [${String(value)}]` : '';
}

function describe(part: Tree): string {
  if (part.kind === 'list') return 'a list';
  if (part.kind === 'map') return 'keys and values';
  if (part.value === null || part.value === undefined) return 'nothing';
  return typeof part.value === 'string' ? `"${part.value}"` : String(part.value);
}

/** The tree without the list items that the paths lead into, and without the keys of the root that they name otherwise. */
function withoutParts(tree: Tree, paths: readonly TreePath[]): Tree {
  if (tree.kind !== 'map') return withoutItems(tree, paths);
  const entries = new Map<string, Entry>();
  for (const [key, entry] of tree.entries) {
    const inside = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
    const value = withoutItems(entry.value, inside);
    if (inside.length === 0 || value !== entry.value) entries.set(key, { ...entry, value });
  }
  return { ...tree, entries } satisfies MapTree;
}

/** The list without the items that the paths lead into; the same tree when it is no list. */
function withoutItems(tree: Tree, paths: readonly TreePath[]): Tree {
  if (tree.kind !== 'list') return tree;
  const faulty = new Set(paths.map((path) => path[0]));
  return { ...tree, items: tree.items.filter((_, index) => !faulty.has(index)) };
}
