import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CompareOptions, compare } from '../../src/cli/commands/compare.ts';
import { fingerprint } from '../../src/cli/results-writer.ts';

const flows = 'scenario,unit,mean\nbaseline,t,1\n';
const links = 'scenario,unit,mean\nbaseline,t,2\n';

let parent = '';
let said = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  said = '';
  const hear = (text: string | Uint8Array) => {
    said += text;
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  // A run's outputs are noted in its manifest; the reference has thrown all tables but flows.csv away.
  const outputs = Object.entries({ 'flows.csv': flows, 'links.csv': links, 'report.html': 'old' });
  writeFolder('reference', {
    'flows.csv': flows,
    'manifest.json': JSON.stringify({
      outputs: outputs.map(([name, text]) => fingerprint(name, text)),
    }),
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

function writeFolder(name: string, files: Record<string, string>): void {
  mkdirSync(join(parent, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(parent, name, file), text);
}

const compareWith = (name: string, tolerance: number, options: Partial<CompareOptions> = {}) =>
  compare(join(parent, 'reference'), join(parent, name), {
    tolerance,
    absolute: 0,
    format: 'text',
    ...options,
  });

describe('comparison with a reference that keeps some tables only', () => {
  test('equal when the other tables have the noted bytes; reports do not count', async () => {
    writeFolder('run', { 'flows.csv': flows, 'links.csv': links, 'report.html': 'new' });
    expect(await compareWith('run', 0)).toBe(0);
    expect(said).toContain('links.csv: same bytes');
    expect(said).not.toContain('report.html');
  });

  test('a table with other bytes is a difference, whatever the manifest beside it says', async () => {
    writeFolder('run', {
      'flows.csv': flows,
      'links.csv': links.replace('2', '3'),
      'manifest.json': JSON.stringify({ outputs: [fingerprint('links.csv', links)] }),
    });
    expect(await compareWith('run', 0)).toBe(1);
    expect(said).toContain('links.csv: bytes differ;');
    expect(said).toContain('keeps no table to say where');
  });

  test('a table that the second folder lacks is a difference', async () => {
    writeFolder('run', { 'flows.csv': flows });
    expect(await compareWith('run', 0)).toBe(1);
    expect(said).toContain('links.csv: missing');
  });

  test('with a tolerance, hashes say nothing', async () => {
    writeFolder('run', { 'flows.csv': flows, 'links.csv': links.replace('2', '3') });
    expect(await compareWith('run', 1e-9)).toBe(0);
    expect(said).toContain('links.csv: only in');
  });

  test('a manifest that is none: exit 2', async () => {
    writeFolder('run', { 'flows.csv': flows });
    writeFileSync(join(parent, 'reference', 'manifest.json'), '{}');
    expect(await compareWith('run', 0)).toBe(2);
    expect(said).toContain('lists no outputs');
  });
});

describe('what is let pass', () => {
  const row = (mean: number, sd: number) => `scenario,unit,mean,sd\nbaseline,t,${mean},${sd}\n`;
  const manifest = JSON.stringify({ replications: 10, outputs: [] });
  const compareFlows = (first: string, second: string, options: Partial<CompareOptions>) => {
    writeFolder('a', { 'flows.csv': first, 'manifest.json': manifest });
    writeFolder('b', { 'flows.csv': second, 'manifest.json': manifest });
    const limits: CompareOptions = { tolerance: 0, absolute: 0, format: 'text', ...options };
    return compare(join(parent, 'a'), join(parent, 'b'), limits);
  };

  test('rules of a file', async () => {
    const tolerances = join(parent, 'rules.yaml');
    writeFileSync(tolerances, '- { column: sd, absolute: 1 }\n');
    expect(await compareFlows(row(1, 1), row(1, 2), { tolerances })).toBe(0);
  });

  test('a file of rules with a mistake: exit 2 and where it is', async () => {
    const tolerances = join(parent, 'rules.yaml');
    writeFileSync(tolerances, '- { colum: sd }\n');
    expect(await compareFlows(row(1, 1), row(1, 1), { tolerances })).toBe(2);
    expect(said).toContain('rule 0');
    expect(said).toContain('colum');
  });

  test('sampling error: means of 10 replications half a standard error apart pass, ten do not', async () => {
    expect(await compareFlows(row(100, 10), row(101.6, 10), { statistical: true })).toBe(0);
    rmSync(join(parent, 'a'), { recursive: true });
    rmSync(join(parent, 'b'), { recursive: true });
    expect(await compareFlows(row(100, 10), row(131.6, 10), { statistical: true })).toBe(1);
    expect(said).toContain('by chance');
  });
});
