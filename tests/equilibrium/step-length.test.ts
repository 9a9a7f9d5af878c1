// The largest gain with which queues settle, against runs on both sides of it; and the step that would do.

import { describe, expect, test } from 'vitest';
import { modelOnDate } from '../../src/equilibrium/model-on-date.ts';
import { gainOfSplit, largestGains } from '../../src/equilibrium/queue-gain.ts';
import { solveStaticSplit } from '../../src/equilibrium/static-split.ts';
import { findUnsettledQueue, settlingLimit } from '../../src/equilibrium/step-length.ts';
import type { Behaviour } from '../../src/model/scenario.ts';
import {
  commodity,
  compiled,
  event,
  flow,
  link,
  node,
  startDay,
  type World,
  watch,
} from '../networks.ts';

const capacity = 6e6 / 365.25;
const demand = 10e6 / 365.25;

/** D3: two routes, the cheaper one full. Share 0.6, so that g = θ v (1 - 0.6) = 0.1 · 12 · 0.4 = 0.48 a day. */
function border(stepDays: number, steps: number, behaviour: Partial<Behaviour> = {}): World {
  return {
    nodes: [node('A'), node('B')],
    links: [
      link('1', 'A', 'B', { costPerTonne: 100, limited: true, capacityTonnesPerDay: capacity }),
      link('2', 'A', 'B', { costPerTonne: 120 }),
    ],
    flows: [flow('ab', 'A', 'B', demand)],
    commodities: [commodity({ valueOfTimePerTonneDay: 12 })],
    days: steps * stepDays,
    stepDays,
    behaviour,
  };
}

const gainAtRest = (world: World) => {
  const model = compiled(world);
  const none = new Float64Array(0);
  return gainOfSplit(model, solveStaticSplit(modelOnDate(model, startDay), none)).perDay;
};

describe('the gain of the queues at rest', () => {
  test('two routes, one full: θ v (1 - P)', () => {
    expect(gainAtRest(border(1, 10))).toBeCloseTo(0.48, 10);
    expect(largestGains(compiled(border(1, 10)))[0]).toBeCloseTo(1.2, 12);
  });

  test('two like full borders and a third way: both queues swing against each other', () => {
    // Each border carries a third. -∂x/∂W = q θ v [[2/9, -1/9], [-1/9, 2/9]], by the capacity q/3: the eigenvalues are
    // θ v · 3 · (2/9 ± 1/9), the larger one θ v; one border by itself would have 2/3 of it.
    const third = { limited: true, capacityTonnesPerDay: demand / 3 };
    const world: World = {
      ...border(1, 10),
      links: [
        link('1', 'A', 'B', { costPerTonne: 100, ...third }),
        link('2', 'A', 'B', { costPerTonne: 100, ...third }),
        link('3', 'A', 'B', { costPerTonne: 120 }),
      ],
    };
    expect(gainAtRest(world)).toBeCloseTo(1.2, 8);
  });

  test('without a queue there is none', () => {
    const world = border(1, 10);
    const links = world.links.map((item) => ({ ...item, capacityTonnesPerDay: 2 * demand }));
    expect(gainAtRest({ ...world, links })).toBe(0);
  });
});

describe('the limit', () => {
  test('without inertia and averaging: g dt < 2', () => {
    expect(settlingLimit(4, 0, 0)).toBe(0.5);
  });

  test('in short steps inertia alone always settles, with averaging when g < 1/T + 1/M', () => {
    expect(settlingLimit(1e-4, 30, 0)).toBeGreaterThan(1e6);
    expect(settlingLimit(1e-4, 30, 10)).toBeCloseTo(1 / 30 + 1 / 10, 4);
  });

  // The step at which each of these reaches the limit, by bisection: the run just below settles, that above does not.
  test.each<[string, Partial<Behaviour>]>([
    ['no inertia', {}],
    ['contracts of 10 days', { inertiaDays: 10 }],
    ['costs averaged over 5 days', { costSmoothingDays: 5 }],
    ['contracts of 8 days, costs averaged over 1', { inertiaDays: 8, costSmoothingDays: 1 }],
  ])('%s: runs settle below it and swing above it', (_, behaviour) => {
    const miss = (step: number) =>
      0.48 - settlingLimit(step, behaviour.inertiaDays ?? 0, behaviour.costSmoothingDays ?? 0);
    let [low, high] = [0.01, 40];
    while (high - low > 1e-9) {
      const middle = (low + high) / 2;
      if (miss(middle) < 0) low = middle;
      else high = middle;
    }
    const swing = (stepDays: number) => {
      const queues = watch(
        compiled(border(stepDays, 3000, behaviour)),
        ({ flow }) => flow.queue[0],
      );
      const last = queues.slice(-100);
      return (Math.max(...last) - Math.min(...last)) / 21827.99304437831;
    };
    expect(swing(0.9 * low)).toBeLessThan(1e-6);
    expect(swing(1.1 * low)).toBeGreaterThan(0.05);
    expect(findUnsettledQueue(compiled(border(0.9 * low, 10, behaviour)))).toBeUndefined();
    expect(findUnsettledQueue(compiled(border(1.1 * low, 10, behaviour)))).toBeDefined();
  });
});

describe('the step that would do', () => {
  test('is the longest whole part of the step: 5 days are too long, 2.5 settle', () => {
    expect(findUnsettledQueue(compiled(border(5, 10)))).toEqual({
      post: 0,
      day: startDay,
      gainPerDay: expect.closeTo(0.48, 10),
      limitPerDay: 0.4,
      settlingStepDays: 2.5,
    });
  });

  test('there is none where averaging is too much', () => {
    const behaviour = { inertiaDays: 30, costSmoothingDays: 10 };
    const found = findUnsettledQueue(compiled(border(1, 10, behaviour)));
    expect(found?.settlingStepDays).toBeUndefined();
    expect(found?.gainPerDay).toBeCloseTo(0.48, 10);
  });

  test('an event that makes the queue counts from its full strength', () => {
    // Half the capacity is left: share 0.3, g = 1.2 · 0.7 = 0.84. A step of 3 days settles before (1.44), not then (2.52).
    const cut = event('cut', { links: ['1'] }, 12, 30, [{ kind: 'capacity', factor: 0.5 }]);
    const found = findUnsettledQueue(compiled({ ...border(3, 20), events: [cut] }));
    expect(found?.day).toBe(startDay + 12);
    expect(found?.gainPerDay).toBeCloseTo(0.84, 10);
    expect(found?.settlingStepDays).toBe(1.5);
  });

  test('demand beyond all room makes a queue that grows, and does not swing', () => {
    const world = border(5, 10);
    expect(findUnsettledQueue(compiled({ ...world, links: [world.links[0]] }))).toBeUndefined();
  });
});
