// Each kind of event by a small world with an exact answer.

import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/model/event.ts';
import {
  allCargo,
  commodity,
  compiled,
  event,
  flow,
  link,
  node,
  run,
  type World,
  watch,
} from '../networks.ts';

/** Two roads from A to B, by N and by S, 100 t/d, plain logit with θ 0.1 per USD/t. */
function twoRoads(effects: readonly Effect[], fields: Parameters<typeof event>[5] = {}): World {
  return {
    nodes: [node('A'), node('N', { kind: 'border' }), node('S', { kind: 'border' }), node('B')],
    links: [link('AN', 'A', 'N'), link('NB', 'N', 'B'), link('AS', 'A', 'S'), link('SB', 'S', 'B')],
    flows: [flow('ab', 'A', 'B', 100)],
    commodities: [commodity({ valuePerTonne: 1500, valueOfTimePerTonneDay: 2 })],
    days: 20,
    events: [event('shock', { nodes: ['N'] }, 5, 10, effects, fields)],
  };
}

/** Share of the road by N in each step. */
function shares(world: World): number[] {
  return watch(compiled(world), (state) => state.choice.share[0]);
}

/** Share of the road by N when it costs so much more than the other. */
const shareAt = (extraCost: number) => 1 / (1 + Math.exp(0.1 * extraCost));

describe('while it lasts, and not a day longer', () => {
  test.each<[string, Effect, number]>([
    [
      'a cost of 10 USD/t counts once for the route, though both its links touch the place',
      { kind: 'cost', perTonne: 10, cargo: allCargo },
      shareAt(10),
    ],
    ['two days at 2 USD/t/day are 4 USD/t', { kind: 'time', days: 2, cargo: allCargo }, shareAt(4)],
    [
      'a risk of 0.2 % of 1500 USD/t is 3 USD/t',
      { kind: 'risk', valueShare: 0.002, cargo: allCargo },
      shareAt(3),
    ],
    ['a closure leaves nothing', { kind: 'close' }, 0],
  ])('%s', (_, effect, expected) => {
    const seen = shares(twoRoads([effect]));
    expect(seen[4]).toBeCloseTo(0.5, 12);
    expect(seen[5]).toBeCloseTo(expected, 12);
    expect(seen[14]).toBeCloseTo(expected, 12);
    expect(seen[15]).toBeCloseTo(0.5, 12);
  });
});

test('a ramp of 4 days and a recovery of 2 average over each day', () => {
  // Strength rises from 0 on day 5 to 1 on day 9: means 1/8, 3/8, 5/8, 7/8; it falls from 1 on day 15 to 0 on day 17.
  const seen = shares(
    twoRoads([{ kind: 'cost', perTonne: 8, cargo: allCargo }], { rampDays: 4, recoveryDays: 2 }),
  );
  [1, 3, 5, 7, 8].forEach((cost, day) => {
    expect(seen[5 + day]).toBeCloseTo(shareAt(cost), 12);
  });
  expect(seen[14]).toBeCloseTo(shareAt(8), 12);
  expect(seen[15]).toBeCloseTo(shareAt(6), 12);
  expect(seen[16]).toBeCloseTo(shareAt(2), 12);
  expect(seen[17]).toBeCloseTo(0.5, 12);
});

test('an event that ends before its ramp does falls from what it has reached', () => {
  // Ramp of 10 days, over after 4: the strength is 0.4 at the end, and falls over 2 days: means 0.3 and 0.1.
  const world = twoRoads([{ kind: 'cost', perTonne: 10, cargo: allCargo }], {
    rampDays: 10,
    recoveryDays: 2,
    durationDays: 4,
  });
  const seen = shares(world);
  [0.5, 1.5, 2.5, 3.5, 3, 1, 0].forEach((cost, day) => {
    expect(seen[5 + day]).toBeCloseTo(shareAt(cost), 12);
  });
});

test('time lengthens the way of what is sent while it lasts; what is under way keeps its lag', () => {
  const seen = watch(
    compiled(twoRoads([{ kind: 'time', days: 3, cargo: allCargo }])),
    (state) => state.accounts.groupDelivered[0],
  );
  const arrivals = seen.map((total, day) => total - (seen[day - 1] ?? 0));
  const byNorth = 100 * shareAt(6);
  // Links take no time, but cargo passes one post a step: none here takes more than the step itself.
  expect(arrivals[4]).toBeCloseTo(100, 9);
  expect(arrivals[5]).toBeCloseTo(100 - byNorth, 9);
  expect(arrivals[8]).toBeCloseTo(100, 9);
  // From day 15 on nothing is late any more; what left on days 12 to 14 comes on top until day 17.
  expect(arrivals[15]).toBeCloseTo(100 + byNorth, 9);
  expect(arrivals[18]).toBeCloseTo(100, 9);
});

test('demand: a factor of 0.5 halves what is sent, and doubles of it multiply', () => {
  const halved = run(compiled(twoRoads([{ kind: 'demand', factor: 0.5, cargo: allCargo }])));
  expect(halved.series[4 * 2]).toBeCloseTo(100, 12);
  expect(halved.series[5 * 2]).toBeCloseTo(50, 12);
});

test('capacity: cut to a tenth for ten days, the queue grows by what does not pass', () => {
  // 50 t/d by N, of which 10 pass: with a value of time of 0 nobody minds the queue.
  const world = twoRoads([{ kind: 'capacity', factor: 0.1 }]);
  const nodes = world.nodes.map((place) =>
    place.id === 'N' ? { ...place, capacityTonnesPerDay: 100 } : place,
  );
  const model = compiled({ ...world, nodes, commodities: [commodity()] });
  const queues = watch(model, (state) => state.flow.queue[0]);
  expect(queues[4]).toBe(0);
  expect(queues[14]).toBeCloseTo(400, 9);
  // Afterwards 100 t/d pass and 50 come.
  expect(queues[19]).toBeCloseTo(150, 9);
});

describe('closures', () => {
  test('cargo under way waits at the closed post and goes on when it opens', () => {
    // Two days from A to N. What left on days 3 and 4 arrives on days 5 and 6, 50 t each, and waits until day 15.
    const world = twoRoads([{ kind: 'close' }]);
    const links = world.links.map((item) => (item.id === 'AN' ? { ...item, travelDays: 2 } : item));
    const flows = [flow('ab', 'A', 'B', 100)];
    const model = compiled({ ...world, links, flows, commodities: [commodity()] });
    const queues = watch(model, (state) => state.flow.queue[0]);
    expect(queues[4]).toBe(0);
    expect(queues[5]).toBeCloseTo(50, 9);
    expect(queues[14]).toBeCloseTo(100, 9);
    expect(queues[15]).toBe(0);
  });

  test('with inertia the lost share moves at once, and comes back as contracts end', () => {
    const world = { ...twoRoads([{ kind: 'close' }]), behaviour: { inertiaDays: 10 } };
    const seen = shares(world);
    expect(seen[5]).toBe(0);
    // S(t) = 0.5 (1 - e^(-t/10)) after the opening on day 15
    expect(seen[15]).toBeCloseTo(0.5 * (1 - Math.exp(-0.1)), 12);
    expect(seen[19]).toBeCloseTo(0.5 * (1 - Math.exp(-0.5)), 12);
  });

  test('fixed demand with every road closed: nothing is shipped', () => {
    const world = twoRoads([{ kind: 'close' }]);
    const both = event('both', { nodes: ['N', 'S'] }, 5, 10, [{ kind: 'close' }]);
    const { series } = run(compiled({ ...world, events: [both] }));
    expect([series[5 * 2], series[5 * 2 + 1]]).toEqual([0, 100]);
  });
});

test('a planned link opens on its day, and its traffic grows as contracts end', () => {
  const world = twoRoads([]);
  const links = world.links.map((item) =>
    item.id === 'NB' ? { ...item, status: 'planned' as const } : item,
  );
  const opening = event('opening', { links: ['NB'] }, 5, Infinity, [{ kind: 'open' }]);
  const seen = shares({ ...world, links, events: [opening], behaviour: { inertiaDays: 20 } });
  expect(seen[4]).toBe(0);
  expect(seen[5]).toBeCloseTo(0.5 * (1 - Math.exp(-1 / 20)), 12);
  expect(seen[14]).toBeCloseTo(0.5 * (1 - Math.exp(-10 / 20)), 12);
});

test('a ban on 40 % of the cargo splits the cell: the bound part has one road, the free part two', () => {
  // Share by N = 0.6 · 0.5 while it lasts.
  const model = compiled(twoRoads([{ kind: 'ban', share: 0.4, cargo: allCargo }]));
  const { series } = run(model);
  expect(series[4 * 2]).toBeCloseTo(100, 12);
  const byNorth = watch(model, (state) => state.choice.dispatched[0]);
  expect(byNorth[4]).toBeCloseTo(50, 12);
  expect(byNorth[5]).toBeCloseTo(30, 12);
  expect(byNorth[15]).toBeCloseTo(50, 12);
});

test('two bans nest: who obeys the smaller one obeys the larger one too', () => {
  // N banned for 40 %, S for 70 %: 40 % have no road left, 30 % have N alone, 30 % both: N carries 30 + 15.
  const world = twoRoads([{ kind: 'ban', share: 0.4, cargo: allCargo }]);
  const other = event('other', { nodes: ['S'] }, 5, 10, [
    { kind: 'ban', share: 0.7, cargo: allCargo },
  ]);
  const byRoad = watch(compiled({ ...world, events: [...world.events!, other] }), (state) => [
    ...state.choice.dispatched,
  ]);
  expect(byRoad[5][0]).toBeCloseTo(45, 12);
  expect(byRoad[5][1]).toBeCloseTo(15, 12);
});
