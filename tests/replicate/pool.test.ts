import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { replicate } from '../../src/replicate/pool.ts';
import { inReplicationOrder } from '../../src/replicate/reorder.ts';
import { createJobRunner, type ReplicationPlan } from '../../src/replicate/run-job.ts';
import { shareArrays } from '../../src/replicate/shared-memory.ts';
import { csvChunks } from '../../src/report/csv.ts';
import { createAggregator } from '../../src/results/aggregate.ts';
import { baseline, closure, nothing } from '../small-study.ts';

const scenarios = [baseline, closure, nothing];
const replications = 6;

function planOf(): ReplicationPlan {
  const models = compile(baseline, [closure, nothing]);
  const draws = models.map((model) => drawInputs(model.inputs, 'small', replications));
  return { models, draws, replications };
}

async function tablesWith(workers: number): Promise<string> {
  const plan = planOf();
  const aggregator = createAggregator({ ...plan, replications }, scenarios);
  await replicate(plan, workers, aggregator.add);
  return aggregator
    .finish()
    .tables.flatMap((table) => [...csvChunks(table)])
    .join('');
}

describe('replications on worker threads', () => {
  test('P5: 1, 2 and 4 workers give the same bytes, and so does this thread alone', async () => {
    const plan = planOf();
    const aggregator = createAggregator({ ...plan, replications }, scenarios);
    const runJob = createJobRunner(plan);
    for (let replication = 0; replication < replications; replication++) {
      aggregator.add(runJob(replication));
    }
    const here = aggregator
      .finish()
      .tables.flatMap((table) => [...csvChunks(table)])
      .join('');
    expect(here.length).toBeGreaterThan(10_000);
    for (const workers of [1, 2, 4]) expect((await tablesWith(workers)) === here).toBe(true);
  }, 60_000);

  test('events that repeat: 1 and 2 workers give the same bytes, and scenarios share occurrences', async () => {
    const [shut] = closure.events;
    const lengthDays = { kind: 'uniform', low: 2, high: 9 } as const;
    const always = { ...shut, durationDays: Infinity };
    const again = { ...always, repeat: { meanDaysBetween: 25, lengthDays, limit: 60 } };
    const often = { ...closure, events: [again] };
    const models = compile(baseline, [often, { ...often, name: 'same' }]);
    const draws = models.map((model) => drawInputs(model.inputs, 'small', replications));
    const plan = { models, draws, replications };
    const hashes: string[] = [];
    for (const workers of [1, 2]) {
      const results = new Map<number, unknown>();
      await replicate(plan, workers, (outcome) =>
        results.set(outcome.replication, structuredClone(outcome.results)),
      );
      hashes.push(JSON.stringify(Array.from({ length: replications }, (_, at) => results.get(at))));
      for (const outcome of results.values()) {
        const [nothingHappens, first, second] = outcome as object[];
        expect(second).toEqual(first);
        expect(first).not.toEqual(nothingHappens);
      }
    }
    expect(hashes[1] === hashes[0]).toBe(true);
  }, 60_000);

  test('a scenario in which nothing happens equals its baseline, byte for byte', () => {
    const plan = planOf();
    const { results, diversions } = createJobRunner(plan)(3);
    expect(results[2]).toEqual(results[0]);
    expect(results[1]).not.toEqual(results[0]);
    const aggregator = createAggregator({ ...plan, replications: 1 }, scenarios);
    aggregator.add({ replication: 0, results, diversions });
    for (const table of aggregator.finish().tables) {
      if (['diversion', 'expectations'].includes(table.name)) continue;
      const lines = [...csvChunks(table)].join('').split('\n');
      const rowsOf = (name: string) =>
        lines
          .filter((line) => line.startsWith(`${name},`) && !line.includes(',change,'))
          .map((line) => line.slice(name.length));
      expect(rowsOf('nothing')).toEqual(rowsOf('baseline'));
    }
  });

  test('a replication that fails stops the run and is named', async () => {
    const plan = planOf();
    // Without demand no replication can start.
    const broken = { ...plan.models[0], demand: undefined as never };
    const run = replicate({ ...plan, models: [broken] }, 2, () => undefined);
    await expect(run).rejects.toThrow(/^replication \d+: /);
  }, 30_000);

  test('what the consumer throws stops the run', async () => {
    const run = replicate(planOf(), 2, () => {
      throw new Error('balance: 1 t too many');
    });
    await expect(run).rejects.toThrow('balance: 1 t too many');
  }, 30_000);
});

describe('order', () => {
  test('results that arrive in any order leave in the order of replications', () => {
    const seen: number[] = [];
    const accept = inReplicationOrder<{ replication: number }>(({ replication }) => {
      seen.push(replication);
    });
    for (const replication of [2, 1, 4, 0, 3]) accept({ replication });
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('shared memory', () => {
  test('arrays are moved once, everything else is kept', () => {
    const array = Float64Array.of(1, 2);
    const value = { array, again: [array], text: 'x', limit: Infinity, index: Int32Array.of(3) };
    const shared = shareArrays(value);
    expect(shared).toEqual(value);
    expect(shared.array.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(shared.index.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(shared.again[0]).toBe(shared.array);
  });
});
