// What turns back is a line of its own in the balance, in diversion and at its post.

import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createJobRunner } from '../../src/replicate/run-job.ts';
import { createAggregator } from '../../src/results/aggregate.ts';
import { event, flow, link, node, scenario, type World } from '../networks.ts';
import { meansOf } from './hand-made.ts';

/** 50 t/d by N and by S, one day from A; from N back to A is the only way but on. */
const world: World = {
  nodes: [node('A'), node('N', { kind: 'border' }), node('S', { kind: 'border' }), node('B')],
  links: ['N', 'S'].flatMap((border) => [
    link(`A${border}`, 'A', border, { directed: false, travelDays: 1 }),
    link(`${border}B`, border, 'B', { travelDays: 1 }),
  ]),
  flows: [flow('ab', 'A', 'B', 100)],
  days: 20,
  behaviour: { turningBack: { patienceDays: 2, costPerTonne: 7 } },
};

test('50 t stand before N when it shuts on day 10, and turn back', () => {
  // Sent on day 9, there on day 10, off again on day 13; 7 USD/t and three links of 1 USD/t each.
  const shut = event('shut', { nodes: ['N'] }, 10, Infinity, [{ kind: 'close' }]);
  const scenarios = [scenario(world), scenario({ ...world, events: [shut] }, { name: 'closure' })];
  const models = compile(scenarios[0], scenarios.slice(1));
  const draws = models.map(() => new Float64Array(0));
  const plan = { models, draws, replications: 1 };
  const aggregator = createAggregator(plan, scenarios);
  aggregator.add(createJobRunner(plan)(0));
  const { tables } = aggregator.finish();
  const means = (name: string) => meansOf(tables.find((table) => table.name === name));
  expect(means('balance').get('baseline 2025 A B goods turned_back t')).toBe(0);
  expect(means('balance').get('closure 2025 A B goods turned_back t')).toBeCloseTo(50, 9);
  expect(means('balance').get('closure 2025 A B goods dispatched t')).toBeCloseTo(2000, 9);
  for (const period of ['2025', 'all']) {
    const key = `closure baseline ${period} all all all all turned-back t`;
    expect(means('diversion').get(key)).toBeCloseTo(50, 9);
  }
  expect(means('posts').get('closure 2025-01 N turned_back t')).toBeCloseTo(50, 9);
  expect(means('posts').get('closure 2025-01 N turn_back_cost USD/t')).toBeCloseTo(10, 9);
  expect(means('posts').has('baseline 2025-01 N turned_back t')).toBe(false);
});
