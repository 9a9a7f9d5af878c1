import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
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

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  cpSync('tests/fixtures/two-corridors', join(folder, 'study'), { recursive: true });
  const scenario = (name: string, more: string) => {
    const text = `schema_version: 1\nname: ${name}\ntitle: ${name}\nextends: baseline.yaml\n${more}`;
    writeFileSync(study(`${name}.yaml`), text);
  };
  scenario('calm', '');
  scenario('hopeful', 'expect:\n  - { corridor: northern, change: rises }\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const study = (file: string) => join(folder, 'study', file);
const out = (name: string) => join(folder, name);

function start(...words: string[]): ChildProcess {
  const command = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  return spawn(process.execPath, command, { env: { ...process.env, NO_COLOR: '1' } });
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (data) => {
    stdout += data;
  });
  child.stderr!.on('data', (data) => {
    stderr += data;
  });
  return new Promise((resolve) => {
    // As a shell sees it: a process that dies of the signal itself has the status 128 + 2 too.
    child.on('close', (code, signal) =>
      resolve({ code: signal === 'SIGINT' ? 130 : code, stdout, stderr }),
    );
  });
}

const cargoflow = (...words: string[]) => ended(start(...words));

/** Everything in a results folder but the manifest. */
function contents(name: string): Map<string, string> {
  const files = readdirSync(out(name), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file !== 'manifest.json' && statSync(join(out(name), file)).isFile(),
  );
  return new Map(files.map((file) => [file, readFileSync(join(out(name), file), 'utf8')]));
}

describe('cargoflow run', { timeout: 60_000 }, () => {
  test('the number of workers and the order of the scenarios do not show in any byte', async () => {
    const few = ['--replications', '4', '--quiet'];
    const [closure, calm] = [study('closure.yaml'), study('calm.yaml')];
    await cargoflow('run', closure, calm, ...few, '--workers', '1', '--out', out('one'));
    await cargoflow('run', calm, closure, ...few, '--workers', '4', '--out', out('four'));
    expect(contents('one').size).toBeGreaterThan(15);
    expect(contents('one')).toEqual(contents('four'));
  });

  test('a scenario without events equals its baseline', async () => {
    const flags = ['--replications', '3', '--quiet', '--out', out('calm')];
    expect((await cargoflow('run', study('calm.yaml'), ...flags)).code).toBe(0);
    for (const name of ['flows', 'links', 'posts', 'balance']) {
      const rows = contents('calm').get(`${name}.csv`)!.split('\n');
      const of = (scenario: string) =>
        rows.filter((row) => row.startsWith(scenario)).map((row) => row.slice(scenario.length));
      expect(of('calm')).toEqual(of('baseline'));
    }
  });

  test('the manifest holds the hash of every input and output', async () => {
    await cargoflow('run', study('calm.yaml'), '--replications', '2', '--out', out('manifest'));
    const manifest = JSON.parse(readFileSync(join(out('manifest'), 'manifest.json'), 'utf8'));
    const names = (files: { path: string }[]) => files.map(({ path }) => path.split('/').at(-1));
    expect(manifest.outputs.map(({ path }: { path: string }) => path).sort()).toEqual([
      ...[...contents('manifest').keys()].sort(),
    ]);
    expect(names(manifest.inputs)).toEqual([
      'baseline.yaml',
      'calm.yaml',
      'commodities.yaml',
      'corridors.yaml',
      'demand.yaml',
      'link.csv',
      'node.csv',
      'rates.yaml',
      'sources.yaml',
    ]);
  });

  test('an expectation that is not met: exit 1, and JSON alone on standard output', async () => {
    const flags = ['--replications', '3', '--json', '--out', out('hopeful')];
    const { code, stdout, stderr } = await cargoflow('run', study('hopeful.yaml'), ...flags);
    expect(code).toBe(1);
    expect(stderr).toContain('not met');
    const [hopeful] = JSON.parse(stdout).scenarios;
    expect(hopeful.expectations).toMatchObject([
      {
        subject: 'Northern Corridor',
        expected: 'change rises',
        met: 'no',
        measured: { mean: 0 },
      },
    ]);
  });

  test('a problem in a file: exit 2, its place on standard error, nothing written', async () => {
    writeFileSync(
      study('wrong.yaml'),
      'schema_version: 1\nname: wrong\nextends: baseline.yaml\nevnts: []\n',
    );
    const { code, stderr } = await cargoflow('run', study('wrong.yaml'), '--out', out('wrong'));
    expect(code).toBe(2);
    expect(stderr).toContain('wrong.yaml:4:1');
    expect(existsSync(out('wrong'))).toBe(false);
  });

  test('a folder that holds something else is left alone: exit 2', async () => {
    const { code, stderr } = await cargoflow(
      'run',
      study('calm.yaml'),
      '--out',
      join(folder, 'study'),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('not replaced');
  });

  test('scenarios that cannot be run together: exit 2', async () => {
    const [closure, calm] = [study('closure.yaml'), study('calm.yaml')];
    const twice = await cargoflow('run', calm, calm, '--out', out('conflict'));
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain('the name "calm"');
    const elsewhere = 'tests/fixtures/two-corridors/closure.yaml';
    writeFileSync(
      study('baseline.yaml'),
      readFileSync(study('baseline.yaml'), 'utf8').replace('60 days', '61 days'),
    );
    const strangers = await cargoflow('run', closure, elsewhere, '--out', out('conflict'));
    expect(strangers.code).toBe(2);
    expect(strangers.stderr).toContain('does not extend the same baseline');
  });

  test('interrupted: exit 130 within a second, and nothing half-written', async () => {
    const child = start('run', study('calm.yaml'), '--replications', '20000', '--out', out('long'));
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const before = Date.now();
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    expect(Date.now() - before).toBeLessThan(1000);
    expect(readdirSync(folder).filter((name) => name.includes('long'))).toEqual([]);
  });

  test('interrupted early: exit 130, without a word', async () => {
    const child = start(
      'run',
      study('calm.yaml'),
      '--replications',
      '20000',
      '--out',
      out('early'),
    );
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, 700));
    child.kill('SIGINT');
    expect(await end).toEqual({ code: 130, stdout: '', stderr: '' });
    expect(existsSync(out('early'))).toBe(false);
  });
});

describe('cargoflow compare and report', { timeout: 60_000 }, () => {
  test('equal folders: exit 0; a changed number: exit 1; no folder: exit 2', async () => {
    await cargoflow('run', study('calm.yaml'), '--replications', '2', '--out', out('first'));
    cpSync(out('first'), out('second'), { recursive: true });
    expect((await cargoflow('compare', out('first'), out('second'))).code).toBe(0);
    const path = join(out('second'), 'corridors.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/(baseline,all,northern,dispatched,t,)\d+/, '$11'));
    const { code, stdout } = await cargoflow(
      'compare',
      out('first'),
      out('second'),
      '--format',
      'json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout).equal).toBe(false);
    expect((await cargoflow('compare', out('first'), out('nowhere'))).code).toBe(2);
  });

  test('report renders the same bytes from the tables', async () => {
    await cargoflow('run', study('calm.yaml'), '--replications', '2', '--out', out('report'));
    const before = contents('report');
    writeFileSync(join(out('report'), 'report.md'), '');
    expect((await cargoflow('report', out('report'))).code).toBe(0);
    expect(contents('report')).toEqual(before);
  });

  test('bad usage: exit 2; help: exit 0 with an example', async () => {
    expect((await cargoflow('run')).code).toBe(2);
    expect((await cargoflow('run', 'x.yaml', '--replications', '0')).code).toBe(2);
    const { code, stdout } = await cargoflow('compare', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('Example:');
  });
});
