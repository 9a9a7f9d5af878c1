// A scenario takes the steps before it differs over from its baseline: with the bits that it has when it is run alone.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { accumulateDiversion } from '../../src/diversion/ledger.ts';
import { stepOfFork } from '../../src/engine/fork-run.ts';
import { createState, runReplication, startRun } from '../../src/engine/run-replication.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { createJobRunner } from '../../src/replicate/run-job.ts';
import { scenario, type World } from '../networks.ts';
import { repeatingWorld, turningWorld, uncertainWorld } from '../random-worlds.ts';

const replications = 2;

/** Scenarios on a baseline that lacks some of their events, or all. */
function modelsOf(world: World) {
  const events = world.events ?? [];
  const having = (count: number, name: string) =>
    scenario({ ...world, events: events.slice(0, count) }, { name });
  return compile(having(events.length >> 1, 'baseline'), [
    having(events.length, 'all'),
    having(0, 'none'),
    having(events.length >> 1, 'same'),
  ]);
}

test.each([
  ['of random worlds', uncertainWorld(8)],
  ['with events that repeat', repeatingWorld(8)],
  ['with cargo that turns back', turningWorld(uncertainWorld(8))],
])('scenarios %s', (_, worlds) => {
  let forks = 0;
  fc.assert(
    fc.property(worlds, (world) => {
      const models = modelsOf(world);
      const draws = models.map((model) => drawInputs(model.inputs, 'fork', replications));
      const runJob = createJobRunner({ models, draws, replications });
      for (let replication = 0; replication < replications; replication++) {
        const { results, diversions } = runJob(replication);
        const { steps, groups, cells } = models[0].counts;
        const series = models.map(() => new Float64Array(steps * (groups + cells)));
        const own = models.map(({ inputs }, index) =>
          draws[index].slice(replication * inputs.length, (replication + 1) * inputs.length),
        );
        models.forEach((model, index) => {
          const alone = runReplication(model, own[index], createState(model), series[index]);
          expect(results[index]).toEqual(alone);
          if (index === 0) return;
          expect(diversions[index - 1]).toEqual(
            accumulateDiversion(model, series[0], series[index]),
          );
          const [first, other] = [0, index].map((at) =>
            startRun(models[at], own[at], createState(models[at]), series[at]),
          );
          const fork = stepOfFork(first, other);
          if (fork > 0 && fork < steps) forks += 1;
        });
      }
    }),
    { seed: 20250106, numRuns: 40 },
  );
  expect(forks).toBeGreaterThan(10);
});
