// Compiles the second implementation in C and runs it on dumped models.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledModel } from '../../src/compile/compiled-model.ts';
import { drawModel } from '../../src/compile/draw-model.ts';
import { describeResult, modelChunks } from '../../src/dump/dump.ts';
import type { ReplicationResult } from '../../src/engine/replication-result.ts';

/** No contraction into fused operations and no reordering: the bits are to be those of the engine. */
const flags = [
  '-std=c11',
  '-D_POSIX_C_SOURCE=200809L',
  '-O3',
  '-march=native',
  '-ffp-contract=off',
];
const sources = fileURLToPath(new URL('.', import.meta.url));

/** Whether there is a C compiler. */
export const hasCompiler = spawnSync('gcc', ['--version']).status === 0;

/** What the C program says of a replication. */
export interface ReferenceRun {
  /** By name, as in docs/dump.md. */
  readonly results: Readonly<Record<string, readonly number[]>>;
  readonly largestBalanceError: number;
  /** Processor time of its fastest repetition. */
  readonly seconds: number;
}

/** The compiled program in a temporary folder. */
export interface Reference {
  /** @throws Error with its message when it refuses the model */
  run(model: CompiledModel, draws: Float64Array, repetitions?: number): ReferenceRun;
  dispose(): void;
}

export function compileReference(): Reference {
  const folder = mkdtempSync(join(tmpdir(), 'cargoflow-reference-'));
  const program = join(folder, 'reference');
  const files = readdirSync(sources).filter((name) => name.endsWith('.c'));
  execFileSync('gcc', [
    ...flags,
    '-o',
    program,
    ...files.map((name) => join(sources, name)),
    '-lm',
  ]);
  return {
    run(model, draws, repetitions = 1) {
      const dump = join(folder, 'model.json');
      const origin = { cargoflow: '', seed: '', replications: 1, replication: 0 };
      writeFileSync(dump, [...modelChunks(drawModel(model, draws), draws, origin)].join(''));
      const { status, stdout, stderr } = spawnSync(program, [dump, String(repetitions)], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (status !== 0) throw new Error(stderr.trim());
      return JSON.parse(stdout) as ReferenceRun;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Largest difference between a result of the engine and the program's, as a share of the greatest value of its table. */
export function largestDifference(result: ReplicationResult, run: ReferenceRun): number {
  const differences = describeResult(result).map(({ name, values }) => {
    const other = run.results[name];
    if (other.length !== values.length) return Number.NaN;
    let greatest = 0;
    let miss = 0;
    for (const [index, value] of values.entries()) {
      greatest = Math.max(greatest, Math.abs(value));
      miss = Math.max(miss, Math.abs(value - other[index]));
    }
    return greatest > 0 ? miss / greatest : miss;
  });
  return Math.max(...differences);
}
