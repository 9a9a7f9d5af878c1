// Events that fall on one instant: neither their order nor the way they are cut up matters.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { describeResult } from '../../src/dump/dump.ts';
import type { Effect } from '../../src/model/event.ts';
import { allCargo, commodity, event, run, scenario, type World } from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250125, numRuns: 60 };

/** Effects whose numbers are sums of halves, so that adding and multiplying them in any order is exact. */
const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.constant<Effect>({ kind: 'close' }),
  fc.constant<Effect>({ kind: 'open' }),
  fc.constantFrom(0, 0.5, 2).map((factor): Effect => ({ kind: 'capacity', factor })),
  fc
    .constantFrom(0.5, 3, 20)
    .map((perTonne): Effect => ({ kind: 'cost', perTonne, cargo: allCargo })),
  fc.constantFrom(0.5, 3).map((days): Effect => ({ kind: 'time', days, cargo: allCargo })),
  fc.constantFrom(0.25, 0.5, 1).map((share): Effect => ({ kind: 'ban', share, cargo: allCargo })),
  fc.constantFrom(0, 0.5, 2).map((factor): Effect => ({ kind: 'demand', factor, cargo: allCargo })),
);

/** The same world with steps, days and values of time that are sums of halves. */
function inHalves(world: World): World {
  const half = (value: number) => Math.round(2 * value) / 2;
  return {
    ...world,
    nodes: world.nodes.map((item) => ({ ...item, passageDays: half(item.passageDays) })),
    links: world.links.map((item) => ({ ...item, travelDays: half(item.travelDays) })),
    stepDays: world.stepDays === 0.5 ? 0.5 : 1,
    commodities: [commodity({ valueOfTimePerTonneDay: 0.5 }), commodity({ id: 'fruit' })],
  };
}

const target = fc.record({
  nodes: fc.subarray(['N0', 'N1', 'N2']),
  links: fc.subarray(['R0', 'R1', 'L0', 'L1', 'L2']),
});
const part = fc.record({
  on: target,
  length: fc.constantFrom(10, 20.5, Infinity),
  effects: fc.array(effect, { minLength: 1, maxLength: 2 }),
});

describe('P25: in random worlds', () => {
  test('two events that start at one instant: either order, the same bits', () => {
    const from = fc.constantFrom(0, 10, 10.5);
    fc.assert(
      fc.property(randomWorld(7), part, part, from, (random, one, other, day) => {
        const world = inHalves(random);
        const named = (id: string, { on, length, effects }: typeof one) =>
          event(id, on, day, length, effects);
        const [, oneFirst, otherFirst] = compile(scenario({ ...world, events: [] }), [
          scenario({ ...world, events: [named('a', one), named('b', other)] }),
          scenario({ ...world, events: [named('a', other), named('b', one)] }),
        ]).map((model) => run(model));
        expect(otherFirst.series).toEqual(oneFirst.series);
        const others = describeResult(otherFirst.result);
        for (const [index, { name, values }] of describeResult(oneFirst.result).entries()) {
          // What events add is booked event by event, so that the order of these additions is theirs.
          if (!name.startsWith('groupEvent')) expect(others[index].values, name).toEqual(values);
          else
            for (const [at, value] of values.entries())
              expect(Math.abs(others[index].values[at] - value)).toBeLessThanOrEqual(1e-12 * value);
        }
      }),
      settings,
    );
  });

  test('an event cut in two at the end of a step is the same event', () => {
    const days = fc.constantFrom(1, 7, 12, 30);
    fc.assert(
      fc.property(randomWorld(7), part, days, days, (random, { on, effects }, first, second) => {
        const world = inHalves(random);
        const from = 5;
        const [, whole, cut] = compile(scenario({ ...world, events: [] }), [
          scenario({ ...world, events: [event('whole', on, from, first + second, effects)] }),
          scenario({
            ...world,
            events: [
              event('first', on, from, first, effects),
              event('second', on, from + first, second, effects),
            ],
          }),
        ]).map((model) => run(model));
        const most = Math.max(1, ...whole.series);
        cut.series.forEach((tonnes, index) => {
          expect(Math.abs(tonnes - whole.series[index]) / most).toBeLessThan(1e-9);
        });
      }),
      settings,
    );
  });
});
