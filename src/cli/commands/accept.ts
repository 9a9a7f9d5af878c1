// cargoflow accept: takes new results as the reference, and writes down why.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { acceptanceEntry, enterInChangelog } from '../../compare/acceptance.ts';
import { isEqual } from '../../compare/formats.ts';
import { compareFolders } from '../compare-folders.ts';
import { exitCodes } from '../exit-codes.ts';
import { listTables } from '../results-folder.ts';
import { say, sayError } from '../terminal.ts';

export interface AcceptOptions {
  readonly reason: string;
  readonly changelog: string;
}

/** Tables that a new reference keeps; the others are known by their hashes in its manifest. */
const firstTables: readonly string[] = ['corridors', 'expectations'];

/**
 * Copies the tables that the reference keeps, and the manifest, from the new results; the reason and what moved most
 * go into the changelog. Nothing is written when nothing differs, or when anything is wrong.
 * @returns the exit code
 */
export async function accept(
  folder: string,
  reference: string,
  { reason, changelog }: AcceptOptions,
): Promise<number> {
  try {
    if (reason.trim() === '') throw new Error('the reason is empty');
    const isNew = !existsSync(join(reference, 'manifest.json'));
    const tables = isNew ? firstTables : listTables(reference);
    for (const file of [...tables.map((name) => `${name}.csv`), 'manifest.json'])
      if (!existsSync(join(folder, file))) throw new Error(`${folder} has no ${file}`);
    if (isNew) {
      copy(folder, reference, tables);
      say(`${reference}: new reference, ${tables.map((name) => `${name}.csv`).join(', ')}`);
      return exitCodes.done;
    }
    const limits = { tolerance: 0, absolute: 0, badness: 'absolute' } as const;
    const comparison = await compareFolders(reference, folder, limits);
    if (isEqual(comparison)) {
      say('nothing differs; nothing to accept');
      return exitCodes.done;
    }
    const entry = acceptanceEntry(basename(resolve(reference)), reason.trim(), comparison);
    const text = enterInChangelog(readChangelog(changelog), entry);
    copy(folder, reference, tables);
    writeFileSync(changelog, text);
    say(entry);
    return exitCodes.done;
  } catch (error) {
    sayError((error as Error).message);
    return exitCodes.badInput;
  }
}

function readChangelog(path: string): string {
  if (!existsSync(path)) throw new Error(`there is no changelog ${path}; name it with --changelog`);
  return readFileSync(path, 'utf8');
}

function copy(folder: string, reference: string, tables: readonly string[]): void {
  mkdirSync(reference, { recursive: true });
  for (const file of [...tables.map((name) => `${name}.csv`), 'manifest.json'])
    copyFileSync(join(folder, file), join(reference, file));
}
