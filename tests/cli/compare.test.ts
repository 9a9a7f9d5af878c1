import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compare } from '../../src/cli/commands/compare.ts';
import { fingerprint } from '../../src/cli/results-writer.ts';

const flows = 'scenario,unit,mean\nbaseline,t,1\n';
const links = 'scenario,unit,mean\nbaseline,t,2\n';

let parent = '';
let said = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cargoflow-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
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

const compareWith = (name: string, tolerance: number) =>
  compare(join(parent, 'reference'), join(parent, name), { tolerance, format: 'text' });

describe('comparison with a reference that keeps some tables only', () => {
  test('equal when the other tables have the noted bytes; reports do not count', () => {
    writeFolder('run', { 'flows.csv': flows, 'links.csv': links, 'report.html': 'new' });
    expect(compareWith('run', 0)).toBe(0);
    expect(said).toContain('links.csv: same bytes');
    expect(said).not.toContain('report.html');
  });

  test('a table with other bytes is a difference, whatever the manifest beside it says', () => {
    writeFolder('run', {
      'flows.csv': flows,
      'links.csv': links.replace('2', '3'),
      'manifest.json': JSON.stringify({ outputs: [fingerprint('links.csv', links)] }),
    });
    expect(compareWith('run', 0)).toBe(1);
    expect(said).toContain('links.csv: bytes differ;');
    expect(said).toContain('keeps no table to say where');
  });

  test('a table that the second folder lacks is a difference', () => {
    writeFolder('run', { 'flows.csv': flows });
    expect(compareWith('run', 0)).toBe(1);
    expect(said).toContain('links.csv: missing');
  });

  test('with a tolerance, hashes say nothing', () => {
    writeFolder('run', { 'flows.csv': flows, 'links.csv': links.replace('2', '3') });
    expect(compareWith('run', 1e-9)).toBe(0);
    expect(said).toContain('links.csv: only in');
  });

  test('a manifest that is none: exit 2', () => {
    writeFolder('run', { 'flows.csv': flows });
    writeFileSync(join(parent, 'reference', 'manifest.json'), '{}');
    expect(compareWith('run', 0)).toBe(2);
    expect(said).toContain('lists no outputs');
  });
});
