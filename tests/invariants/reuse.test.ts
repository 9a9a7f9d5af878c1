// A replication depends on its draws alone, not on what the state was used for before.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createState, runReplication } from '../../src/engine/run-replication.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { createJobRunner } from '../../src/replicate/run-job.ts';
import { event, scenario } from '../networks.ts';
import { uncertainWorld } from '../random-worlds.ts';

const settings = { seed: 20250105, numRuns: 30 };
const replications = 4;

describe('P5: in random worlds with uncertain volumes, events and days', () => {
  test('a state that ran other replications gives the same bits as a new one', () => {
    fc.assert(
      fc.property(uncertainWorld(8), (world) => {
        const model = compile(scenario(world), [])[0];
        const { steps, groups, cells } = model.counts;
        const draws = drawInputs(model.inputs, 'reuse', replications);
        const used = createState(model);
        const runOn = (state: typeof used, replication: number) => {
          const series = new Float64Array(steps * (groups + cells));
          const first = replication * model.inputs.length;
          const own = draws.subarray(first, first + model.inputs.length);
          return { result: runReplication(model, own, state, series), series };
        };
        for (const replication of [2, 0, 3, 1, 0, 2]) {
          expect(runOn(used, replication)).toEqual(runOn(createState(model), replication));
        }
      }),
      settings,
    );
  });

  test('replications of a study give the same bits in any order', () => {
    fc.assert(
      fc.property(uncertainWorld(7), (world) => {
        const toll = event('toll', { nodes: ['N0'] }, 12.5, 20, [{ kind: 'close' }]);
        const models = compile(scenario(world), [
          scenario({ ...world, events: [...(world.events ?? []), toll] }),
        ]);
        const draws = models.map((model) => drawInputs(model.inputs, 'order', replications));
        const plan = { models, draws, replications };
        const inTurn = [0, 1, 2, 3].map(createJobRunner(plan));
        const backwards = [3, 2, 1, 0].map(createJobRunner(plan));
        expect(backwards.toReversed()).toEqual(inTurn);
      }),
      { ...settings, numRuns: 20 },
    );
  });
});
