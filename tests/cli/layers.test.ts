// The commands on a file that gives several scenarios: each is a scenario of its own in every table, and some can be chosen.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const example = 'scenarios/examples/torkham-and-gulf.yaml';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function cargoflow(...words: string[]) {
  const command = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(process.execPath, command, { env, encoding: 'utf8' });
}

const few = ['--replications', '3'];

/** The tables of a results folder. */
function tables(name: string): Map<string, string> {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.csv'));
  return new Map(files.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]));
}

/** Everything in a results folder but the manifest. */
function contents(name: string): Map<string, string> {
  const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file !== 'manifest.json' && statSync(join(folder, name, file)).isFile(),
  );
  return new Map(files.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]));
}

const scenariosIn = (table: string) => [
  ...new Set(
    table
      .split('\n')
      .slice(1, -1)
      .map((row) => row.split(',')[0]),
  ),
];

describe('a file of combinations and a grid', { timeout: 180_000 }, () => {
  test('each is a scenario in every table, the same bytes for any number of workers', () => {
    const run = (workers: string) =>
      cargoflow(
        'run',
        example,
        ...few,
        '--quiet',
        '--workers',
        workers,
        '--out',
        join(folder, workers),
      );
    expect(run('1').status).toBe(0);
    expect(run('3').status).toBe(0);
    expect(tables('1')).toEqual(tables('3'));
    expect(scenariosIn(tables('1').get('flows.csv')!)).toEqual([
      'baseline',
      'both-shocks',
      'grid_none_little-cargo',
      'grid_none_much-cargo',
      'grid_none_none',
      'grid_torkham-shut_little-cargo',
      'grid_torkham-shut_much-cargo',
      'grid_torkham-shut_none',
      'gulf-dear',
      'long-shut',
    ]);
    expect(scenariosIn(tables('1').get('expectations.csv')!)).toEqual([
      'both-shocks',
      'gulf-dear',
      'long-shut',
    ]);
  });

  test('--scenario runs some of them, with the numbers that they have among all', () => {
    const chosen = ['--scenario', 'gulf-dear', 'grid_none_none', '--quiet'];
    cargoflow('run', example, ...few, ...chosen, '--out', join(folder, 'some'));
    const flows = tables('some').get('flows.csv')!;
    expect(scenariosIn(flows)).toEqual(['baseline', 'grid_none_none', 'gulf-dear']);
    const rows = (table: string) => table.split('\n').filter((row) => row.startsWith('gulf-dear'));
    expect(rows(flows)).toEqual(rows(tables('1').get('flows.csv')!));
  });

  test('a name that no scenario has: the nearest, and exit 2', () => {
    const { status, stderr } = cargoflow('run', example, '--scenario', 'gulf');
    expect(stderr).toContain(
      'there is no scenario "gulf" in these files; there are: gulf-dear, both',
    );
    expect(status).toBe(2);
    expect(cargoflow('test', example, '--scenario', 'long-shot').stderr).toContain(
      'there is no scenario "long-shot" in these files; nearest: "long-shut"',
    );
  });

  test('test says of each scenario what it expects', () => {
    const { status, stderr } = cargoflow('test', example, ...few, '--scenario', 'long-shut');
    expect(stderr).toContain('Torkham shut for half a year');
    expect(stderr).toContain('2 met');
    expect(status).toBe(0);
  });

  test('dump writes one of them, and asks which', () => {
    const flags = ['--out', join(folder, 'dump')];
    const { status, stderr } = cargoflow('dump', example, ...flags);
    expect(stderr).toContain(
      'gives several scenarios; say --scenario with one of: both-shocks, grid_',
    );
    expect(status).toBe(2);
    expect(cargoflow('dump', example, '--scenario', 'both-shocks', ...flags).status).toBe(0);
    const model = JSON.parse(readFileSync(join(folder, 'dump', 'model.json'), 'utf8'));
    expect(model.origin.scenario).toBe('both-shocks');
  });

  test('resolve writes one that gives the same bytes', () => {
    const study = join(folder, 'study');
    cpSync('scenarios/first-study', join(study, 'first-study'), { recursive: true });
    cpSync('scenarios/examples', join(study, 'examples'), { recursive: true });
    const file = join(study, 'examples', 'torkham-and-gulf.yaml');
    const [quick, name] = [[...few, '--quiet'], 'long-shut'];
    cargoflow('run', file, ...quick, '--scenario', name, '--out', join(folder, 'layers'));
    const { stdout } = cargoflow('resolve', file, '--origin', '--scenario', name);
    expect(stdout).toMatch(/for: 6 months +# .*torkham-and-gulf.yaml:\d+\n/);
    writeFileSync(file, stdout);
    expect(cargoflow('run', file, ...quick, '--out', join(folder, 'resolved')).status).toBe(0);
    const [layers, resolved] = [contents('layers'), contents('resolved')];
    expect(layers.size).toBeGreaterThan(15);
    expect([...resolved.keys()]).toEqual([...layers.keys()]);
    // The report names the hashes of the files that were read.
    const withoutHashes = (text = '') => text.replaceAll(/\b[0-9a-f]{12,}\b/g, '');
    const differing = [...layers.keys()].filter(
      (path) => withoutHashes(resolved.get(path)) !== withoutHashes(layers.get(path)),
    );
    expect(differing).toEqual([]);
    const tables = [...layers.keys()].filter((path) => path.endsWith('.csv'));
    expect(tables.filter((path) => resolved.get(path) !== layers.get(path))).toEqual([]);
  });

  test('resolve asks which, and knows the nearest', () => {
    expect(cargoflow('resolve', example).stderr).toContain('say --scenario with one of: gulf-dear');
    const { status, stderr } = cargoflow('resolve', example, '--scenario', 'log-shut');
    expect(stderr).toContain('there is no scenario "log-shut"');
    expect(stderr).toContain('nearest: "long-shut"');
    expect(status).toBe(2);
  });

  test('validate finds nothing wrong', () => {
    expect(cargoflow('validate', example).stderr).toBe('1 file: no problems\n');
  });
});
