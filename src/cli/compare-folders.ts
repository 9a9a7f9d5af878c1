// Compares the tables of two results folders: opens the files, and chooses how each is compared.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareTable, type RowJudge } from '../compare/compare-table.ts';
import { type Badness, familyError, type TableComparison } from '../compare/differences.ts';
import type { FolderComparison } from '../compare/formats.ts';
import { compareOutcomes } from '../compare/outcomes.ts';
import { welchProbability } from '../compare/sampling-error.ts';
import { readRules, type ToleranceRule } from '../compare/tolerances.ts';
import { LineReader } from './line-reader.ts';
import {
  listTables,
  readReplications,
  readTable,
  tableHash,
  tableHashes,
} from './results-folder.ts';

/** What is let pass. */
export interface CompareLimits {
  /** Relative and absolute difference of a number; 0 = none. */
  readonly tolerance: number;
  readonly absolute: number;
  /** File of rules that say more, applied after the two above. */
  readonly tolerances?: string;
  /** Whether differences within the sampling error pass. */
  readonly statistical?: boolean;
  /** What stands first; by default what is relatively worst. */
  readonly badness?: Badness;
}

/**
 * Compares the tables of the first folder with those of the second. A reference may keep a few tables only: when nothing
 * is let pass, the others are compared by the hashes in its manifest, else not at all.
 * @throws Error in words when something cannot be compared
 */
export async function compareFolders(
  first: string,
  second: string,
  limits: CompareLimits,
): Promise<FolderComparison> {
  for (const folder of [first, second]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      throw new Error(`${folder} is not a folder`);
  }
  const names = listTables(first);
  if (names.length === 0) throw new Error(`${first} holds no tables`);
  const rules = await rulesOf(limits);
  const others = listTables(second);
  const exact =
    limits.statistical !== true && rules.every(({ relative, absolute }) => !relative && !absolute);
  const hashes = exact ? tableHashes(first) : new Map<string, string>();
  const hashed = [...hashes.keys()].filter((name) => !names.includes(name));
  const shared = names.filter((name) => others.includes(name));
  const judge = limits.statistical ? rowJudge(first, second) : undefined;
  const compareOne = (name: string): TableComparison =>
    judge && name === 'experiments'
      ? compareOutcomes(readTable(first, name), readTable(second, name))
      : compareFiles(name, first, second, rules, judge, limits.badness);
  return {
    first,
    second,
    tolerance: wordsOf(limits, exact),
    tables: shared.map(compareOne),
    hashedTables: hashed
      .filter((name) => others.includes(name))
      .map((name) => ({ table: name, sameBytes: tableHash(second, name) === hashes.get(name) })),
    missingTables: [...names, ...hashed].filter((name) => !others.includes(name)),
    ignoredTables: others.filter((name) => !names.includes(name) && !hashed.includes(name)),
  };
}

async function rulesOf({
  tolerance,
  absolute,
  tolerances,
}: CompareLimits): Promise<ToleranceRule[]> {
  const general: ToleranceRule[] = [{ relative: tolerance, absolute }];
  if (tolerances === undefined) return general;
  if (!existsSync(tolerances)) throw new Error(`${tolerances} is not a file`);
  const { parse } = await import('yaml');
  try {
    return [...general, ...readRules(parse(readFileSync(tolerances, 'utf8')))];
  } catch (error) {
    throw new Error(`${tolerances}: ${(error as Error).message}`);
  }
}

function wordsOf(
  { tolerance, absolute, tolerances, statistical }: CompareLimits,
  exact: boolean,
): string {
  if (exact) return 'to the last digit';
  const parts = [
    ...(tolerance > 0 ? [`relative tolerance ${tolerance}`] : []),
    ...(absolute > 0 ? [`absolute tolerance ${absolute}`] : []),
    ...(tolerances === undefined ? [] : [`tolerances of ${tolerances}`]),
    ...(statistical
      ? [`beyond sampling error, ${100 * familyError} % over all rows of a table`]
      : []),
  ];
  return parts.join(', ');
}

function compareFiles(
  table: string,
  firstFolder: string,
  secondFolder: string,
  rules: readonly ToleranceRule[],
  judge: RowJudge | undefined,
  badness: Badness | undefined,
): TableComparison {
  const first = new LineReader(join(firstFolder, `${table}.csv`));
  const second = new LineReader(join(secondFolder, `${table}.csv`));
  try {
    const decode = (line: string) => Buffer.from(line, 'latin1').toString('utf8');
    const same = (digits: number, isNumber: Uint8Array) => first.equals(second, digits, isNumber);
    return compareTable({ table, first, second, same, decode }, rules, judge, badness);
  } finally {
    first.close();
    second.close();
  }
}

/** Judges rows by mean and standard deviation, over as many replications as the folders say. */
function rowJudge(first: string, second: string): RowJudge {
  const counts = [first, second].map(readReplications);
  return (a, b) => {
    const [before, after] = [a, b].map((row, index) => ({
      mean: row.get('mean') ?? NaN,
      sd: row.get('sd') ?? NaN,
      count: counts[index],
    }));
    return welchProbability(before, after);
  };
}
