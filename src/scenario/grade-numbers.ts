// Lists the numbers of an item of a study, and says of each whether it is published, derived or assumed.

import type { Grade, GradedNumber } from '../model/scenario.ts';
import { type Tree, textOf } from './tree.ts';

/** What `sources.yaml` says of the numbers of the whole study. */
export interface Catalogue {
  /** Keys of the publications, to find those that an assumption names. */
  readonly keys: ReadonlySet<string>;
  /** How far assumed numbers of a field may be off, as shares of them. */
  readonly ranges: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  /** The numbers of the items that have been graded already: scenarios share most of them. */
  readonly graded: WeakMap<Tree, readonly GradedNumber[]>;
}

/** What is known of an item's origin. */
export interface Origin {
  /** Keys of sources that the item names; empty = assumed. */
  readonly sources: readonly string[];
  readonly assumption: string;
  readonly catalogue: Catalogue;
}

/** Keys and columns that hold names, words and flags, or places on the map. */
const withoutNumbers = new Set([
  ...[
    'id',
    'name',
    'title',
    'source',
    'assumption',
    'note',
    'on',
    'tags',
    'via',
    'between',
    'unit',
  ],
  ...['mode', 'country', 'origin', 'destination', 'commodity', 'commodities', 'origins'],
  ...['destinations', 'node_id', 'link_id', 'node_type', 'from_node_id', 'to_node_id', 'status'],
  ...['x_coord', 'y_coord', 'directed', 'limited', 'gauge_mm', 'opening_year'],
  ...['open', 'close', 'overlap_correction'],
]);

/** What the fields are called in a note such as `length published; capacity estimated`. */
const wordsOfFields: readonly (readonly [RegExp, RegExp])[] = [
  [/^length$/, /\blength/],
  [/^capacity/, /\bcapacity|\bberths/],
  [/hours$|^time$|^speed$/, /\btime|\d h\b|\bdwell/],
  [/cost|^tariff$/, /USD|\bfee|\bhandling|\btariff/],
];
const doubt = /not checked|estimated|assumed|from general knowledge|by judgement/;

/**
 * The numbers of an item, in its order. A number of an item with sources is published, unless the clause of the note
 * that speaks of it says that it was estimated. A number of an assumption that names a source, or that was
 * computed, is derived.
 */
export function gradeNumbers(item: Tree, origin: Origin): GradedNumber[] {
  const note = textOf(item, 'note') ?? '';
  return fieldsOf(item).map(({ field, isDrawn }) => ({
    field,
    grade: gradeOf(field, note, origin),
    range: isDrawn ? 'drawn' : origin.catalogue.ranges.get(field),
  }));
}

function gradeOf(field: string, note: string, { sources, assumption, catalogue }: Origin): Grade {
  if (sources.length === 0) {
    const words = assumption.match(/[A-Za-z][A-Za-z0-9-]*/g) ?? [];
    return words.some((word) => catalogue.keys.has(word) || word === 'computed')
      ? 'derived'
      : 'assumed';
  }
  const word = wordsOfFields.find(([name]) => name.test(field))?.[1];
  const clauses = note.split(';').filter((clause) => word?.test(clause));
  if (clauses.some((clause) => doubt.test(clause))) return 'assumed';
  return clauses.some((clause) => clause.includes('split by the author')) ? 'derived' : 'published';
}

interface Field {
  readonly field: string;
  readonly isDrawn: boolean;
}

/** The fields that hold a number; a distribution or a formula is one number, the factors of a map are one each. */
function fieldsOf(tree: Tree): Field[] {
  if (tree.kind !== 'map') return [];
  const isDrawnItself = isDistribution(tree);
  return [...tree.entries].flatMap(([key, { value }]): Field[] => {
    if (withoutNumbers.has(key)) return [];
    const own = { field: key, isDrawn: isDrawnItself || isDistribution(value) };
    if (isDistribution(value)) return [own];
    if (value.kind === 'scalar') return holdsNumber(value.value) ? [own] : [];
    if (value.kind === 'list') return value.items.some(isNumeric) ? [own] : [];
    const inner = fieldsOf(value);
    return key === 'tariff_factors' ? inner.map(() => own) : inner;
  });
}

const distributions = [
  'uniform',
  'triangular',
  'pert',
  'normal',
  'lognormal',
  'discrete',
  'empirical',
];

function isDistribution(tree: Tree): boolean {
  return tree.kind === 'map' && distributions.some((name) => tree.entries.has(name));
}

function isNumeric(tree: Tree): boolean {
  return tree.kind === 'scalar' && holdsNumber(tree.value);
}

function holdsNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /\d/.test(value));
}
