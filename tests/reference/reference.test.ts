// The second implementation, in C, gives the numbers of the engine: whatever both compute alike was stated, not implied.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compileReference,
  hasCompiler,
  largestDifference,
  type Reference,
} from '../../bench/reference/reference.ts';
import { loadStudy } from '../../src/cli/load-study.ts';
import { compile } from '../../src/compile/compile.ts';
import type { CompiledModel } from '../../src/compile/compiled-model.ts';
import { createState, runReplication } from '../../src/engine/run-replication.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { compiled, run, type World } from '../networks.ts';
import { repeatingWorld, turningWorld, uncertainWorld } from '../random-worlds.ts';

describe.skipIf(!hasCompiler)('with a C compiler', () => {
  let reference: Reference;
  beforeAll(() => {
    reference = compileReference();
  }, 60_000);
  afterAll(() => reference.dispose());

  function expectAgreement(model: CompiledModel, draws: Float64Array): void {
    const { result } = run(model, [...draws]);
    const repeated = reference.run(model, draws);
    expect(largestDifference(result, repeated)).toBeLessThan(1e-9);
    expect(repeated.largestBalanceError).toBeLessThan(1e-9);
  }

  test('on random worlds with uncertain events of every kind, to 1e-9', () => {
    const anyWorld = fc
      .tuple(
        uncertainWorld(12),
        fc.constantFrom('path-size' as const, 'commonality' as const),
        fc.constantFrom(0, 0, 10),
      )
      .map(
        ([world, overlapCorrection, costSmoothingDays]): World => ({
          ...world,
          behaviour: { ...world.behaviour, overlapCorrection, costSmoothingDays },
        }),
      );
    fc.assert(
      fc.property(anyWorld, fc.nat({ max: 9 }), (world, replication) => {
        const model = compiled(world);
        const { length } = model.inputs;
        const draws = drawInputs(model.inputs, 'second', 10);
        expectAgreement(model, draws.slice(replication * length, (replication + 1) * length));
      }),
      { seed: 91, numRuns: 40 },
    );
  }, 60_000);

  test('on random worlds where cargo turns back from closed posts, to 1e-9', () => {
    let turned = 0;
    fc.assert(
      fc.property(turningWorld(uncertainWorld(8)), fc.nat({ max: 9 }), (world, replication) => {
        const model = compiled(world);
        const { length } = model.inputs;
        const draws = drawInputs(model.inputs, 'turning', 10).subarray(replication * length);
        const { result } = run(model, [...draws.subarray(0, length)]);
        if (result.groupTurnedBack.some((tonnes) => tonnes > 0)) turned += 1;
        expectAgreement(model, draws.slice(0, length));
      }),
      { seed: 92, numRuns: 40 },
    );
    expect(turned).toBeGreaterThan(10);
  }, 60_000);

  test('on random worlds with events that repeat, to the last bit', () => {
    let occurred = 0;
    fc.assert(
      fc.property(repeatingWorld(8), fc.nat({ max: 9 }), (world, replication) => {
        const model = compiled(world);
        const { length } = model.inputs;
        const draws = drawInputs(model.inputs, 'again', 10).slice(
          replication * length,
          (replication + 1) * length,
        );
        const state = createState(model);
        const { steps, groups, cells } = model.counts;
        const series = new Float64Array(steps * (groups + cells));
        const result = runReplication(model, draws, state, series);
        if (state.events.start[1] < steps * model.time.stepDays) occurred += 1;
        expect(largestDifference(result, reference.run(model, draws))).toBe(0);
        expect(result.largestBalanceError).toBeLessThan(1e-9);
      }),
      { seed: 93, numRuns: 40 },
    );
    expect(occurred).toBeGreaterThan(10);
  }, 60_000);

  test('on the shipped study, with and without events', async () => {
    const file = 'scenarios/trans-afghan/iran-conflict.yaml';
    const { study } = await loadStudy([file], async () => {});
    for (const model of compile(study!.baseline, study!.scenarios)) {
      const draws = drawInputs(model.inputs, study!.seed!, 20);
      expectAgreement(model, draws.slice(0, model.inputs.length));
    }
  }, 120_000);

  test('it refuses what it does not compute, by name', () => {
    const model = compiled({ nodes: [], links: [], flows: [], days: 1 });
    const strange = { ...model, events: { ...model.events, effectKind: Int32Array.of(99) } };
    expect(() => reference.run(strange, new Float64Array(0))).toThrow(
      'effect 0 is of kind 99, which this program does not compute',
    );
  });
});
