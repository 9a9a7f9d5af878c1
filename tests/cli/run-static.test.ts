import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-static-'));
  cpSync('tests/fixtures/two-corridors', join(folder, 'study'), { recursive: true });
  // With fixed demand the crossings could not pass it all in 2027.
  const demand = join(folder, 'study', 'demand.yaml');
  const elastic = readFileSync(demand, 'utf8').replace('not_shipped: 0 %', 'not_shipped: 5 %');
  writeFileSync(demand, elastic);
});
afterAll(() => rmSync(folder, { recursive: true }));

function runStatic(...words: string[]): Promise<{ code: number; stderr: string }> {
  const file = join(folder, 'study', 'closure.yaml');
  const all = ['--import', 'tsx', 'src/cli/main.ts', 'run', '--static', file, ...words];
  const options = { env: { ...process.env, NO_COLOR: '1' } };
  return new Promise((resolve) => {
    execFile(process.execPath, all, options, (error, _, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr });
    });
  });
}

describe('cargoflow run --static', { timeout: 60_000 }, () => {
  test('writes the split of every mid-year, and says which date differs most', async () => {
    const out = join(folder, 'all');
    const { code, stderr } = await runStatic('--replications', '3', '--out', out);
    expect(stderr).toContain('closure on 2026-07-01, of 3 dates the one with most change');
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'manifest.json',
      'static-corridors.csv',
      'static-flows.csv',
      'static-posts.csv',
    ]);
    const rows = readFileSync(join(out, 'static-corridors.csv'), 'utf8').split('\n');
    expect(new Set(rows.slice(1, -1).map((row) => row.split(',')[1]))).toEqual(
      new Set(['2025-07-01', '2026-07-01', '2027-07-01']),
    );
    const flows = readFileSync(join(out, 'static-flows.csv'), 'utf8').split('\n');
    const containers = flows.filter((row) => row.startsWith('baseline,2025-07-01,ALM,DUI'));
    const tonnes = containers.reduce((sum, row) => sum + Number(row.split(',')[8]), 0);
    // 0.4 Mt/yr of containers over the 365 days of 2025, and a quarter of 8 to 15 Mt/yr of grain.
    expect(tonnes).toBeGreaterThan((0.4e6 + 2e6) / 365);
    expect(tonnes).toBeLessThan((0.4e6 + 3.75e6) / 365);
  });

  test('--on names the date; before the closure nothing differs', async () => {
    const out = join(folder, 'early');
    const { stderr } = await runStatic('--on', '2026-02-01', '--replications', '2', '--out', out);
    expect(stderr).toContain('no corridor changes by 1 t/day on 2026-02-01');
  });

  test('a date outside the horizon is refused, and nothing is written', async () => {
    const out = join(folder, 'late');
    const { code, stderr } = await runStatic('--on', '2030-01-01', '--out', out);
    expect(stderr).toContain('outside the horizon, 2025-01-01 to 2027-12-31');
    expect(code).toBe(2);
    expect(() => readdirSync(out)).toThrow();
  });
});
