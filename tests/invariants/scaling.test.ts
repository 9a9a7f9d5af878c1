// The units of tonnes and of money do not matter. Powers of two change no digits, so the answers are exact.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeResult } from '../../src/dump/dump.ts';
import type { Effect } from '../../src/model/event.ts';
import { compiled, run, type World } from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250111, numRuns: 40 };
const powerOfTwo = fc.constantFrom(1 / 1024, 0.5, 4, 4096);

function withTonnes(world: World, scale: number): World {
  const scaled = <Limited extends { readonly capacityTonnesPerDay: number }>(item: Limited) => ({
    ...item,
    capacityTonnesPerDay: item.capacityTonnesPerDay * scale,
  });
  return {
    ...world,
    nodes: world.nodes.map(scaled),
    links: world.links.map(scaled),
    flows: world.flows.map((item) => ({
      ...item,
      volumeTonnesPerYear: (item.volumeTonnesPerYear as number) * scale,
    })),
  };
}

function withMoney(world: World, scale: number): World {
  const scaled = (effect: Effect): Effect =>
    effect.kind === 'cost' ? { ...effect, perTonne: (effect.perTonne as number) * scale } : effect;
  return {
    ...world,
    nodes: world.nodes.map((item) => ({
      ...item,
      passageCostPerTonne: item.passageCostPerTonne * scale,
    })),
    links: world.links.map((item) => ({ ...item, costPerTonne: item.costPerTonne * scale })),
    commodities: world.commodities?.map((item) => ({
      ...item,
      valuePerTonne: item.valuePerTonne * scale,
      valueOfTimePerTonneDay: item.valueOfTimePerTonneDay * scale,
      routeScale: item.routeScale / scale,
      corridorScale: item.corridorScale / scale,
    })),
    flows: world.flows.map((item) => ({
      ...item,
      reservationCostPerTonne:
        item.reservationCostPerTonne === undefined
          ? undefined
          : item.reservationCostPerTonne * scale,
    })),
    events: world.events?.map((item) => ({ ...item, effects: item.effects.map(scaled) })),
  };
}

describe('P11: in random worlds with random events', () => {
  test('tonnes and capacities times s: every tonne times s, every share and delay as before', () => {
    fc.assert(
      fc.property(randomWorld(8), powerOfTwo, (world, scale) => {
        const one = run(compiled(world));
        const scaled = run(compiled(withTonnes(world, scale)));
        expect(scaled.series).toEqual(one.series.map((tonnes) => tonnes * scale));
        const { largestBalanceError, ...sums } = one.result;
        expect(scaled.result).toEqual({
          ...Object.fromEntries(
            Object.entries(sums).map(([name, column]) => [
              name,
              column.map((value) => value * scale),
            ]),
          ),
          largestBalanceError,
        });
      }),
      settings,
    );
  });

  test('another unit of money, with scales per unit of it: all tonnes as before, costs times s', () => {
    fc.assert(
      fc.property(randomWorld(8), powerOfTwo, (world, scale) => {
        const one = run(compiled(world));
        const scaled = run(compiled(withMoney(world, scale)));
        expect(scaled.series).toEqual(one.series);
        const inMoney = describeResult(one.result)
          .filter(({ unit }) => unit === 'USD')
          .map(({ name, values }) => [name, values.map((value) => value * scale)]);
        expect(inMoney.length).toBeGreaterThan(0);
        expect(scaled.result).toEqual({ ...one.result, ...Object.fromEntries(inMoney) });
      }),
      settings,
    );
  });
});
