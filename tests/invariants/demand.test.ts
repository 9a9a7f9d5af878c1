// What is not shipped: it grows with the costs, and there is none while a fixed demand has a way.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { allCargo, compiled, event, run, scenario, type World, watch } from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250124, numRuns: 60 };

/** Nothing queues, so that costs are what tariffs and events make them. */
function withoutQueues(world: World): World {
  const wide = <Limited>(item: Limited) => ({
    ...item,
    capacityTonnesPerDay: Infinity,
    calendar: '',
  });
  return { ...world, nodes: world.nodes.map(wide), links: world.links.map(wide) };
}

function notShipped(model: ReturnType<typeof compiled>): number[] {
  const { groups, cells, steps } = model.counts;
  const { series } = run(model);
  return Array.from({ length: steps }, (_, step) => step).flatMap((step) => [
    ...series.subarray(step * (groups + cells) + groups, (step + 1) * (groups + cells)),
  ]);
}

describe('P24: in random worlds with random events', () => {
  test('a toll on every route never lowers what is not shipped, in any step of any flow', () => {
    fc.assert(
      fc.property(randomWorld(8), fc.integer({ min: 1, max: 60 }), (random, perTonne) => {
        const world = withoutQueues(random);
        const nodes = world.nodes.map(({ id }) => id);
        const toll = event('toll', { nodes }, 5.5, Infinity, [
          { kind: 'cost', perTonne, cargo: allCargo },
        ]);
        const [free, tolled] = compile(scenario(world), [
          scenario({ ...world, events: [...(world.events ?? []), toll] }),
        ]);
        const before = notShipped(free);
        notShipped(tolled).forEach((tonnes, index) => {
          expect(tonnes).toBeGreaterThanOrEqual(before[index] * (1 - 1e-12));
        });
      }),
      settings,
    );
  });

  test('a fixed demand is shipped whole while a route is open, and not at all while none is', () => {
    fc.assert(
      fc.property(randomWorld(8), (random) => {
        const model = compiled({
          ...random,
          flows: random.flows.map((item) => ({ ...item, notShippedShare: 0 })),
        });
        const { segmentOptionStart } = model.choice;
        watch(model, ({ choice }) => {
          choice.noShipProbability.forEach((probability, segment) => {
            const open = choice.available
              .subarray(segmentOptionStart[segment], segmentOptionStart[segment + 1])
              .includes(1);
            expect(probability).toBe(open ? 0 : 1);
          });
        });
      }),
      settings,
    );
  });

  test('without events and queues the stated share is not shipped', () => {
    fc.assert(
      fc.property(randomWorld(8), (random) => {
        const world = { ...withoutQueues(random), events: [] };
        const model = compiled(world);
        const { choice } = watch(model, (state) => state)[0];
        choice.noShipShare.forEach((share, segment) => {
          const flow = world.flows[model.choice.segmentCell[segment]];
          expect(Math.abs(share - flow.notShippedShare)).toBeLessThan(1e-12);
        });
      }),
      settings,
    );
  });
});
