// The stationary split: exact where theory gives it, complementary everywhere, and where the dynamics come to rest.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelOnDate } from '../../src/equilibrium/model-on-date.ts';
import {
  NoStationarySplit,
  type StaticSplit,
  solveStaticSplit,
} from '../../src/equilibrium/static-split.ts';
import {
  allCargo,
  commodity,
  compiled,
  corridor,
  event,
  flow,
  link,
  node,
  startDay,
  sum,
  type World,
  watch,
} from '../networks.ts';

const split = (world: World, onDay = 0): StaticSplit =>
  solveStaticSplit(modelOnDate(compiled(world), startDay + onDay), new Float64Array(0));

describe('D3: two routes, the cheaper one full', () => {
  // Share 0.6 = capacity/demand; delay cost d = C2 - C1 - ln(0.6/0.4)/θ = 15.945348918918356 USD/t; wait d/v =
  // 1.3287790765765297 d; queue = capacity · wait (Little) = 21827.99304437831 t.
  const demand = 10e6 / 365.25;
  const world: World = {
    nodes: [node('A'), node('M'), node('B')],
    links: [
      link('AM', 'A', 'M', { costPerTonne: 0, travelDays: 3 }),
      link('1', 'M', 'B', {
        costPerTonne: 64,
        limited: true,
        capacityTonnesPerDay: 6e6 / 365.25,
      }),
      link('2', 'A', 'B', { costPerTonne: 120 }),
    ],
    flows: [flow('ab', 'A', 'B', demand)],
    commodities: [commodity({ valueOfTimePerTonneDay: 12 })],
    days: 4000,
    behaviour: { inertiaDays: 10 },
  };

  test('share, delay cost, wait and queue', () => {
    const { waitDays, routeTonnes, routeCost, passing, residual } = split(world);
    expect(routeTonnes[0] / demand).toBeCloseTo(0.6, 12);
    expect(routeCost[0] - 100).toBeCloseTo(15.945348918918356, 9);
    expect(waitDays[0]).toBeCloseTo(1.3287790765765297, 10);
    expect(waitDays[0] * passing[0]).toBeCloseTo(21827.99304437831, 6);
    expect(residual).toBeLessThanOrEqual(1e-9);
  });

  test('the dynamics come to rest there', () => {
    const { routeTonnes, waitDays, passing } = split(world);
    const end = watch(compiled(world), ({ choice, flow: { queue } }) => ({
      tonnes: choice.dispatched[0],
      queue: queue[0],
    })).at(-1)!;
    expect(Math.abs(end.tonnes / routeTonnes[0] - 1)).toBeLessThan(1e-9);
    expect(Math.abs(end.queue / (waitDays[0] * passing[0]) - 1)).toBeLessThan(1e-9);
  });

  test('events count as they stand on the date', () => {
    // Room for all from day 100 on: no wait, and the logit share e^2/(1 + e^2).
    const wider = event('wider', { links: ['1'] }, 100, Infinity, [
      { kind: 'capacity', factor: 10 },
    ]);
    const free = Math.exp(2) / (1 + Math.exp(2));
    const changed = { ...world, events: [wider] };
    expect(split(changed, 99).routeTonnes[0] / demand).toBeCloseTo(0.6, 12);
    expect(split(changed, 100).routeTonnes[0] / demand).toBeCloseTo(free, 12);
    expect(split(changed, 100).waitDays[0]).toBe(0);
  });

  test('a closed route carries nothing, and a cell without any is not shipped', () => {
    const shut = event('shut', { nodes: ['A'] }, 0, 10, [{ kind: 'close' }]);
    const { routeTonnes, cellNotShipped } = split({ ...world, events: [shut] });
    expect([...routeTonnes]).toEqual([0, 0]);
    expect(cellNotShipped[0]).toBeCloseTo(demand, 6);
  });

  test('fixed demand beyond all room has no stationary split: the post is named', () => {
    const narrow = { ...world, links: world.links.slice(0, 2) };
    expect(() => split(narrow)).toThrow(NoStationarySplit);
    expect(() => split(narrow)).toThrow(/27378\.5 t\/day come to 1 whatever the wait/);
  });
});

describe('nested: θ 0.2, μ 0.08, corridors N {100, 104}, M {110}, S {118, 121, 125}, no-ship', () => {
  const costs = { N: [100, 104], M: [110], S: [118, 121, 125] };
  const [theta, mu, value] = [0.2, 0.08, 5];
  const composite = (list: readonly number[]) =>
    -Math.log(sum(list.map((cost) => Math.exp(-theta * cost)))) / theta;

  /** Each corridor a node that all its routes pass; N is a border. */
  function world(capacityTonnesPerDay: number): World {
    const ways = Object.entries(costs);
    return {
      nodes: [
        node('A'),
        node('B'),
        node('N', { kind: 'border', capacityTonnesPerDay }),
        node('M'),
        node('S'),
      ],
      links: ways.flatMap(([id, list]) => [
        link(`A${id}`, 'A', id, { costPerTonne: 0 }),
        ...list.map((cost, at) => link(`${id}${at}`, id, 'B', { costPerTonne: cost })),
      ]),
      corridors: ways.map(([id]) => corridor(id, [[id]])),
      flows: [flow('ab', 'A', 'B', 100, { notShippedShare: 0.1 })],
      commodities: [
        commodity({ valueOfTimePerTonneDay: value, routeScale: theta, corridorScale: mu }),
      ],
      days: 6000,
      behaviour: { inertiaDays: 10 },
    };
  }

  // Every route of N waits alike, so that its composite cost rises by d: with weights w = e^(-μ I), that of not
  // shipping w0 = 0.1/0.9 Σ w, the share s that fits gives e^(-μ d) w(N) = s/(1 - s) (w(M) + w(S) + w0).
  test('the wait raises the composite cost of the corridor until its share fits', () => {
    const weights = Object.values(costs).map((list) => Math.exp(-mu * composite(list)));
    const outside = (0.1 / 0.9) * sum(weights);
    const share = 0.25;
    const others = weights[1] + weights[2] + outside;
    const delayCost = -Math.log(((share / (1 - share)) * others) / weights[0]) / mu;
    const { waitDays, passing, cellNotShipped } = split(world(25));
    expect(passing[0]).toBeCloseTo(25, 7);
    expect(waitDays[0]).toBeCloseTo(delayCost / value, 8);
    expect(cellNotShipped[0]).toBeCloseTo((75 * outside) / others, 7);
  });

  test('a post with room binds nobody', () => {
    const { waitDays, passing } = split(world(90));
    expect(waitDays[0]).toBe(0);
    expect(passing[0]).toBeLessThan(90);
  });
});

describe('P19: random networks with many posts', () => {
  const size = 4;
  const id = (row: number, column: number) => `${row}.${column}`;
  const tenths = (min: number, max: number) =>
    fc.integer({ min: 10 * min, max: 10 * max }).map((value) => value / 10);
  const shape = fc.record({
    capacities: fc.array(fc.integer({ min: 8, max: 60 }), { minLength: size, maxLength: size }),
    costs: fc.array(tenths(5, 20), { minLength: 40, maxLength: 40 }),
    origins: fc.array(fc.nat({ max: size - 1 }), { minLength: 4, maxLength: 4 }),
    destinations: fc.array(fc.nat({ max: size - 1 }), { minLength: 4, maxLength: 4 }),
  });
  type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;

  /** A grid; its second column are borders, and links of its third are limited. Two commodities, three corridors. */
  function grid({ capacities, costs, origins, destinations }: Shape): World {
    const places = Array.from({ length: size * size }, (_, at) => [
      Math.floor(at / size),
      at % size,
    ]);
    let next = 0;
    const cost = () => costs[next++ % costs.length];
    const road = (from: string, to: string, limited: boolean) =>
      link(`${from}-${to}`, from, to, {
        directed: false,
        costPerTonne: cost(),
        travelDays: 1,
        limited,
        capacityTonnesPerDay: limited ? 25 : Infinity,
      });
    return {
      nodes: places.map(([row, column]) =>
        column === 1
          ? node(id(row, column), { kind: 'border', capacityTonnesPerDay: capacities[row] })
          : node(id(row, column)),
      ),
      links: places.flatMap(([row, column]) => [
        ...(column + 1 < size
          ? [road(id(row, column), id(row, column + 1), column === 2 && row < 2)]
          : []),
        ...(row + 1 < size && column !== 1
          ? [road(id(row, column), id(row + 1, column), false)]
          : []),
      ]),
      flows: origins.map((origin, at) =>
        flow(`F${at}`, id(origin, 0), id(destinations[at], size - 1), 30, {
          commodity: at % 2 === 0 ? 'goods' : 'fruit',
          notShippedShare: at === 0 ? 0.3 : 0.1,
        }),
      ),
      commodities: [
        commodity({ valueOfTimePerTonneDay: 2, corridorScale: 0.06 }),
        commodity({
          id: 'fruit',
          valueOfTimePerTonneDay: 5,
          routeScale: 0.08,
          corridorScale: 0.05,
        }),
      ],
      corridors: [0, 1, 2].map((row) => corridor(`row-${row}`, [[id(row, 1)]])),
      days: 2000,
      behaviour: { inertiaDays: 10, maximumRoutes: 3, detourLimit: 3, overlapLimit: 0.9 },
      events: [
        event('ban', { nodes: [id(0, 1)] }, 0, Infinity, [
          { kind: 'ban', share: 0.4, cargo: allCargo },
        ]),
      ],
    };
  }

  test('no more than the capacity passes, cargo waits only where all of it does, residual <= 1e-6', () => {
    let binding = 0;
    let slack = 0;
    fc.assert(
      fc.property(shape, (of) => {
        const { waitDays, passing, capacity, residual } = split(grid(of));
        expect(residual).toBeLessThanOrEqual(1e-6);
        waitDays.forEach((wait, post) => {
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(passing[post]).toBeLessThanOrEqual(capacity[post] * (1 + 1e-6));
          if (wait > 0) expect(passing[post]).toBeGreaterThan(capacity[post] * (1 - 1e-6));
          if (wait > 0) binding += 1;
          else slack += 1;
        });
      }),
      { seed: 20250120, numRuns: 40 },
    );
    expect(Math.min(binding, slack)).toBeGreaterThan(40);
  });

  test('the dynamics come to rest there', () => {
    let farthest = 0;
    fc.assert(
      fc.property(shape, (of) => {
        const world = grid(of);
        const { routeTonnes, waitDays, passing } = split(world);
        const end = watch(compiled(world), (state) => state).at(-1)!;
        routeTonnes.forEach((tonnes, route) => {
          farthest = Math.max(farthest, Math.abs(end.choice.dispatched[route] - tonnes) / 120);
        });
        waitDays.forEach((wait, post) => {
          const queue = wait * passing[post];
          farthest = Math.max(farthest, Math.abs(end.flow.queue[post] - queue) / 120);
        });
      }),
      { seed: 20250121, numRuns: 6 },
    );
    expect(farthest).toBeLessThan(1e-6);
  });
});
