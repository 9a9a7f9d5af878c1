// What must hold in every run, whatever the network, the demand and the events.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { accumulateDiversion } from '../../src/diversion/ledger.ts';
import { pairStarts } from '../../src/diversion/pairs.ts';
import type { UncertainInput } from '../../src/model/uncertainty.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import {
  allCargo,
  compiled,
  event,
  link,
  node,
  run,
  scenario,
  sum,
  type World,
  watch,
} from '../networks.ts';
import { randomWorld, uncertainWorld } from '../random-worlds.ts';

const settings = { seed: 20250101, numRuns: 150 };

/** Any last day: the balance is drawn up at the end of the run, so it is checked after any step. */
const lastDay = fc.integer({ min: 1, max: 80 }).map((fives) => 5 * fives);

describe('P1: in random worlds of up to 30 places, with uncertain events of every kind', () => {
  test('demand = dispatched + not shipped; dispatched = delivered + in transit + queued, after any step', () => {
    fc.assert(
      fc.property(uncertainWorld(30), lastDay, (world, days) => {
        const model = compiled({ ...world, days });
        const { result } = run(model, [...drawInputs(model.inputs, 'balance', 1)]);
        const { cells, groups, years } = model.counts;
        const upTo = (table: Float64Array, width: number, index: number, year: number) =>
          sum(Array.from({ length: year + 1 }, (_, earlier) => table[earlier * width + index]));
        for (let year = 0; year < years; year++) {
          for (let cell = 0; cell < cells; cell++) {
            const demand = upTo(result.cellDemand, cells, cell, year);
            let sent = 0;
            for (
              let group = model.routes.cellGroupStart[cell];
              group < model.routes.cellGroupStart[cell + 1];
              group++
            ) {
              const dispatched = upTo(result.groupDispatched, groups, group, year);
              const stock =
                result.groupInTransit[year * groups + group] +
                result.groupQueued[year * groups + group];
              const accounted = upTo(result.groupDelivered, groups, group, year) + stock;
              expect(Math.abs(dispatched - accounted)).toBeLessThanOrEqual(1e-9 * demand);
              sent += dispatched;
            }
            const notShipped = upTo(result.cellNotShipped, cells, cell, year);
            expect(Math.abs(demand - sent - notShipped)).toBeLessThanOrEqual(1e-9 * demand);
          }
        }
        expect(result.largestBalanceError).toBeLessThan(1e-9);
      }),
      { ...settings, numRuns: 60 },
    );
  });
});

describe('P2: in random worlds of up to 30 places, with random events', () => {
  test('no flow, queue or share is negative, and shares add up to one', () => {
    const least = (values: Float64Array) => values.reduce((low, x) => Math.min(low, x), 0);
    fc.assert(
      fc.property(randomWorld(30), (world) => {
        const model = compiled(world);
        const { segmentOptionStart } = model.choice;
        let lowest = 0;
        let missing = 0;
        watch(model, ({ choice, flow }) => {
          for (const values of [flow.queue, flow.arriving, flow.leaving, choice.dispatched])
            lowest = Math.min(lowest, least(values));
          lowest = Math.min(lowest, least(choice.share), least(choice.noShipShare));
          choice.noShipShare.forEach((outside, segment) => {
            let all = outside;
            const end = segmentOptionStart[segment + 1];
            for (let option = segmentOptionStart[segment]; option < end; option++)
              all += choice.share[option];
            missing = Math.max(missing, Math.abs(all - 1));
          });
        });
        expect(lowest).toBeGreaterThanOrEqual(0);
        expect(missing).toBeLessThan(1e-12);
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('no post passes more than its capacity in any step', () => {
    fc.assert(
      fc.property(randomWorld(30), (world) => {
        const model = compiled(world);
        const { postStageStart, postStages } = model.routes;
        let excess = 0;
        watch(model, ({ conditions, flow }) => {
          conditions.capacity.forEach((capacity, post) => {
            let passed = 0;
            for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++)
              passed += flow.leaving[postStages[at]];
            // no capacity is no limit, shut days too
            const most = capacity > 0 ? capacity * model.time.stepDays : 0;
            if (most < Infinity) excess = Math.max(excess, passed - most * (1 + 1e-12));
          });
        });
        expect(excess).toBe(0);
      }),
      { ...settings, numRuns: 40 },
    );
  });
});

describe('what changes nothing changes no bit', () => {
  const sameBits = (a: ReturnType<typeof run>, b: ReturnType<typeof run>) => {
    expect(b.series).toEqual(a.series);
    expect(b.result).toEqual(a.result);
  };

  test('P3: a scenario without events equals its baseline, and moves nothing', () => {
    fc.assert(
      fc.property(randomWorld(20), (world) => {
        const baseline = scenario(world);
        const [first, second] = compile(baseline, [scenario(world, { name: 'copy' })]);
        const [one, two] = [run(first), run(second)];
        sameBits(one, two);
        const { transferred } = accumulateDiversion(second, one.series, two.series);
        const starts = pairStarts(second);
        transferred.forEach((tonnes, index) => {
          const pair = index % starts.at(-1)!;
          const cell = starts.findLastIndex((start) => start <= pair);
          const sinks = Math.sqrt(starts[cell + 1] - starts[cell]);
          if ((pair - starts[cell]) % (sinks + 1) !== 0) expect(tonnes).toBe(0);
        });
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('P4, P25: events of zero length, before the start or after the end', () => {
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

  test('P4: more capacity where it never binds, and a toll where nobody goes', () => {
    const far = [node('far'), node('farther')];
    const between = link('lonely', 'far', 'farther', { directed: false });
    const idle = [
      event('wider', { nodes: ['N0', 'N1', 'N2'], links: ['L0', 'L1'] }, 10, 30, [
        { kind: 'capacity', factor: 2 },
      ]),
      event('toll', { links: ['lonely'] }, 10, 30, [
        { kind: 'cost', perTonne: 20, cargo: allCargo },
      ]),
    ];
    fc.assert(
      fc.property(randomWorld(8), (random) => {
        const roomy = <Place extends { readonly capacityTonnesPerDay: number }>(place: Place) => ({
          ...place,
          capacityTonnesPerDay: 1e6,
        });
        const world = {
          ...random,
          calendars: [],
          nodes: [...random.nodes, ...far].map((item) => roomy({ ...item, calendar: '' })),
          links: [...random.links, between].map((item) => roomy(item)),
          flows: random.flows.map((item) => ({ ...item, calendar: '' })),
          events: [],
        };
        const [without, withIdle] = compile(scenario(world), [
          scenario({ ...world, events: idle }),
        ]);
        sameBits(run(without), run(withIdle));
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('P3: a baseline is the same beside a scenario that opens links', () => {
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

  test('P25: the order of the events in the file', () => {
    fc.assert(
      fc.property(randomWorld(20), (world) => {
        const [one, other] = compile(scenario(world), [
          scenario({ ...world, events: (world.events ?? []).toReversed() }),
        ]);
        sameBits(run(one), run(other));
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test('P23: an uncertain input that nothing uses', () => {
    fc.assert(
      fc.property(uncertainWorld(20), (world) => {
        const unused = (name: string): UncertainInput => ({
          name,
          unit: '1',
          distribution: { kind: 'uniform', low: 0, high: 1 },
        });
        const inputs = [unused('A first'), ...(world.inputs ?? []), unused('zz last')];
        const outcome = (with_: World) => {
          const model = compiled(with_);
          const draws = drawInputs(model.inputs, 'unused', 4);
          const byName = new Map(
            model.inputs.map(({ name }, input) => [
              name,
              [0, 1, 2, 3].map((replication) => draws[replication * model.inputs.length + input]),
            ]),
          );
          return { byName, run: run(model, [...draws.subarray(0, model.inputs.length)]) };
        };
        const [without, withUnused] = [outcome(world), outcome({ ...world, inputs })];
        for (const [name, draws] of without.byName)
          expect(withUnused.byName.get(name), name).toEqual(draws);
        sameBits(without.run, withUnused.run);
      }),
      { ...settings, numRuns: 30 },
    );
  });
});
