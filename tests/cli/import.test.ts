import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function cargoflow(...words: string[]): Promise<{ code: number; stderr: string }> {
  const all = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  const options = { env: { ...process.env, NO_COLOR: '1' } };
  return new Promise((resolve) => {
    execFile(process.execPath, all, options, (error, _, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr });
    });
  });
}

const numbers = [
  ['--volume-unit', 't/day'],
  ['--tariff', '0.1 USD/t/km'],
  ['--value-of-time', '24 USD/t/day'],
  ['--route-scale', '0.5 t/USD'],
].flat();
const gmns = ['node', 'link', 'demand'].map((name) => `tests/fixtures/gmns/${name}.csv`);
const tntp = ['net', 'trips'].map((name) => `tests/fixtures/tntp/diamond_${name}.tntp`);

test('a GMNS network is imported and runs: all of the demand arrives or is on its way', async () => {
  const out = join(folder, 'gmns');
  const units = ['--length-unit', 'km', '--speed-unit', 'km/h'];
  const imported = await cargoflow('import', ...gmns, ...units, ...numbers, '--out', out);
  expect(imported.stderr).toContain('imported 4 nodes, 5 links, 2 flows with 15.0 t/day');
  expect(imported.code).toBe(0);
  const results = join(folder, 'gmns-results');
  const file = join(out, 'baseline.yaml');
  const run = await cargoflow('run', file, '--out', results, '--workers', '1', '--quiet');
  expect(run.code).toBe(0);
  const flows = readFileSync(join(results, 'flows.csv'), 'utf8');
  // 10 t/day over the 365 days of 2025; a year of the mean has 365.25.
  const row = /baseline,2025,N1,N4,goods,other,dispatched,t,([\d.]+),/.exec(flows);
  expect(Number(row?.[1])).toBeCloseTo(10 * 365.25, 6);
}, 60_000);

test('a TNTP network is imported and solved', async () => {
  const out = join(folder, 'tntp');
  const units = ['--length-unit', 'km', '--time-unit', 'min'];
  const imported = await cargoflow('import', ...tntp, ...units, ...numbers, '--out', out);
  expect(imported.code).toBe(0);
  expect(imported.stderr).toContain('2 links shorter than 1 m: taken as 1 m long');
  const file = join(out, 'baseline.yaml');
  const run = await cargoflow('run', file, '--static', '--out', join(folder, 'split'), '--quiet');
  expect(run.code).toBe(0);
}, 60_000);

test('what is wrong is said, and nothing is written', async () => {
  const out = join(folder, 'none');
  const { code, stderr } = await cargoflow('import', ...gmns, ...numbers, '--out', out);
  expect(code).toBe(2);
  expect(stderr).toContain('say --length-unit');
  expect(readdirSync(folder)).not.toContain('none');
  const full = await cargoflow('import', ...gmns, ...numbers, '--out', 'tests');
  expect(full.code).toBe(2);
  expect(full.stderr).toContain('tests holds something already');
}, 60_000);
