// What must hold in every run, whatever the network, the demand and the events.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { compiled, event, run, scenario, watch } from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250101, numRuns: 150 };

describe('P1, P2: in random worlds with random events', () => {
  test('every tonne is accounted for, to 1e-9 of the demand', () => {
    fc.assert(
      fc.property(randomWorld(10), (world) => {
        expect(run(compiled(world)).result.largestBalanceError).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  test('no flow, queue or share is negative, and shares add up to one', () => {
    fc.assert(
      fc.property(randomWorld(8), (world) => {
        const model = compiled(world);
        watch(model, ({ choice, flow }, series) => {
          expect(
            Math.min(...flow.queue, ...choice.share, ...choice.noShipShare),
          ).toBeGreaterThanOrEqual(0);
          expect(Math.min(...series, ...flow.arriving)).toBeGreaterThanOrEqual(0);
          choice.noShipShare.forEach((outside, segment) => {
            const { segmentOptionStart } = model.choice;
            const shares = choice.share.subarray(
              segmentOptionStart[segment],
              segmentOptionStart[segment + 1],
            );
            expect(Math.abs(shares.reduce((sum, share) => sum + share, outside) - 1)).toBeLessThan(
              1e-12,
            );
          });
        });
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('no post passes more than its capacity in a step', () => {
    fc.assert(
      fc.property(randomWorld(8), (world) => {
        const model = compiled({ ...world, events: [], stepDays: 1 });
        const { result } = run(model);
        const { factor, postCalendar } = model.calendars;
        const { posts, steps } = model.counts;
        result.postTonnes.forEach((tonnes, index) => {
          const post = index % posts;
          const month = Math.floor(index / posts);
          let days = 0;
          model.time.stepMonth.forEach((of, step) => {
            if (of !== month) return;
            days += postCalendar[post] < 0 ? 1 : factor[postCalendar[post] * steps + step];
          });
          // no capacity is no limit, on days off too
          const most = days > 0 ? model.postCapacity[post] * days : 0;
          expect(tonnes).toBeLessThanOrEqual(most * (1 + 1e-12));
        });
      }),
      { ...settings, numRuns: 60 },
    );
  });
});

describe('P3, P4, P5, P25: what changes nothing changes no bit', () => {
  const sameBits = (a: ReturnType<typeof run>, b: ReturnType<typeof run>) => {
    expect(b.series).toEqual(a.series);
    expect(b.result).toEqual(a.result);
  };

  test('a scenario without events equals its baseline', () => {
    fc.assert(
      fc.property(randomWorld(8), (world) => {
        const baseline = scenario(world);
        const [first, second] = compile(baseline, [scenario(world, { name: 'copy' })]);
        sameBits(run(first), run(second));
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('events of zero length, before the start or after the end change nothing', () => {
    fc.assert(
      fc.property(randomWorld(8), (world) => {
        const shut = (id: string, from: number, length: number) =>
          event(id, { nodes: ['N0'], links: ['R1'] }, from, length, [{ kind: 'close' }]);
        const idle = [shut('zero', 20, 0), shut('before', -30, 30), shut('after', world.days, 10)];
        const [without, withIdle] = compile(scenario(world), [
          scenario({ ...world, events: [...(world.events ?? []), ...idle] }),
        ]);
        sameBits(run(without), run(withIdle));
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('a baseline is the same beside a scenario that opens links', () => {
    fc.assert(
      fc.property(randomWorld(8), (world) => {
        const planned = world.links
          .filter((item) => item.status === 'planned')
          .map((item) => item.id);
        const opening = event('opening', { links: planned }, 10, 30, [{ kind: 'open' }]);
        const baseline = scenario(world);
        const alone = run(compile(baseline, [])[0]).result;
        const beside = run(
          compile(baseline, [scenario({ ...world, events: [opening] })])[0],
        ).result;
        expect(beside.corridorTonnes).toEqual(alone.corridorTonnes);
        expect(beside.corridorCost).toEqual(alone.corridorCost);
        expect(beside.arcTonnes).toEqual(alone.arcTonnes);
        expect(beside.postTonneDays).toEqual(alone.postTonneDays);
      }),
      { ...settings, numRuns: 60 },
    );
  });

  test('the order of the events in the file does not matter', () => {
    fc.assert(
      fc.property(randomWorld(8), (world) => {
        const [one, other] = compile(scenario(world), [
          scenario({ ...world, events: (world.events ?? []).toReversed() }),
        ]);
        sameBits(run(one), run(other));
      }),
      { ...settings, numRuns: 40 },
    );
  });
});
