import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { accept } from '../../src/cli/commands/accept.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  write('new', 12);
  writeFileSync(at('CHANGELOG.md'), '# Log\n\n## Unreleased\n');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

const at = (...path: string[]) => join(parent, ...path);
const table = (mean: number) =>
  `scenario,corridor,variable,unit,mean\nb,north,dispatched,t,${mean}\n`;
const options = (reason: string) => ({ reason, changelog: at('CHANGELOG.md') });

function write(folder: string, mean: number): void {
  mkdirSync(at(folder), { recursive: true });
  for (const name of ['corridors', 'expectations', 'flows'])
    writeFileSync(at(folder, `${name}.csv`), table(mean));
  writeFileSync(at(folder, 'manifest.json'), JSON.stringify({ outputs: [], mean }));
}

test('a first reference keeps the tables for reading and the manifest', async () => {
  expect(await accept(at('new'), at('reference'), options('First'))).toBe(0);
  expect(existsSync(at('reference', 'corridors.csv'))).toBe(true);
  expect(existsSync(at('reference', 'flows.csv'))).toBe(false);
});

test('a change takes the place of what the reference keeps, and its reason goes into the changelog', async () => {
  write('reference', 10);
  rmSync(at('reference', 'flows.csv'));
  expect(await accept(at('new'), at('reference'), options('New tariffs'))).toBe(0);
  expect(readFileSync(at('reference', 'corridors.csv'), 'utf8')).toBe(table(12));
  expect(existsSync(at('reference', 'flows.csv'))).toBe(false);
  expect(readFileSync(at('reference', 'manifest.json'), 'utf8')).toContain('"mean":12');
  const log = readFileSync(at('CHANGELOG.md'), 'utf8');
  expect(log).toContain(
    '### Results\n- `reference`: New tariffs. Differences: 1 in `corridors.csv`',
  );
  expect(log).toContain('b north dispatched t 10 to 12');
});

test('nothing is written when nothing differs, without a reason, or without a changelog', async () => {
  write('reference', 12);
  expect(await accept(at('new'), at('reference'), options('Nothing'))).toBe(0);
  write('reference', 10);
  expect(await accept(at('new'), at('reference'), options(' '))).toBe(2);
  rmSync(at('CHANGELOG.md'));
  expect(await accept(at('new'), at('reference'), options('New tariffs'))).toBe(2);
  expect(readFileSync(at('reference', 'corridors.csv'), 'utf8')).toBe(table(10));
});

test('the workflow file is YAML whose steps call commands and options that there are', () => {
  const { jobs } = parse(readFileSync('docs/ci/cargoflow.yml', 'utf8'));
  const steps: { run?: string }[] = jobs.results.steps;
  const calls = steps.flatMap(({ run = '' }) => [...run.matchAll(/npx cargoflow (\S+)(.*)/g)]);
  expect(calls.map(([, command]) => command)).toEqual(['validate', 'run', 'compare', 'compare']);
  for (const [, command, words] of calls) {
    const declaration = readFileSync(`src/cli/declarations/${command}.ts`, 'utf8');
    for (const [option] of words.matchAll(/--[a-z]+/g)) expect(declaration).toContain(option);
  }
});
