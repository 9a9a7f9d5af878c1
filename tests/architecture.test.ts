// The structure that src/README.md promises: imports run one way, the core is pure, files stay small.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = resolve(dirname(fileURLToPath(import.meta.url)), '../src');

/** Folders that each folder may import from, besides itself. Left to right: the flow of the data. */
const allowed: Record<string, readonly string[]> = {
  numerics: [],
  model: ['numerics'],
  kernel: ['numerics'],
  scenario: ['model', 'numerics'],
  compile: ['model', 'numerics'],
  engine: ['compile', 'kernel', 'numerics'],
  diversion: ['compile', 'engine', 'numerics'],
  dump: ['compile', 'engine'],
  import: ['model', 'scenario'],
  equilibrium: ['compile', 'engine', 'numerics'],
  replicate: ['model', 'compile', 'engine', 'diversion', 'numerics'],
  calibration: ['model', 'compile', 'engine', 'replicate', 'numerics'],
  provenance: ['model', 'compile', 'calibration'],
  results: ['model', 'compile', 'engine', 'equilibrium', 'diversion', 'replicate', 'numerics'],
  report: ['model', 'results', 'numerics'],
  explain: ['results', 'report', 'numerics'],
  export: ['model', 'results', 'numerics'],
  compare: ['results', 'numerics'],
  cli: [
    'export',
    'explain',
    'compare',
    'model',
    'scenario',
    'import',
    'compile',
    'engine',
    'equilibrium',
    'diversion',
    'dump',
    'replicate',
    'calibration',
    'provenance',
    'results',
    'report',
    'numerics',
  ],
};

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path.includes('/'))
  .sort()
  .map((path) => ({
    path,
    folder: path.split('/')[0],
    text: readFileSync(join(source, path), 'utf8'),
  }));

function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]);
}

describe('architecture', () => {
  test('every folder is known', () => {
    expect(
      [...new Set(files.map((file) => file.folder))].filter((folder) => !(folder in allowed)),
    ).toEqual([]);
  });

  test('imports run one way', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map(
          (specifier) =>
            relative(source, resolve(source, dirname(file.path), specifier)).split('/')[0],
        )
        .filter((folder) => folder !== file.folder && !allowed[file.folder]?.includes(folder))
        .map((folder) => `${file.path} imports ${folder}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no folder is allowed to import one that may import it', () => {
    for (const [folder, imported] of Object.entries(allowed)) {
      for (const other of imported)
        expect(allowed[other], `${folder} <-> ${other}`).not.toContain(folder);
    }
  });

  test('files and processes are touched at the edges only', () => {
    const atTheEdge = (path: string) =>
      path.startsWith('cli/') || /^replicate\/(pool|worker)/.test(path);
    const wrong = files
      .filter(({ path }) => !atTheEdge(path))
      .filter(
        (file) =>
          importsOf(file).some((name) =>
            /^node:(fs|process|worker_threads|os|child_process)/.test(name),
          ) || /\bprocess\./.test(file.text),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('no clock, no unkeyed randomness, no locale in the core', () => {
    const forbidden =
      /Math\.random|Date\.now|new Date\(\)|performance\.now|toLocale|localeCompare|Intl\./;
    expect(
      files
        .filter(({ path, text }) => !path.startsWith('cli/') && forbidden.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('nothing that computes results uses functions whose last bit is free', () => {
    const forbidden =
      /Math\.(exp|log|pow|sin|cos|tan|expm1|log1p|log2|log10|cbrt|hypot|sinh|cosh|tanh|atan2?)\b|\*\*[^/*]/;
    const computing =
      /^(numerics|model|scenario|import|compile|engine|equilibrium|diversion|replicate|calibration|provenance|results)\//;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      files
        .filter(({ path, text }) => computing.test(path) && forbidden.test(code(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('every file opens with a sentence and stays under 300 lines', () => {
    for (const { path, text } of files) {
      expect(text.replace(/^#!.*\n/, '').startsWith('// '), path).toBe(true);
      expect(text.split('\n').length, path).toBeLessThan(300);
    }
  });
});
