// Both directions of a border, or of a narrow link, share one capacity and one queue.

import { describe, expect, test } from 'vitest';
import { compiled, flow, link, node, type World, watch } from '../networks.ts';

/** 30 t/d from A to B and 60 t/d from B to A through N. */
function crossing(capacities: { readonly border?: number; readonly link?: number }): World {
  const narrow = capacities.link ? { limited: true, capacityTonnesPerDay: capacities.link } : {};
  const border = capacities.border
    ? { kind: 'border' as const, capacityTonnesPerDay: capacities.border }
    : {};
  return {
    nodes: [node('A'), node('N', border), node('B')],
    links: [
      link('AN', 'A', 'N', { directed: false }),
      link('NB', 'N', 'B', { directed: false, ...narrow }),
    ],
    flows: [flow('ab', 'A', 'B', 30), flow('ba', 'B', 'A', 60)],
    days: 10,
  };
}

describe.each([
  ['a border', { border: 60 }],
  ['a narrow link', { link: 60 }],
])('%s that passes 60 t/d in all', (_, capacities) => {
  // 90 t come a day: the queue grows by 30 t. First in, first out, each day's cargo leaves in the proportion in which
  // it came: a third of the 60 t goes to B, two thirds to A.
  test('has one queue, and passes both directions in proportion', () => {
    const seen = watch(compiled(crossing(capacities)), ({ flow: { queue }, accounts }) => ({
      queue: queue[0],
      delivered: [...accounts.groupDelivered],
    }));
    seen.forEach(({ queue, delivered }, day) => {
      expect(queue).toBeCloseTo(30 * (day + 1), 9);
      expect(delivered[0]).toBeCloseTo(20 * (day + 1), 9);
      expect(delivered[1]).toBeCloseTo(40 * (day + 1), 9);
    });
  });
});

test('two one-way links of 60 t/d each are two posts: neither has a queue', () => {
  const world = crossing({});
  const narrow = { limited: true, capacityTonnesPerDay: 60 };
  const model = compiled({
    ...world,
    links: [world.links[0], link('NB', 'N', 'B', narrow), link('BN', 'B', 'N', narrow)],
  });
  const delivered = watch(model, ({ flow: { queue }, accounts }) => {
    expect([...queue].every((tonnes) => tonnes === 0)).toBe(true);
    return [...accounts.groupDelivered];
  });
  expect(delivered.at(-1)![0]).toBeCloseTo(300, 9);
  expect(delivered.at(-1)![1]).toBeCloseTo(600, 9);
});
