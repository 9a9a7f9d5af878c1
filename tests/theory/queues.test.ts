// Queues at posts against deterministic queueing theory.

import { describe, expect, test } from 'vitest';
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

/** One road from A to B that passes `capacity` tonnes a day. */
function road(
  capacity: number,
  tonnesPerDay: number,
  days: number,
  fields: Partial<World> = {},
): World {
  return {
    nodes: [node('A'), node('B')],
    links: [link('AB', 'A', 'B', { limited: true, capacityTonnesPerDay: capacity })],
    flows: [flow('ab', 'A', 'B', tonnesPerDay)],
    days,
    ...fields,
  };
}

describe('Q1: arrivals of 8 a minute for 20 minutes, then 2; service 4', () => {
  // Mannering and Washburn, Principles of Highway Engineering, ch. 5: the queue grows by 4 a minute to 80, shrinks by 2,
  // is gone at 60; the area between the curves is 20·80/2 + 40·80/2 = 2400. A model day stands for a minute.
  test.each([1, 2, 4, 5, 10, 20])('step of %d minutes', (stepDays) => {
    const rush = event('rush', {}, 0, 20, [{ kind: 'demand', factor: 4, cargo: allCargo }]);
    const model = compiled(road(4, 2, 80, { stepDays, events: [rush] }));
    const queues = watch(model, (state) => state.flow.queue[0]);
    const { result } = run(model);
    expect(Math.max(...result.postLongestQueue)).toBe(80);
    expect(queues[20 / stepDays - 1]).toBe(80);
    expect(queues.findIndex((queue, step) => queue === 0 && step * stepDays >= 20)).toBe(
      60 / stepDays - 1,
    );
    expect(sum(result.postTonneDays)).toBeCloseTo(2400, 9);
    expect(sum(result.postTonneDays) / 240).toBeCloseTo(10, 9);
  });

  test('the waits of what leaves add up to the area between the curves', () => {
    // All that queued has left by the end, so the sum of its waits is the integral of the queue: 2400.
    // What leaves from minute 20 to 40 waited 0 + … + 20: the wait rises by half a minute each minute, to 20 at 40.
    const rush = event('rush', {}, 0, 20, [{ kind: 'demand', factor: 4, cargo: allCargo }]);
    const model = compiled(road(4, 2, 80, { events: [rush] }));
    expect(sum(run(model).result.postWaits)).toBeCloseTo(2400, 9);
    const waits = watch(model, (state) => state.flow.lastWait[0]);
    expect(waits[39]).toBeCloseTo(20, 12);
    expect(Math.max(...waits)).toBeCloseTo(20, 12);
  });

  test('the longest wait is 20 minutes, of what arrives at the 20th', () => {
    // First in, first out: the 160 t that have arrived by minute 20 have left by minute 160/4 = 40.
    const rush = event('rush', {}, 0, 20, [{ kind: 'demand', factor: 4, cargo: allCargo }]);
    const model = compiled(road(4, 2, 80, { events: [rush] }));
    let delivered = 0;
    const curve = watch(model, (state) => {
      delivered = state.accounts.groupDelivered[0];
      return delivered;
    });
    expect(curve[39]).toBeCloseTo(160, 9);
    expect(curve[38]).toBeLessThan(160);
    expect(curve[79]).toBeCloseTo(20 * 8 + 60 * 2, 9);
  });
});

test('Q3: a closure of 10 days, arrivals 500 t/d, 800 t/d afterwards', () => {
  // Backlog λT = 5000 t, gone λT/(ρ - λ) = 16.67 d later, delay λρT²/(2(ρ - λ)) = 66 666.67 t·d.
  // The capacity is cut to next to nothing instead of closing the post, so that cargo keeps coming.
  const shut = event('shut', { links: ['AB'] }, 5, 10, [{ kind: 'capacity', factor: 1e-15 }]);
  const model = compiled(road(800, 500, 60, { events: [shut] }));
  const queues = watch(model, (state) => state.flow.queue[0]);
  const { result } = run(model);
  expect(queues[14]).toBeCloseTo(5000, 9);
  // gone at day 15 + 16.67: after 16 days 200 t are left, after 17 none
  expect(queues[30]).toBeCloseTo(5000 - 16 * 300, 8);
  expect(queues[31]).toBe(0);
  expect(sum(result.postTonneDays)).toBeCloseTo(66_666.66666666667, 6);
  const delayed = 500 * (10 + 5000 / 300);
  expect(sum(result.postTonneDays) / delayed).toBeCloseTo(5, 9);
});

test('first in, first out: two origins share a queue, and leave in the order of arrival', () => {
  // A sends 10 t/d all the time; C sends 10 t/d from day 5 on only. The post passes 5 t/d from day 0.
  // What A sent before day 5 (50 t) leaves first, by day 10; only then does C's cargo come out.
  const world: World = {
    nodes: [node('A'), node('C'), node('M'), node('B')],
    links: [
      link('AM', 'A', 'M'),
      link('CM', 'C', 'M'),
      link('MB', 'M', 'B', { limited: true, capacityTonnesPerDay: 5 }),
    ],
    flows: [flow('ab', 'A', 'B', 10), flow('cb', 'C', 'B', 10)],
    days: 20,
    events: [
      event('late', {}, 0, 5, [
        { kind: 'demand', factor: 0, cargo: { ...allCargo, origins: ['C'] } },
      ]),
    ],
  };
  const delivered = watch(compiled(world), (state) => [...state.accounts.groupDelivered]);
  expect(delivered[9][0]).toBeCloseTo(50, 12);
  expect(delivered[9][1]).toBe(0);
  // Then both in equal parts: 5 t/d in two halves.
  expect(delivered[19][0]).toBeCloseTo(75, 12);
  expect(delivered[19][1]).toBeCloseTo(25, 12);
});

test('a queue that outlasts the first room for its curves keeps its order and its tonnes', () => {
  // 600 days at 10 t/d against 1 t/d: 5400 t wait; the head of the queue is 540 days old.
  const model = compiled(road(1, 10, 600));
  const delivered = watch(model, (state) => state.accounts.groupDelivered[0]);
  expect(delivered[599]).toBeCloseTo(600, 8);
  expect(run(model).result.largestBalanceError).toBeLessThan(1e-12);
});

test('a young queue keeps its tonnes when an old one beside it outgrows the room for the curves', () => {
  const limited = (id: string, from: string, to: string, capacityTonnesPerDay: number) =>
    link(id, from, to, { limited: true, capacityTonnesPerDay });
  const model = compiled({
    nodes: ['A', 'B', 'C', 'D'].map((id) => node(id)),
    links: [limited('young', 'A', 'B', 9), limited('old', 'C', 'D', 1)],
    flows: [flow('ab', 'A', 'B', 10), flow('cd', 'C', 'D', 10)],
    days: 400,
  });
  // Of 365 days: 9 and 1 t/d delivered, 1 and 9 t/d waiting.
  const { result } = run(model);
  expect([...result.groupDelivered.subarray(0, 2)]).toEqual([3285, 365]);
  expect([...result.groupQueued.subarray(0, 2)]).toEqual([365, 3285]);
  expect(result.largestBalanceError).toBeLessThan(1e-12);
});
