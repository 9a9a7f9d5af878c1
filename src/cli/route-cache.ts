// Keeps the choice sets of large networks in files, by the hash of everything that they depend on.

import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packRouteSets, routeKey, unpackRouteSets } from '../compile/route-key.ts';
import type { RouteSets, RouteTask } from '../compile/route-sets.ts';

/** Files kept; the oldest go first. */
const mostFiles = 8;
const hashBytes = 32;

/**
 * The choice sets of a task from the cache, or, where it has none, built and then kept there.
 * A file is written under another name and renamed when it is whole, and begins with the hash of the rest: one that is
 * cut short, changed or cannot be read is built anew. That a file cannot be written is no failure.
 * @param folder of the cache; made when needed
 */
export async function cachedRouteSets(
  folder: string,
  task: RouteTask,
  build: () => Promise<RouteSets>,
): Promise<RouteSets> {
  const path = join(folder, `routes-${hashOfTask(task)}`);
  const known = readSets(path);
  if (known) return known;
  const sets = await build();
  try {
    writeSets(folder, path, sets);
  } catch {
    // The run goes on: next time the sets are built again.
  }
  return sets;
}

/** The hash of what the sets depend on, the code that builds them included. */
function hashOfTask(task: RouteTask): string {
  const hash = createHash('sha256');
  hash.update(codeHash());
  hash.update(routeKey(task));
  for (const cells of [task.cellOrigin, task.cellDestination, task.cellCommodity])
    hash.update(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength));
  return hash.digest('hex');
}

/** From source, of the folder that builds choice sets; in the package, of the worker's bundle, which holds that code. */
function codeHash(): string {
  if (!import.meta.url.endsWith('.ts')) {
    const worker = readFileSync(createRequire(import.meta.url).resolve('#worker-routes'));
    return createHash('sha256').update(worker).digest('hex');
  }
  const folder = fileURLToPath(new URL('../compile/', import.meta.url));
  const hash = createHash('sha256');
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  for (const file of files.sort()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

function readSets(path: string): RouteSets | undefined {
  try {
    const file = readFileSync(path);
    const content = new Uint8Array(file.length - hashBytes);
    content.set(file.subarray(hashBytes));
    const hash = createHash('sha256').update(content).digest();
    return hash.equals(file.subarray(0, hashBytes)) ? unpackRouteSets(content) : undefined;
  } catch {
    return undefined;
  }
}

function writeSets(folder: string, path: string, sets: RouteSets): void {
  mkdirSync(folder, { recursive: true });
  const content = packRouteSets(sets);
  const temporary = `${path}.${process.pid}`;
  const hash = createHash('sha256').update(content).digest();
  writeFileSync(temporary, Buffer.concat([hash, content]));
  renameSync(temporary, path);
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, time: statSync(file).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { file } of files.slice(mostFiles)) rmSync(file, { force: true });
}
