// Judges what became of a damaged file: refused, or taken with the meaning that its text now has.

import { isDeepStrictEqual } from 'node:util';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { FileOutcome } from '../../src/scenario/load.ts';
import { formatProblem, hasErrors } from '../../src/scenario/problem.ts';
import { rules } from '../../src/scenario/problem-codes.ts';
import type { Mutation } from './mutate.ts';

/** What became of a damaged file. */
export type Outcome =
  | 'refused'
  | 'accepted, same meaning'
  | 'accepted, as written'
  | 'accepted with a warning'
  | `FAULT: ${string}`;

/** A file before and after the damage, and what loading gave each time. */
export interface Case {
  readonly slips: readonly Mutation[];
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly original: FileOutcome;
  readonly outcome: FileOutcome;
}

/**
 * A change is silent when the file is accepted without a warning and
 * - says something else, but means the same: what was written is ignored; or
 * - was damaged at one place, and means something else at more than two; or
 * - has a key or unit that does not exist, and means something else.
 * A file that is cut short says what remains; two values that change places may be whole maps.
 */
export function judge({ slips, file, before, after, original, outcome }: Case): Outcome {
  const badProblem = outcome.problems.map((problem) => formatProblem(problem)).find(isBadMessage);
  if (badProblem !== undefined)
    return `FAULT: message with a stack trace or without words: ${badProblem}`;
  const unknown = outcome.problems.find(({ code }) => !(code in rules));
  if (unknown) return `FAULT: unknown code ${unknown.code}`;
  if (!('scenarios' in outcome)) {
    return hasErrors(outcome.problems) ? 'refused' : 'FAULT: neither accepted nor refused';
  }
  if (outcome.problems.length > original.problems.length) return 'accepted with a warning';
  const changes = changesBetween(values(file, before), values(file, after));
  const same =
    'scenarios' in original &&
    isDeepStrictEqual(outcome.scenarios, original.scenarios) &&
    isDeepStrictEqual(outcome.baseline, original.baseline);
  if (same) {
    const ignored = changes.filter(({ path, from, to }) => !isIdle(path, from, to));
    return ignored.length === 0
      ? 'accepted, same meaning'
      : `FAULT: ignored without a word: ${JSON.stringify(ignored)}`;
  }
  if (changes.length === 0) return 'FAULT: the same values mean something else';
  const [slip, another] = slips;
  if (another || slip.kind === 'file cut short' || slip.kind === 'values swapped') {
    return 'accepted, as written';
  }
  const listed = JSON.stringify(changes.slice(0, 4));
  if (changes.length > 2) return `FAULT: one slip changed ${changes.length} values: ${listed}`;
  if (neverRight.includes(slip.kind) && !changes.every(isProse)) {
    return `FAULT: accepted though it cannot be right: ${listed}`;
  }
  return 'accepted, as written';
}

/** Damage that leaves a file without sense, unless it hits the words that people read. */
const neverRight: readonly Mutation['kind'][] = [
  'key renamed',
  'unit in other letters',
  'unit lost',
  'tab for indentation',
];
const prose = /(^|\.)(title|description|assumption|name|note|publisher|address|date)$/;

/** Words for people; in a table an assumption stands in the column of the sources. */
function isProse({ path, from, to }: Change): boolean {
  const isAssumption = [from, to].every((text) => text.startsWith('assumption:'));
  return prose.test(path) || (path.endsWith('.source') && isAssumption);
}

function isBadMessage(text: string): boolean {
  return /\n\s+at |undefined|\[object|NaN/.test(text.replaceAll(/^ *\d* \|.*$/gm, ''));
}

/** Units that have several names by one of them. */
function oneSpelling(text: string): string {
  return text
    .replaceAll(/\bdays?\b/g, 'd')
    .replaceAll(/\b(week|month)s\b/g, '$1')
    .replaceAll(/\byears\b/g, 'yr');
}

interface Change {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Values that tell people something and change nothing that is computed; and other words for the same. */
function isIdle(path: string, from: string, to: string): boolean {
  const tight = (text: string) =>
    oneSpelling(text)
      .replaceAll(/[\s"']/g, '')
      .replace(/\b0+(?=\d)/g, '')
      .replaceAll(/(\.\d*?)0+(?!\d)/g, '$1')
      .replaceAll(/\.(?!\d)/g, '');
  return (
    /(^|\.)(note|opening_year|extends)$|^overrides\.[^.]+\.title$/.test(path) ||
    tight(from) === tight(to) ||
    (/^-?0(\.0+)?\b/.test(from) && /^-?0(\.0+)?\b/.test(to))
  );
}

/** The entries of a file, each by its path; whole lists of plain values are one entry. */
function values(file: string, text: string): unknown {
  if (file.endsWith('.csv')) {
    const options = { columns: true, trim: true, relax_column_count: true, skip_empty_lines: true };
    return parseCsv(text, options);
  }
  return parseYaml(text, { uniqueKeys: false, logLevel: 'silent' });
}

/** Entries that were taken away, put in or changed; what is in an entry taken away or put in counts with it. */
function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isMap(before) || !isMap(after)) {
    const sides = [byId(before), byId(after)];
    if (sides[0] && sides[1]) {
      const asListed = changesBetween({ ...(before as []) }, { ...(after as []) }, path);
      const byName = changesBetween(...(sides as [unknown, unknown]), path);
      return byName.length > 0 && byName.length < asListed.length ? byName : asListed;
    }
    return [{ path, from: written(before), to: written(after) }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

/** A list of maps as a map by their ids, or by what they hold when they have none; undefined for other lists. */
function byId(list: unknown): Record<string, unknown> | undefined {
  if (!Array.isArray(list) || !list.every(isMap)) return undefined;
  const seen = new Map<string, number>();
  const idOf = (item: Record<string, unknown>) => {
    const id = String(item.id ?? item.node_id ?? item.link_id ?? JSON.stringify(item));
    seen.set(id, (seen.get(id) ?? 0) + 1);
    return seen.get(id) === 1 ? id : `${id} (${seen.get(id)})`;
  };
  return Object.fromEntries(list.map((item) => [idOf(item), item]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
