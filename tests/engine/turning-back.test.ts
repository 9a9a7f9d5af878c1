// Cargo that has waited long enough at a closed post turns back and goes on by another way from where it stands.

import { describe, expect, test } from 'vitest';
import type { ScenarioEvent } from '../../src/model/event.ts';
import {
  allCargo,
  compiled,
  event,
  flow,
  link,
  node,
  run,
  sum,
  type World,
  watch,
} from '../networks.ts';

const fiveDays = { patienceDays: 5, costPerTonne: 12 };
const closedFrom10 = (days: number): ScenarioEvent =>
  event('shut', { nodes: ['N'] }, 10, days, [{ kind: 'close' }]);

/**
 * A - J, then to B by the border N or by the border S, all links both ways, at the same cost: 50 t/d each. N is three
 * days from A, and B one from there; by S it is four and one.
 */
function fork(events: readonly ScenarioEvent[], fields: Partial<World> = {}): World {
  const bothWays = (id: string, from: string, to: string, travelDays: number) =>
    link(id, from, to, { directed: false, travelDays });
  return {
    nodes: ['A', 'J', 'B']
      .map((id) => node(id))
      .concat(['N', 'S'].map((id) => node(id, { kind: 'border' }))),
    links: [
      bothWays('AJ', 'A', 'J', 2),
      bothWays('JN', 'J', 'N', 1),
      bothWays('NB', 'N', 'B', 1),
      bothWays('JS', 'J', 'S', 2),
      bothWays('SB', 'S', 'B', 1),
    ],
    flows: [flow('ab', 'A', 'B', 100)],
    days: 40,
    events,
    behaviour: { turningBack: fiveDays },
    ...fields,
  };
}

/** Tonnes delivered on each day, and the queue at N at its end. */
function days(world: World) {
  const model = compiled(world);
  const north = model.labels.posts.indexOf('N');
  const seen = watch(model, ({ accounts, flow: { queue } }) => ({
    delivered: sum(accounts.groupDelivered),
    queue: queue[north],
  }));
  return seen.map(({ delivered, queue }, day) => ({
    arrived: delivered - (seen[day - 1]?.delivered ?? 0),
    queue,
  }));
}

describe('N shuts for good on day 10', () => {
  // What A sent by N on days 7, 8 and 9 is there on days 10, 11 and 12, 50 t each. The first has waited five whole days
  // at the beginning of day 16: a day back to J, two to S, one to B, where it is on day 20.
  const seen = days(fork([closedFrom10(Infinity)]));

  test('each day’s cargo turns back once it has waited five days', () => {
    const queues = seen.slice(9, 20).map(({ queue }) => queue);
    [0, 50, 100, 150, 150, 150, 150, 100, 50, 0, 0].forEach((queue, index) => {
      expect(queues[index]).toBeCloseTo(queue, 9);
    });
  });

  test('and is delivered by S four days later', () => {
    // By S alone: 50 t/d are delivered of what was sent before day 10, 100 t/d from day 15 on.
    for (const day of [11, 12, 13, 14]) expect(seen[day].arrived).toBeCloseTo(50, 9);
    for (const day of [15, 16, 17, 18, 19]) expect(seen[day].arrived).toBeCloseTo(100, 9);
    for (const day of [20, 21, 22]) expect(seen[day].arrived).toBeCloseTo(150, 9);
    for (const day of [23, 39]) expect(seen[day].arrived).toBeCloseTo(100, 9);
  });

  test('it is counted where it turned: 150 t, at 12 USD/t and 3 USD/t for three links', () => {
    const { model, result } = run(compiled(fork([closedFrom10(Infinity)])));
    const north = model.labels.posts.indexOf('N');
    expect(result.postTurnedBack[north]).toBeCloseTo(150, 9);
    expect(result.postTurnedCost[north]).toBeCloseTo(150 * 15, 9);
    expect(sum(result.groupTurnedBack)).toBeCloseTo(150, 9);
    // It was dispatched once, by N.
    expect(sum(result.groupDispatched)).toBeCloseTo(40 * 100, 9);
    expect(result.corridorTonnes[0]).toBeCloseTo(31 * 100, 9);
    expect(result.largestBalanceError).toBeLessThan(1e-12);
  });

  test('without the rule it waits', () => {
    const waiting = days(fork([closedFrom10(Infinity)], { behaviour: {} }));
    expect(waiting[39].queue).toBeCloseTo(150, 9);
  });
});

test('what has not waited long enough when the post opens goes on by it', () => {
  // Shut until day 17: only the cargo of day 10 turns back, on day 16; the other 100 t pass on day 17, B on day 18.
  const seen = days(fork([closedFrom10(7)]));
  expect(seen[16].queue).toBeCloseTo(100, 9);
  expect(seen[17].queue).toBe(0);
  expect(seen[18].arrived).toBeCloseTo(100 + 100, 9);
  expect(seen[20].arrived).toBeCloseTo(100 + 50, 9);
});

describe('cargo that can go no other way stays, in its place in the queue', () => {
  // C sends 30 t/d over N, where 80 t/d pass, by a road of one day that has no way back; by S it is too far for it.
  const world = fork([closedFrom10(10)]);
  const model = compiled({
    ...world,
    nodes: [
      ...world.nodes.map((place) =>
        place.id === 'N' ? { ...place, capacityTonnesPerDay: 80 } : place,
      ),
      node('C'),
    ],
    links: [...world.links, link('CN', 'C', 'N', { travelDays: 1 })],
    flows: [...world.flows, flow('cb', 'C', 'B', 30)],
    behaviour: { ...world.behaviour, detourLimit: 1.5 },
  });
  const { cellGroupStart } = model.routes;
  const ofC = cellGroupStart[1];
  const seen = watch(model, ({ accounts, flow: { queue } }) => ({
    queue: queue[model.labels.posts.indexOf('N')],
    delivered: accounts.groupDelivered[ofC],
  }));

  test('the queue loses only what turns back', () => {
    // From C: 30 t of day 9, there on day 10; nothing is sent while N is shut. From A 150 t, all gone by day 18.
    expect(seen[12].queue).toBeCloseTo(180, 9);
    expect(seen[16].queue).toBeCloseTo(130, 9);
    expect(seen[18].queue).toBeCloseTo(30, 9);
    expect(seen[19].queue).toBeCloseTo(30, 9);
  });

  test('the rest leaves when the post opens', () => {
    // Days 0 to 8 are delivered by day 10, 30 t each; that of day 9 passes on day 20 and is there on day 21.
    expect(seen[20].delivered).toBeCloseTo(9 * 30, 9);
    expect(seen[21].delivered).toBeCloseTo(10 * 30, 9);
  });
});

test('at a port cargo on land goes on by land, and does not pass the port', () => {
  // A - P by rail, from there by ship to B, or by rail to the other port Q and by ship: P shuts on day 10.
  const model = compiled({
    nodes: [node('A'), node('P', { kind: 'port' }), node('Q', { kind: 'port' }), node('B')],
    links: [
      link('AP', 'A', 'P', { mode: 'rail', travelDays: 1 }),
      link('PQ', 'P', 'Q', { mode: 'rail', travelDays: 2 }),
      link('PB', 'P', 'B', { mode: 'sea', travelDays: 3 }),
      link('QB', 'Q', 'B', { mode: 'sea', travelDays: 3, costPerTonne: 1000 }),
    ],
    flows: [flow('ab', 'A', 'B', 10)],
    days: 40,
    events: [event('shut', { nodes: ['P'] }, 10, Infinity, [{ kind: 'close' }])],
    behaviour: { turningBack: { patienceDays: 0, costPerTonne: 0 }, detourLimit: 1.5 },
  });
  const delivered = watch(model, ({ accounts }) => sum(accounts.groupDelivered));
  // Sent on day 9, there on day 10, off again on day 11: Q on day 13, B on day 16.
  expect(delivered[12]).toBeCloseTo(9 * 10, 9);
  expect(delivered[15]).toBeCloseTo(9 * 10, 9);
  expect(delivered[16]).toBeCloseTo(10 * 10, 9);
});

test('a banned way takes nobody who turns back', () => {
  const ban = event('ban', { nodes: ['S'] }, 10, Infinity, [
    { kind: 'ban', share: 0.4, cargo: allCargo },
  ]);
  expect(days(fork([closedFrom10(Infinity), ban]))[39].queue).toBeCloseTo(150, 9);
});

test('a day off is no closure: nobody turns back for it', () => {
  // N works on Mondays only: what comes on a Tuesday waits six days, three times the patience.
  const world = fork([], { behaviour: { turningBack: { patienceDays: 2, costPerTonne: 12 } } });
  const { result } = run(
    compiled({
      ...world,
      nodes: world.nodes.map((place) =>
        place.id === 'N' ? { ...place, calendar: 'mondays', capacityTonnesPerDay: 200 } : place,
      ),
      calendars: [
        {
          id: 'mondays',
          openHours: [0, 24],
          openWeekdays: [true, false, false, false, false, false, false],
          monthFactors: Array<number>(12).fill(1),
        },
      ],
    }),
  );
  expect(sum(result.postTurnedBack)).toBe(0);
  expect(sum(result.postTonneDays)).toBeGreaterThan(0);
});
