// The command `test`, on copies of the fixture study.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  cpSync('tests/fixtures/two-corridors', folder, { recursive: true });
  writeFileSync(
    join(folder, 'hopeful.yaml'),
    'schema_version: 1\nname: hopeful\ntitle: Hope\nextends: baseline.yaml\nexpect:\n  - { corridor: northern, change: rises }\n',
  );
  // What the closed crossing cannot pass is not shipped: the southern way is too long to be offered.
  const closure = join(folder, 'closure.yaml');
  const text = readFileSync(closure, 'utf8');
  writeFileSync(closure, text.replace('southern, change: rises', 'northern, change: falls'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function cargoflow(...words: string[]) {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'test', ...words];
  const env = { ...process.env, NO_COLOR: '1' };
  const few = ['--replications', '3', '--workers', '1'];
  return spawnSync(process.execPath, [...command, ...few], { env, encoding: 'utf8' });
}

describe('cargoflow test', () => {
  test('a folder: all its scenarios, the verdicts, exit 1, and nothing is written', () => {
    const files = readdirSync(folder);
    const { status, stderr } = cargoflow(folder);
    expect(stderr).toContain('met       Northern Corridor: change falls:');
    expect(stderr).toContain('not met   Northern Corridor: change rises: no change');
    expect(stderr).toContain('1 met, 1 not met');
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(files);
  });

  test('JUnit: a suite a scenario, a failure with what came out', () => {
    const { status, stdout } = cargoflow(folder, '--format', 'junit');
    expect(status).toBe(1);
    expect(stdout).toContain('<testsuite name="closure" tests="1" failures="0" skipped="0">');
    expect(stdout).toMatch(
      /<testcase classname="hopeful" name="[^"]+"><failure message="[^"]+"\/>/,
    );
  });

  test('one file that holds what it expects: exit 0', () => {
    expect(cargoflow(join(folder, 'closure.yaml')).status).toBe(0);
  });

  test('a scenario that expects nothing is bad input', () => {
    const { status, stderr } = cargoflow(join(folder, 'baseline.yaml'));
    expect(stderr).toContain('these scenarios expect nothing');
    expect(status).toBe(2);
  });
});
