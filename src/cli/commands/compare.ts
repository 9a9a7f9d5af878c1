// cargoflow compare: the tables of two results folders against each other.

import { existsSync, statSync } from 'node:fs';
import { compareTables } from '../../results/compare-tables.ts';
import {
  type ComparisonFormat,
  type FolderComparison,
  formatComparison,
  isEqual,
} from '../comparison-formats.ts';
import { exitCodes } from '../exit-codes.ts';
import { listTables, readTable, tableHash, tableHashes } from '../results-folder.ts';
import { sayError } from '../terminal.ts';

export interface CompareOptions {
  /** Relative; 0 = identical. */
  readonly tolerance: number;
  readonly format: ComparisonFormat;
}

/**
 * Compares the tables of the first folder with those of the second. A reference may keep a few tables only: with
 * tolerance 0 the others are compared by the hashes in its manifest, else not at all.
 * @returns the exit code
 */
export function compare(first: string, second: string, options: CompareOptions): number {
  for (const folder of [first, second]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      sayError(`${folder} is not a folder`);
      return exitCodes.badInput;
    }
  }
  try {
    if (listTables(first).length === 0) throw new Error(`${first} holds no tables`);
    const comparison = compareFolders(first, second, options.tolerance);
    const stream = options.format === 'text' ? process.stderr : process.stdout;
    stream.write(formatComparison(comparison, options.format));
    return isEqual(comparison) ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    sayError((error as Error).message);
    return exitCodes.badInput;
  }
}

function compareFolders(first: string, second: string, tolerance: number): FolderComparison {
  const names = listTables(first);
  const others = listTables(second);
  const shared = names.filter((name) => others.includes(name));
  const hashes = tolerance === 0 ? tableHashes(first) : new Map<string, string>();
  const hashed = [...hashes.keys()].filter((name) => !names.includes(name));
  return {
    first,
    second,
    tolerance,
    tables: shared.map((name) =>
      compareTables(readTable(first, name), readTable(second, name), tolerance),
    ),
    hashedTables: hashed
      .filter((name) => others.includes(name))
      .map((name) => ({ table: name, sameBytes: tableHash(second, name) === hashes.get(name) })),
    missingTables: [...names, ...hashed].filter((name) => !others.includes(name)),
    ignoredTables: others.filter((name) => !names.includes(name) && !hashed.includes(name)),
  };
}
