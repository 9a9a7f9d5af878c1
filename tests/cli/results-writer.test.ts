import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderProblem, writeFolder } from '../../src/cli/results-writer.ts';

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  folder = join(parent, 'run');
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('results folder', () => {
  test('files arrive with their lengths and hashes', async () => {
    await writeFolder(folder, async (put) => {
      // SHA-256 of "abc", from the standard (FIPS 180-2, appendix B).
      expect(await put('a.csv', ['a', 'bc'])).toEqual({
        path: 'a.csv',
        bytes: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      });
    });
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('abc');
    expect(readdirSync(parent)).toEqual(['run']);
  });

  test('nothing can be seen before all is written', async () => {
    await writeFolder(folder, async (put) => {
      await put('a.csv', ['a']);
      expect(existsSync(folder)).toBe(false);
      await put('b.csv', ['b']);
    });
    expect(readdirSync(folder)).toEqual(['a.csv', 'b.csv']);
  });

  test('an older folder is replaced whole', async () => {
    await writeFolder(folder, async (put) => void (await put('old.csv', ['old'])));
    await writeFolder(folder, async (put) => void (await put('new.csv', ['new'])));
    expect(readdirSync(folder)).toEqual(['new.csv']);
    expect(readdirSync(parent)).toEqual(['run']);
  });

  test('a failure leaves the older folder as it was, and nothing else', async () => {
    await writeFolder(folder, async (put) => void (await put('old.csv', ['old'])));
    const failing = writeFolder(folder, async (put) => {
      await put('new.csv', ['new']);
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(readdirSync(folder)).toEqual(['old.csv']);
    expect(readdirSync(parent)).toEqual(['run']);
  });

  test('a folder that holds something else is not replaced', () => {
    expect(folderProblem(folder)).toBeUndefined();
    mkdirSync(folder);
    expect(folderProblem(folder)).toBeUndefined();
    writeFileSync(join(folder, 'thesis.txt'), '');
    expect(folderProblem(folder)).toContain('not replaced');
    writeFileSync(join(folder, 'manifest.json'), '{}');
    expect(folderProblem(folder)).toBeUndefined();
    expect(folderProblem(join(folder, 'thesis.txt'))).toContain('is a file');
  });
});
