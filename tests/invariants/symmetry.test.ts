// Names and numbering carry no weight: what is alike is treated alike, in whatever order it is listed.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { accumulateDiversion } from '../../src/diversion/ledger.ts';
import { pairStarts } from '../../src/diversion/pairs.ts';
import {
  allCargo,
  commodity,
  compiled,
  corridor,
  event,
  flow,
  link,
  node,
  type Run,
  run,
  scenario,
  sum,
  type World,
  watch,
} from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250106, numRuns: 40 };

/** Largest entry of the sums that are compared, so that differences are seen in proportion. */
const size = (column: Iterable<number>) => Math.max(1e-300, ...column);

/** Tonnes not shipped and dispatched by flow, corridor and step, under names that do not depend on the numbering. */
function dispatchByName({ model, series }: Run, world: World): Map<string, number[]> {
  const { counts, routes, labels } = model;
  const width = counts.groups + counts.cells;
  const column = (index: number) =>
    Array.from({ length: counts.steps }, (_, step) => series[step * width + index]);
  const columns = new Map<string, number[]>();
  world.flows.forEach(({ id }, cell) => {
    columns.set(`${id} not shipped`, column(counts.groups + cell));
    for (let group = routes.cellGroupStart[cell]; group < routes.cellGroupStart[cell + 1]; group++)
      columns.set(`${id} ${labels.corridors[routes.groupCorridor[group]]}`, column(group));
  });
  return columns;
}

/** Tonne-days in queues, by post and month. */
function queuesByName({ model, result }: Run): Map<string, number[]> {
  const { posts } = model.counts;
  return new Map(
    model.labels.posts.map((post, index) => [
      post,
      model.labels.months.map((_, month) => result.postTonneDays[month * posts + index]),
    ]),
  );
}

/** The world with costs of which no two sums are equal, so that no tie is settled by the numbering. */
function withoutTies(world: World): World {
  return {
    ...world,
    links: world.links.map((item, index) => ({
      ...item,
      costPerTonne: item.costPerTonne + 0.1 / Math.sqrt(index + 2.5),
    })),
  };
}

/** An order for up to a hundred items. */
const order = fc.shuffledSubarray([...Array(100).keys()], { minLength: 100 });

const inOrder = <Item>(items: readonly Item[], ranks: readonly number[]): Item[] =>
  [...items.keys()].sort((a, b) => ranks[a] - ranks[b]).map((index) => items[index]);

describe('P6: in random worlds with random events', () => {
  test('nodes, links and flows in another order: the same tonnes by name', () => {
    fc.assert(
      fc.property(randomWorld(8), order, (random, ranks) => {
        const world = withoutTies(random);
        const permuted = {
          ...world,
          nodes: inOrder(world.nodes, ranks),
          links: inOrder(world.links, ranks),
          flows: inOrder(world.flows, ranks),
        };
        const [one, other] = [run(compiled(world)), run(compiled(permuted))];
        const demand = size(one.series);
        const found = dispatchByName(other, permuted);
        for (const [name, tonnes] of dispatchByName(one, world)) {
          const misses = tonnes.map((value, step) => Math.abs(value - found.get(name)![step]));
          expect(Math.max(...misses) / demand, name).toBeLessThan(1e-12);
        }
        const queues = queuesByName(other);
        const longest = size(one.result.postTonneDays);
        for (const [post, tonneDays] of queuesByName(one)) {
          const misses = tonneDays.map((value, month) =>
            Math.abs(value - queues.get(post)![month]),
          );
          expect(Math.max(...misses) / longest, post).toBeLessThan(1e-12);
        }
      }),
      settings,
    );
  });
});

describe('P9: likeness', () => {
  const posts = fc.record({
    routes: fc.integer({ min: 2, max: 6 }),
    capacity: fc.integer({ min: 5, max: 40 }),
    passageDays: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
    lagDays: fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10),
    notShippedShare: fc.constantFrom(0, 0.2),
    inertiaDays: fc.constantFrom(0, 20),
    asCorridors: fc.boolean(),
  });

  test('routes that are alike in all share a flow equally, also while they queue', () => {
    fc.assert(
      fc.property(posts, (shape) => {
        const { routes, capacity, lagDays, notShippedShare, inertiaDays } = shape;
        const ids = Array.from({ length: routes }, (_, index) => `M${index}`);
        const world: World = {
          nodes: [
            node('A'),
            ...ids.map((id) =>
              node(id, {
                kind: 'border',
                capacityTonnesPerDay: capacity,
                passageDays: shape.passageDays,
              }),
            ),
            node('B'),
          ],
          links: ids.flatMap((id) => [
            link(`A${id}`, 'A', id, { travelDays: lagDays, costPerTonne: 10 }),
            link(`${id}B`, id, 'B', { travelDays: lagDays, costPerTonne: 10 }),
          ]),
          flows: [flow('ab', 'A', 'B', 100, { notShippedShare })],
          corridors: shape.asCorridors ? ids.map((id) => corridor(id, [[id]])) : [],
          commodities: [commodity({ valueOfTimePerTonneDay: 2, corridorScale: 0.06 })],
          days: 60,
          behaviour: { inertiaDays, maximumRoutes: 6 },
        };
        watch(compiled(world), ({ choice, flow: { queue } }) => {
          for (const share of choice.share)
            expect(Math.abs(share - (1 - choice.noShipShare[0]) / routes)).toBeLessThan(1e-13);
          for (const tonnes of queue) expect(Math.abs(tonnes - queue[0])).toBeLessThan(1e-9);
        });
      }),
      settings,
    );
  });

  test('the same toll on every route of a flow changes no tonne while the demand is fixed', () => {
    fc.assert(
      fc.property(randomWorld(8), fc.integer({ min: 1, max: 200 }), (random, perTonne) => {
        const world = {
          ...random,
          flows: random.flows.map((item) => ({ ...item, notShippedShare: 0 })),
        };
        const everywhere = { nodes: world.nodes.map(({ id }) => id) };
        const toll = event('toll', everywhere, 0, Infinity, [
          { kind: 'cost', perTonne, cargo: allCargo },
        ]);
        const [free, tolled] = compile(scenario(world), [
          scenario({ ...world, events: [...(world.events ?? []), toll] }),
        ]);
        const [without, withToll] = [run(free).series, run(tolled).series];
        const demand = size(without);
        withToll.forEach((tonnes, index) => {
          expect(Math.abs(tonnes - without[index]) / demand).toBeLessThan(1e-11);
        });
      }),
      settings,
    );
  });
});

describe('P22: in random worlds with random events', () => {
  /** Tonnes moved between sinks of each cell, the two halves of a flow added up. */
  function transferred(world: World, parts: number): number[] {
    const [baseline, changed] = compile(scenario({ ...world, events: [] }), [scenario(world)]);
    const moved = accumulateDiversion(changed, run(baseline).series, run(changed).series);
    const starts = pairStarts(changed);
    return world.flows.flatMap((_, index) => {
      if (index % parts !== 0) return [];
      const pairs = starts[index + 1] - starts[index];
      return Array.from({ length: pairs * changed.counts.years }, (_, at) => {
        const [year, pair] = [Math.floor(at / pairs), at % pairs];
        return sum(
          Array.from(
            { length: parts },
            (_, part) => moved.transferred[year * starts.at(-1)! + starts[index + part] + pair],
          ),
        );
      });
    });
  }

  test('a flow split into two equal halves: who lost which tonnes to whom is the same in sum', () => {
    fc.assert(
      fc.property(randomWorld(7), (world) => {
        const halves = world.flows.flatMap((item) =>
          ['first', 'second'].map((half) => ({
            ...item,
            id: `${item.id} ${half}`,
            volumeTonnesPerYear: (item.volumeTonnesPerYear as number) / 2,
          })),
        );
        const whole = transferred(world, 1);
        const inHalves = transferred({ ...world, flows: halves }, 2);
        expect(inHalves.length).toBe(whole.length);
        const demand = size(whole);
        whole.forEach((tonnes, pair) => {
          expect(Math.abs(inHalves[pair] - tonnes) / demand).toBeLessThan(1e-9);
        });
      }),
      settings,
    );
  });

  test('a step split into two equal halves: who lost which tonnes to whom is the same in sum', () => {
    fc.assert(
      fc.property(randomWorld(7), (world) => {
        const [baseline, changed] = compile(scenario({ ...world, events: [] }), [scenario(world)]);
        const [before, after] = [run(baseline).series, run(changed).series];
        const { steps, groups, cells } = changed.counts;
        const width = groups + cells;
        const inHalves = (series: Float64Array) =>
          Float64Array.from({ length: 2 * series.length }, (_, index) => {
            const step = Math.floor(index / width);
            return series[(step >> 1) * width + (index % width)] / 2;
          });
        const stepYear = Int32Array.from(
          { length: 2 * steps },
          (_, step) => changed.time.stepYear[step >> 1],
        );
        const split = {
          ...changed,
          counts: { ...changed.counts, steps: 2 * steps },
          time: { ...changed.time, stepYear },
        };
        const whole = accumulateDiversion(changed, before, after).transferred;
        const halved = accumulateDiversion(split, inHalves(before), inHalves(after)).transferred;
        const demand = size(whole);
        whole.forEach((tonnes, pair) => {
          expect(Math.abs(halved[pair] - tonnes) / demand).toBeLessThan(1e-9);
        });
      }),
      { ...settings, numRuns: 30 },
    );
  });
});
