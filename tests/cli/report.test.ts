import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readForReports } from '../../src/cli/results-folder.ts';
import { runTwoCorridors } from '../run-folder.ts';

let folder = '';
beforeAll(async () => {
  folder = await runTwoCorridors();
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const again = 'write the folder anew with `cargoflow run`';

/** What reading says while a file holds another text; undefined = while it is not there. */
async function said(file: string, change: (text: string) => string | undefined): Promise<string> {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === undefined) rmSync(path);
  else writeFileSync(path, after);
  try {
    return await readForReports(folder).then(
      () => '',
      (error: Error) => error.message,
    );
  } finally {
    writeFileSync(path, before);
  }
}

describe('a folder that reports cannot be made from says why', () => {
  test('nothing where it is whole', async () => {
    expect(await said('study.json', (text) => text)).toBe('');
  });

  test('a table is not there', async () => {
    const message = `${folder} holds no complete results: there is no corridors.csv (${again})`;
    expect(await said('corridors.csv', () => undefined)).toBe(message);
  });

  test('the study in brief of another version', async () => {
    const message = `${folder} holds results of another version: study.json has no "nodes" (${again})`;
    expect(await said('study.json', (text) => text.replace('"nodes"', '"places"'))).toBe(message);
  });

  test('a column of another version', async () => {
    const message = `${folder} holds results of another version: expectations.csv has no column "measure" (${again})`;
    expect(await said('expectations.csv', (text) => text.replace('measure', 'change'))).toBe(
      message,
    );
  });
});
