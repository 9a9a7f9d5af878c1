// Turning back conserves every tonne and disturbs no queue, in random worlds with random events.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiled, run, sum, watch } from '../networks.ts';
import { randomWorld, turningWorld } from '../random-worlds.ts';

const turning = turningWorld(randomWorld(6));

describe('in random worlds with random events', () => {
  test('every account holds to 1e-9, and what turns back in a cell goes on in it', () => {
    let turned = 0;
    fc.assert(
      fc.property(turning, (world) => {
        const { result } = run(compiled(world));
        expect(result.largestBalanceError).toBeLessThan(1e-9);
        const tonnes = sum(result.groupTurnedBack);
        expect(Math.abs(tonnes - sum(result.postTurnedBack))).toBeLessThanOrEqual(1e-9 * tonnes);
        if (tonnes > 0) turned += 1;
      }),
      { seed: 20250301, numRuns: 60 },
    );
    expect(turned).toBeGreaterThan(10);
  });

  test('queues and their parts stay at or above zero, and curves never fall', () => {
    fc.assert(
      fc.property(turning, (world) => {
        const model = compiled(world);
        watch(model, ({ flow, step }) => {
          for (let post = 0; post < model.counts.posts; post++) {
            expect(flow.queue[post]).toBeGreaterThanOrEqual(0);
            if (flow.queueing[post] === 0) continue;
            const { postStageStart, postStages } = model.routes;
            for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
              const stage = postStages[at];
              let before = -Infinity;
              for (let row = flow.queueHead[post]; row < step; row++) {
                const now = flow.stageCurve[(row & flow.curveMask) * model.counts.stages + stage];
                expect(now).toBeGreaterThanOrEqual(before);
                before = now;
              }
              expect(before).toBeGreaterThanOrEqual(flow.stageLeft[stage]);
            }
          }
        });
      }),
      { seed: 20250302, numRuns: 25 },
    );
  });

  test('endless patience is the same as none', () => {
    fc.assert(
      fc.property(turning, (world) => {
        const without = run(
          compiled({ ...world, behaviour: { ...world.behaviour, turningBack: undefined } }),
        );
        const { model, result } = run(
          compiled({
            ...world,
            behaviour: {
              ...world.behaviour,
              turningBack: { patienceDays: 1e9, costPerTonne: 0 },
            },
          }),
        );
        expect(sum(result.groupTurnedBack)).toBe(0);
        const ordinary = without.model.counts.groups;
        expect(model.counts.groups).toBeGreaterThanOrEqual(ordinary);
        // Sums by post run over more passages, in another order.
        result.postLongestQueue.forEach((queue, at) => {
          expect(queue).toBeCloseTo(without.result.postLongestQueue[at], 6);
        });
        result.corridorTonnes.forEach((tonnes, at) => {
          expect(tonnes).toBeCloseTo(without.result.corridorTonnes[at], 6);
        });
      }),
      { seed: 20250303, numRuns: 20 },
    );
  });
});
