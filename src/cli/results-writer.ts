// Writes a results folder under a temporary name and renames it when it is whole.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { interruptible } from './interrupt.ts';

/** A file of the folder as written. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes one file of the folder, piece by piece. */
export type PutFile = (name: string, chunks: Iterable<string | Uint8Array>) => Promise<WrittenFile>;

/**
 * Why this folder may not be replaced; undefined when it may: it is new, empty, or holds what was written before.
 * @param content what is written, in a word
 * @param mark    a file that every such folder has
 */
export function folderProblem(
  folder: string,
  content = 'results',
  mark = 'manifest.json',
): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return `${folder} is a file`;
  const files = readdirSync(folder);
  if (files.length === 0 || files.includes(mark)) return undefined;
  return `${folder} holds something else than ${content} (no ${mark}); it is not replaced`;
}

/**
 * Fills a temporary sibling of `folder` and, when `fill` has ended, puts it in the folder's place. When it
 * fails, or the process is told to end, the sibling is removed and an older folder stays as it was.
 */
export async function writeFolder(
  folder: string,
  fill: (put: PutFile) => Promise<void>,
): Promise<void> {
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const temporary = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const removeTemporary = () => rmSync(temporary, { recursive: true, force: true });
  await interruptible(removeTemporary, async () => {
    try {
      const whole = join(temporary, 'new');
      await mkdir(whole);
      await fill((name, chunks) => putFile(join(whole, name), name, chunks));
      swapFolders(whole, target, join(temporary, 'old'));
    } finally {
      removeTemporary();
    }
  });
}

/** In one go, so that no signal is handled in between. */
function swapFolders(whole: string, target: string, older: string): void {
  const replaces = existsSync(target);
  if (replaces) renameSync(target, older);
  try {
    renameSync(whole, target);
  } catch (error) {
    if (replaces) renameSync(older, target);
    throw error;
  }
}

async function putFile(
  path: string,
  name: string,
  chunks: Iterable<string | Uint8Array>,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    for (const chunk of chunks) {
      const data = Buffer.from(chunk as string);
      hash.update(data);
      bytes += data.length;
      await file.writeFile(data);
    }
  } finally {
    await file.close();
  }
  return { path: name, bytes, sha256: hash.digest('hex') };
}

/** Length and hash of a file's content. */
export function fingerprint(path: string, content: string | Buffer): WrittenFile {
  const data = Buffer.from(content as string);
  return { path, bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') };
}
