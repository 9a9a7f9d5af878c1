// The command `init`: what it writes runs, is described to editors, and comes out as it expects.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function cargoflow(...words: string[]) {
  const env = { ...process.env, NO_COLOR: '1' };
  const command = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  return spawnSync(process.execPath, command, { env, encoding: 'utf8' });
}

describe('cargoflow init', () => {
  test('writes a study whose expectations are met', () => {
    const study = join(folder, 'new', 'study');
    expect(cargoflow('init', study).status).toBe(0);
    const { status, stderr } = cargoflow('test', study, '--workers', '1');
    expect(stderr).toContain('2 met');
    expect(status).toBe(0);
  });

  test('names for editors schemas that are there', () => {
    const study = join(folder, 'new', 'study');
    for (const name of readdirSync(study).filter((file) => file.endsWith('.yaml'))) {
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)/.exec(
        readFileSync(join(study, name), 'utf8'),
      )!;
      expect(existsSync(join(study, schema!)), name).toBe(true);
    }
  });

  test('a folder that holds something is left as it is: exit 2', () => {
    const { status, stderr } = cargoflow('init', folder);
    expect(stderr).toContain('is not empty; name a new folder');
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(['new']);
  });
});

describe('the tutorial of the README', () => {
  test('shows the scenario of the first study as it is', () => {
    const scenario = readFileSync('scenarios/first-study/torkham-shut.yaml', 'utf8');
    expect(readFileSync('README.md', 'utf8')).toContain(scenario.split('\n').slice(2).join('\n'));
  });
});
