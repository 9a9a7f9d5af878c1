// A dump holds the whole model and the whole run, and its page describes every array of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { describeModel, describeResult, modelChunks, traceLine } from '../../src/dump/dump.ts';
import { traceFields } from '../../src/dump/run-fields.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { compiled, run, scenario, sum, watch } from '../networks.ts';
import { randomWorld, uncertainWorld } from '../random-worlds.ts';
import { dumpPage } from './documentation.ts';

const origin = { cargoflow: '0', seed: 'test', replications: 4, replication: 2 };

test('docs/dump.md describes the arrays as they are (npx vitest run tests/dump -u rewrites it)', async () => {
  await expect(dumpPage()).toMatchFileSnapshot('../../docs/dump.md');
});

describe('in random worlds with random events', () => {
  const world = randomWorld(8);

  test('every array has the size that its shape says', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const model = compiled(drawn);
        const { result } = run(model);
        const sizes = new Map<string, number>(Object.entries(model.counts));
        sizes.set('legs', model.counts.stages + model.counts.routes);
        sizes.set('calendars', drawn.calendars?.length ?? 0);
        for (const { shape, values } of [...describeModel(model), ...describeResult(result)]) {
          // Lists have the length of the first array of that shape: all others must agree with it.
          if (shape.length === 1 && !shape[0].endsWith(' + 1') && !sizes.has(shape[0]))
            sizes.set(shape[0], values.length);
        }
        sizes.set('onward sets', model.routes.onwardRouteStart.length - 1);
        sizes.set('shut links', model.events.shutLinkRouteStart.length - 1);
        const size = (dimension: string): number =>
          dimension.endsWith(' + 1')
            ? size(dimension.slice(0, -' + 1'.length)) + 1
            : (sizes.get(dimension) ?? Number(dimension));
        for (const { name, shape, values } of [...describeModel(model), ...describeResult(result)])
          expect(values.length, name).toBe(shape.reduce((all, one) => all * size(one), 1));
        watch(model, (state) => {
          for (const [name, { shape, valuesOf }] of Object.entries(traceFields))
            expect(valuesOf(state).length, name).toBe(size(shape[0]));
        });
      }),
      { seed: 81, numRuns: 15 },
    );
  });

  test('model.json gives every array and every draw back to the last bit', () => {
    fc.assert(
      fc.property(uncertainWorld(8), (drawn) => {
        const [model] = compile(scenario(drawn), []);
        const draws = drawInputs(model.inputs, 'test', 4).slice(0, model.inputs.length);
        const text = [...modelChunks(model, draws, origin)].join('');
        const dumped = JSON.parse(text) as {
          arrays: Record<string, { values: (number | string)[] }>;
          inputs: { name: string; draw: number }[];
        };
        for (const { name, values } of describeModel(model))
          expect(dumped.arrays[name].values.map(Number), name).toEqual([...values]);
        expect(dumped.inputs.map(({ draw }) => draw)).toEqual([...draws]);
        expect(dumped.inputs.map(({ name }) => name)).toEqual(model.inputs.map(({ name }) => name));
      }),
      { seed: 82, numRuns: 15 },
    );
  });

  test('the steps of a trace add up to the results', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const model = compiled(drawn);
        const { result } = run(model);
        const lines = watch(model, traceLine).map((line) => JSON.parse(line));
        expect(lines.map(({ step }) => step)).toEqual([...model.time.stepMonth.keys()]);
        const near = (a: number, b: number) =>
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));
        near(sum(lines.flatMap(({ dispatched }) => dispatched)), sum(result.groupDispatched));
        near(sum(lines.flatMap(({ left }) => left)), sum(result.postTonnes));
        near(sum(lines.at(-1).delivered), sum(result.groupDelivered));
        near(
          Math.max(0, ...lines.flatMap(({ queue }) => queue)),
          Math.max(0, ...result.postLongestQueue),
        );
      }),
      { seed: 83, numRuns: 15 },
    );
  });
});
