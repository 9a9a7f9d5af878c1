// Lags, inertia and the whole loop against closed forms.

import { describe, expect, test } from 'vitest';
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

describe('D1: inertia of 90 days, target share 0.8 -> 0.3', () => {
  // S(t) = 0.3 + 0.5 e^(-t/90), for any step. Costs: θ 0.1, so C2 - C1 = 10 ln 4 gives 0.8, 10 ln(3/7) gives 0.3.
  test.each([1, 3, 5, 10, 30])('step of %d days', (stepDays) => {
    const gap = 10 * Math.log(4);
    const rise = gap - 10 * Math.log(3 / 7);
    const world: World = {
      nodes: [node('A'), node('B')],
      links: [
        link('1', 'A', 'B', { costPerTonne: 100 }),
        link('2', 'A', 'B', { costPerTonne: 100 + gap }),
      ],
      flows: [flow('ab', 'A', 'B', 1)],
      days: 240,
      stepDays,
      behaviour: { inertiaDays: 90 },
      events: [
        event('toll', { links: ['1'] }, 30, Infinity, [
          { kind: 'cost', perTonne: rise, cargo: allCargo },
        ]),
      ],
    };
    const shares = watch(compiled(world), (state) => state.choice.share[0]);
    const shareAfter = (days: number) => shares[(30 + days) / stepDays - 1];
    expect(shareAfter(0)).toBeCloseTo(0.8, 12);
    expect(shareAfter(30)).toBeCloseTo(0.6582656552868946, 12);
    expect(shareAfter(90)).toBeCloseTo(0.48393972058572116, 12);
    expect(shareAfter(180)).toBeCloseTo(0.36766764161830634, 12);
  });
});

describe('D4: a lag that is not a whole number of steps', () => {
  // Lag τ, step dt: the whole part of τ/dt steps later a part 1 - φ arrives, one step later the rest.
  test.each([
    [10, 4, [0, 0, 0.5, 0.5], 4],
    [10, 3, [0, 0, 0, 2 / 3, 1 / 3], 2],
    [7.5, 1, [0, 0, 0, 0, 0, 0, 0, 0.5, 0.5], 0.25],
  ])('lag %d d, step %d d: weights %j, variance %d', (lagDays, stepDays, weights, variance) => {
    const world: World = {
      nodes: [node('A'), node('B')],
      links: [link('AB', 'A', 'B', { travelDays: lagDays })],
      flows: [flow('ab', 'A', 'B', 1 / stepDays)],
      days: stepDays * 20,
      stepDays,
      events: [
        event('stop', {}, stepDays, Infinity, [{ kind: 'demand', factor: 0, cargo: allCargo }]),
      ],
    };
    const delivered = watch(compiled(world), (state) => state.accounts.groupDelivered[0]);
    const arrivals = delivered.map((total, step) => total - (delivered[step - 1] ?? 0));
    weights.forEach((weight, step) => {
      expect(arrivals[step]).toBeCloseTo(weight, 12);
    });
    const mean = arrivals.reduce((sum, tonnes, step) => sum + tonnes * step * stepDays, 0);
    const spread = arrivals.reduce(
      (sum, tonnes, step) => sum + tonnes * (step * stepDays - lagDays) ** 2,
      0,
    );
    expect(mean).toBeCloseTo(lagDays, 12);
    expect(spread).toBeCloseTo(variance, 12);
  });
});

describe('D5: capacity falls off the grid of steps, with inertia of 30 days and costs smoothed over 10', () => {
  // Capacity 9.5 Mt/yr, 2 Mt/yr from day 37.3 to 97.3. In the limit of short steps route 1 carries 2577759.8227 t in
  // 200 days, and 20465692.4343 t·d are lost in its queue. The border lies at the origin, so that the predicted wait
  // is the queue of now.
  const limit = { tonnes: 2577759.8227, tonneDays: 20465692.4343 };

  function misses(stepDays: number): [number, number] {
    const world: World = {
      nodes: [node('A'), node('B')],
      links: [
        link('1', 'A', 'B', {
          costPerTonne: 100,
          limited: true,
          capacityTonnesPerDay: 9.5e6 / 365.25,
        }),
        link('2', 'A', 'B', { costPerTonne: 120 }),
      ],
      flows: [flow('ab', 'A', 'B', 10e6 / 365.25)],
      commodities: [commodity({ valueOfTimePerTonneDay: 12 })],
      days: 200,
      stepDays,
      behaviour: { inertiaDays: 30, costSmoothingDays: 10 },
      events: [event('cut', { links: ['1'] }, 37.3, 60, [{ kind: 'capacity', factor: 2 / 9.5 }])],
    };
    const { result } = run(compiled(world));
    const tonnes = result.postTonnes.reduce((sum, value) => sum + value, 0);
    const tonneDays = result.postTonneDays.reduce((sum, value) => sum + value, 0);
    return [Math.abs(tonnes / limit.tonnes - 1), Math.abs(tonneDays / limit.tonneDays - 1)];
  }

  test('a step of a day misses by about 0.63 % and 2.6 %', () => {
    const [tonnes, tonneDays] = misses(1);
    expect(tonnes).toBeCloseTo(0.0063, 3);
    expect(tonneDays).toBeCloseTo(0.026, 3);
  });

  test('the error falls with the step: of first order', () => {
    const steps = [1, 0.5, 0.25, 0.125, 0.0625].map(misses);
    for (const kind of [0, 1]) {
      const order = Math.log2(steps[0][kind] / steps[4][kind]) / 4;
      expect(order).toBeGreaterThan(0.7);
      expect(order).toBeLessThan(1.4);
    }
  });
});

describe('D3: two routes, the cheaper one full', () => {
  // Stationary point: share 0.6 = capacity/demand; delay cost d = C2 - C1 - ln(0.6/0.4)/θ = 15.945348918918356;
  // wait d/v = 1.3287790765765297 d; queue = capacity · wait (Little) = 21827.99304437831 t.
  const capacity = 6e6 / 365.25;
  const demand = 10e6 / 365.25;

  function border(daysAway: number, stepDays: number, inertiaDays: number, days: number): World {
    const capacityTonnesPerDay = capacity;
    return {
      nodes: [node('A'), node('M'), node('B')],
      links: [
        link('AM', 'A', 'M', { costPerTonne: 0, travelDays: daysAway }),
        link('1', 'M', 'B', {
          costPerTonne: 100 - 12 * daysAway,
          limited: true,
          capacityTonnesPerDay,
        }),
        link('2', 'A', 'B', { costPerTonne: 120 }),
      ],
      flows: [flow('ab', 'A', 'B', demand)],
      commodities: [commodity({ valueOfTimePerTonneDay: 12 })],
      days,
      stepDays,
      behaviour: { inertiaDays },
    };
  }

  const look = (world: World) =>
    watch(compiled(world), (state) => ({
      queue: state.flow.queue[0],
      share: state.choice.share[0],
    }));

  test.each([0.5, 1, 2, 4])('without inertia a step of %d days converges', (stepDays) => {
    const last = look(border(0, stepDays, 0, 2000)).at(-1)!;
    expect(last.share).toBeCloseTo(0.6, 9);
    expect(last.queue).toBeCloseTo(21827.99304437831, 4);
  });

  test('without inertia a step of 5 days ends in a cycle of two', () => {
    // g dt = 0.48 · 5 = 2.4 > 2: unstable (docs/model.md, step size).
    const seen = look(border(0, 5, 0, 5000));
    const [a, b, c] = seen.slice(-3);
    expect(a.queue).toBeCloseTo(c.queue, 6);
    expect(Math.abs(a.queue - b.queue)).toBeGreaterThan(1000);
  });

  test('with inertia of 30 days the queue overshoots 3.43 times and settles', () => {
    const seen = look(border(0, 0.25, 30, 3000));
    const highest = Math.max(...seen.map(({ queue }) => queue));
    expect(highest / 21827.99304437831).toBeCloseTo(3.43, 1);
    expect(seen.at(-1)!.queue).toBeCloseTo(21827.99304437831, 3);
  });

  test.each([3, 5, 10, 20])(
    'a border %d days from the choice: the predicted wait settles',
    (daysAway) => {
      const last = look(border(daysAway, 1, 0, 3000)).at(-1)!;
      expect(last.share).toBeCloseTo(0.6, 6);
      expect(last.queue).toBeCloseTo(21827.99304437831, 1);
    },
  );
});
