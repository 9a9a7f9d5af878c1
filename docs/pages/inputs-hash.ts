// Says of which inputs the pages were made, so that a test can tell when they are stale.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of the files of a study, by name, and of the manifest of its reference results. */
export function inputsHash(study: string, manifest: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(study).filter((name) => /\.(yaml|csv)$/.test(name));
  for (const path of [...files.sort().map((name) => join(study, name)), manifest])
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
