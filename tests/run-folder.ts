// Runs the fixture of two corridors into a temporary folder, through the command itself.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunOptions, run } from '../src/cli/commands/run.ts';

/** A results folder of the baseline and its closure, three replications; to be removed by the caller. */
export async function runTwoCorridors(options: RunOptions = {}): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'cargoflow-')), 'two-corridors');
  await run(['tests/fixtures/two-corridors/closure.yaml'], {
    out: folder,
    replications: 3,
    workers: 1,
    quiet: true,
    ...options,
  });
  return folder;
}
