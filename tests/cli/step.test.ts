// A step that is too long for a queue is refused; what half the step would change is told on request.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-step-'));
  copyStudy('study', {});
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the small study with texts of its files replaced. */
function copyStudy(name: string, changes: Record<string, readonly (readonly [string, string])[]>) {
  cpSync('tests/fixtures/two-corridors', join(folder, name), { recursive: true });
  for (const [file, replaced] of Object.entries(changes)) {
    const path = join(folder, name, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of replaced) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    writeFileSync(path, text);
  }
}

function run(study: string, ...words: string[]): Promise<{ code: number; stderr: string }> {
  const file = join(folder, study, 'closure.yaml');
  const all = ['--import', 'tsx', 'src/cli/main.ts', 'run', file, ...words];
  const options = { env: { ...process.env, NO_COLOR: '1' } };
  return new Promise((resolve) => {
    execFile(process.execPath, all, options, (error, _, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr });
    });
  });
}

describe('cargoflow run', { timeout: 60_000 }, () => {
  const elastic = ['not_shipped: 0 %', 'not_shipped: 5 %'] as const;
  const hardWinter = ['multiply_capacity: 0.5', 'multiply_capacity: 0.1'] as const;

  test('refuses a step in which a queue swings, and names the post and a step that would do', async () => {
    copyStudy('coarse', {
      'demand.yaml': [elastic],
      'baseline.yaml': [
        hardWinter,
        ['step: 1 day', 'step: 15 days'],
        ['inertia: 60 days', 'inertia: 0 days'],
      ],
    });
    const out = join(folder, 'coarse-results');
    const { code, stderr } = await run('coarse', '--out', out);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /error: step-too-long: baseline: the queue at \w+ and the choice of routes never settle/,
    );
    expect(stderr).toMatch(/a step of [\d.]+ (days|h) would do/);
    expect(existsSync(out)).toBe(false);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('warns of averaged costs that no step makes settle, and runs', async () => {
    copyStudy('averaged', {
      'demand.yaml': [elastic],
      'baseline.yaml': [
        hardWinter,
        ['inertia: 60 days', 'inertia: 60 days\n  cost_smoothing: 30 days'],
      ],
    });
    const few = ['--replications', '2', '--workers', '1', '--quiet'];
    const { code, stderr } = await run(
      'averaged',
      ...few,
      '--out',
      join(folder, 'averaged-results'),
    );
    expect(code).not.toBe(2);
    expect(existsSync(join(folder, 'averaged-results', 'corridors.csv'))).toBe(true);
    expect(stderr).toMatch(/warning: baseline: the queue at \w+ .* whatever the step/);
    expect(stderr).toContain('costs averaged over 30 days');
  });

  test('--check-step sets the run with half the step beside it: the numbers of a run at that step', async () => {
    copyStudy('half', { 'baseline.yaml': [['step: 1 day', 'step: 12 h']] });
    const few = ['--replications', '3', '--workers', '1'];
    const checked = await run('study', ...few, '--check-step', '--out', join(folder, 'checked'));
    await run('half', ...few, '--out', join(folder, 'halved'));
    expect(checked.stderr).toMatch(
      /by at most\n {2}baseline, dispatched: [\d.]+ \w+ \(.+\); 95 % sampling error [\d.]+ \w+\n {2}closure, change: /,
    );
    const rows = readRows('checked', 'step-check');
    const [whole, half] = [readRows('checked', 'corridors'), readRows('halved', 'corridors')];
    const keyOf = (row: readonly string[]) => row.slice(0, 5).join();
    const find = (list: readonly string[][], row: readonly string[]) =>
      list.find((other) => keyOf(other) === keyOf(row))!;
    expect(rows.length).toBeGreaterThan(20);
    let differs = 0;
    for (const row of rows) {
      const [mean, halfMean, discretisation, sampling] = row.slice(5).map(Number);
      const [ofWhole, , low, high] = find(whole, row).slice(5).map(Number);
      expect(mean).toBe(ofWhole);
      expect(halfMean).toBe(Number(find(half, row)[5]));
      expect(discretisation).toBe(Math.abs(mean - halfMean));
      if (mean !== 0) expect(sampling / mean).toBeCloseTo((0.5 * (high - low)) / mean, 9);
      if (discretisation > 0) differs += 1;
    }
    expect(differs).toBeGreaterThan(10);
    const described = readFileSync(join(folder, 'checked', 'datapackage.json'), 'utf8');
    expect(described).toContain('"step-check.csv"');
  });

  test('--check-step does not go with --static', async () => {
    const { code, stderr } = await run('study', '--check-step', '--static');
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be used with option '--static'");
  });
});

function readRows(out: string, table: string): string[][] {
  const text = readFileSync(join(folder, out, `${table}.csv`), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
