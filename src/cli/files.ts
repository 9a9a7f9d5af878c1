// Reads files for the pure core, which has no access to them itself.

import { readFileSync, statSync } from 'node:fs';
import { largestSize, type UnreadableFile } from '../scenario/input-file.ts';

/** Text of a file in UTF-8, or undefined when there is no such file. Other failures are thrown. */
export function readTextFile(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

/** The bytes of an input file, or why there are none; undefined when there is no such file. */
export function readInputFile(path: string): Uint8Array | UnreadableFile | undefined {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status) return undefined;
    if (!status.isFile()) return { reason: 'folder', message: 'this is not a file' };
    if (status.size > largestSize(path)) return tooLarge(status.size, largestSize(path));
    return readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return undefined;
    return { reason: 'refused', message: `the system does not let it be read (${code})` };
  }
}

function tooLarge(size: number, limit: number): UnreadableFile {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e5) / 10} MB`;
  const message = `the file has ${megabytes(size)}; at most ${megabytes(limit)} are read`;
  return { reason: 'too-large', message };
}
