// The command `dump`: the files it writes, and what it refuses.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dump } from '../../src/cli/commands/dump.ts';

const file = 'tests/fixtures/two-corridors/closure.yaml';
let folder = '';
let said = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8');

test('writes model and results, and again in their place; a trace on request, which changes nothing', async () => {
  const out = join(folder, 'dump');
  expect(await dump(file, { replication: 3, out })).toBe(0);
  const model = JSON.parse(read(out, 'model.json'));
  expect(model.origin).toMatchObject({ replication: 3, replications: 10, scenario: 'closure' });
  expect(existsSync(join(out, 'trace.ndjson'))).toBe(false);
  const results = read(out, 'results.json');
  expect(await dump(file, { replication: 3, trace: true, out })).toBe(0);
  expect(read(out, 'results.json')).toBe(results);
  expect(read(out, 'trace.ndjson').trimEnd().split('\n')).toHaveLength(model.counts.steps);
});

test('a replication is drawn as one of as many as asked for', async () => {
  const draws = async (replications: number) => {
    expect(await dump(file, { replication: 0, replications, out: folder })).toBe(0);
    return JSON.parse(read(folder, 'model.json')).inputs;
  };
  expect(await draws(5)).not.toEqual(await draws(6));
});

test('a replication that there is not', async () => {
  expect(await dump(file, { replication: 10, out: join(folder, 'dump') })).toBe(2);
  expect(said).toContain('there is no replication 10: of 10 the last is 9');
  expect(existsSync(join(folder, 'dump'))).toBe(false);
});

test('a folder with something else in it is left alone', async () => {
  writeFileSync(join(folder, 'mine.txt'), '');
  expect(await dump(file, { replication: 0, out: folder })).toBe(2);
  expect(said).toContain('no model.json');
  expect(existsSync(join(folder, 'mine.txt'))).toBe(true);
});
