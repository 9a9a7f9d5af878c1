// Reads files for the pure core, which has no access to them itself.

import { readFileSync, statSync } from 'node:fs';

/** Text of a file in UTF-8, or undefined when there is no such file. Other failures are thrown. */
export function readTextFile(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? readFileSync(path, 'utf8') : undefined;
}
