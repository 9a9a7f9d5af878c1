// Events that repeat: an alternating renewal process with exponential times between, against renewal theory.

import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import type { CompiledModel } from '../../src/compile/compiled-model.ts';
import { prepare } from '../../src/engine/prepare.ts';
import { createState, stepThrough } from '../../src/engine/run-replication.ts';
import type { Repeat, ScenarioEvent } from '../../src/model/event.ts';
import type { Sampling } from '../../src/model/uncertainty.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { occurrenceLimit } from '../../src/scenario/repeats.ts';
import { compiled, event, flow, link, node, scenario, sum, type World } from '../networks.ts';

const monteCarlo: Sampling = { method: 'monte-carlo', correlatedInputs: [], correlations: [] };

/** A road by a border that is shut again and again, from day 0 of the horizon on, all the time. */
function world(days: number, repeat: Partial<Repeat>, fields: Partial<ScenarioEvent> = {}): World {
  const { meanDaysBetween = 30, lengthDays = 4 } = repeat;
  const least = typeof lengthDays === 'number' ? lengthDays : lengthDays.low;
  const limit = occurrenceLimit(days, meanDaysBetween as number, least);
  return {
    days,
    stepDays: days > 1000 ? days / 100 : 1,
    nodes: [
      node('A'),
      node('X', { kind: 'border', capacityTonnesPerDay: 120 }),
      node('Y', { kind: 'border' }),
      node('B'),
    ],
    links: [
      link('AX', 'A', 'X', { travelDays: 2 }),
      link('XB', 'X', 'B', { travelDays: 2 }),
      link('AY', 'A', 'Y', { travelDays: 4 }),
      link('YB', 'Y', 'B', { travelDays: 4 }),
    ],
    flows: [flow('ab', 'A', 'B', 100)],
    events: [
      event('shut', { nodes: ['X'] }, 0, Infinity, [{ kind: 'close' }], {
        repeat: { meanDaysBetween, lengthDays, limit },
        ...fields,
      }),
    ],
  };
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
}

/** The occurrences of an event in each replication, within the horizon, days. */
function occurrencesOf(
  model: CompiledModel,
  replications: number,
  { seed = 'renewal', id = 'shut', sampling = monteCarlo } = {},
): Occurrence[][] {
  const width = model.inputs.length;
  const draws = drawInputs(model.inputs, seed, replications, sampling);
  const state = createState(model);
  const horizon = model.counts.steps * model.time.stepDays;
  return Array.from({ length: replications }, (_, replication) => {
    prepare(model, draws.subarray(replication * width, (replication + 1) * width), state);
    return model.events.ids
      .map((name, index) => ({
        name,
        start: state.events.start[index],
        end: Math.min(horizon, state.events.end[index]),
      }))
      .filter(({ name, start }) => name.startsWith(`${id}.`) && start < horizon)
      .map(({ start, end }) => ({ start, end }));
  });
}

const mean = (values: readonly number[]) => sum(values) / values.length;
function variance(values: readonly number[]): number {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/** P(a Poisson count with this mean is at least n). */
function poissonAtLeast(n: number, expected: number): number {
  let term = Math.exp(-expected);
  let below = 0;
  for (let k = 0; k < n; k++) {
    below += term;
    term *= expected / (k + 1);
  }
  return 1 - below;
}

/** P(at least n occurrences start in a window): n exponential times and n - 1 lengths fit into it. */
function atLeast(n: number, window: number, between: number, length: number): number {
  const left = window - (n - 1) * length;
  return left <= 0 ? 0 : poissonAtLeast(n, left / between);
}

describe('the number of occurrences in a window', () => {
  const replications = 2000;
  const counts = (repeat: Partial<Repeat>) =>
    occurrencesOf(compiled(world(365, repeat)), replications).map((list) => list.length);

  // E N = Σ P(N >= n), E N² = Σ (2n - 1) P(N >= n); an error of 4.5 standard errors has a chance of 7e-6.
  test.each([
    [30, 4],
    [10, 20],
    [90, 1],
  ])('mean %d days between and %d days long: mean and variance as by Cox (1962)', (m, d) => {
    const found = counts({ meanDaysBetween: m, lengthDays: d });
    const orders = Array.from({ length: 200 }, (_, index) => index + 1);
    const expected = sum(orders.map((n) => atLeast(n, 365, m, d)));
    const spread = sum(orders.map((n) => (2 * n - 1) * atLeast(n, 365, m, d))) - expected ** 2;
    expect(Math.abs(mean(found) - expected)).toBeLessThan(4.5 * Math.sqrt(spread / replications));
    expect(Math.abs(variance(found) / spread - 1)).toBeLessThan(4.5 * Math.sqrt(2 / replications));
  });

  test('of no length to speak of: Poisson, with the variance equal to the mean', () => {
    const found = counts({ meanDaysBetween: 30, lengthDays: 1e-6 });
    const expected = 365 / 30;
    expect(Math.abs(mean(found) - expected)).toBeLessThan(4.5 * Math.sqrt(expected / replications));
    expect(Math.abs(variance(found) / expected - 1)).toBeLessThan(
      4.5 * Math.sqrt(2 / replications),
    );
  });

  test('over a long window: T/μ, and the variance T σ²/μ³ with μ = m + d and σ² = m²', () => {
    // 20,000 days of 60 up and 5 shut: 307.7 and 262.2; that the window begins open adds (σ² - μ²)/2μ² + d/μ = 0.003.
    const found = occurrencesOf(
      compiled(world(20_000, { meanDaysBetween: 60, lengthDays: 5 })),
      400,
    ).map((list) => list.length);
    const [count, spread] = [20_000 / 65, (20_000 * 60 ** 2) / 65 ** 3];
    expect(Math.abs(mean(found) - count)).toBeLessThan(4.5 * Math.sqrt(spread / 400));
    expect(Math.abs(variance(found) / spread - 1)).toBeLessThan(4.5 * Math.sqrt(2 / 400));
  });
});

describe('the times', () => {
  const lists = occurrencesOf(compiled(world(20_000, { meanDaysBetween: 60, lengthDays: 5 })), 60);
  const between = lists.map((list) =>
    list.map(({ start }, index) => start - (index === 0 ? 0 : list[index - 1].end)),
  );

  test('the share of time shut is d/(m + d)', () => {
    const shares = lists.map((list) => sum(list.map(({ start, end }) => end - start)) / 20_000);
    const error = Math.sqrt(variance(shares) / shares.length);
    expect(Math.abs(mean(shares) - 5 / 65)).toBeLessThan(4.5 * error);
    expect(error).toBeLessThan(0.001);
  });

  test('between are exponential: the largest gap of distributions is that of chance', () => {
    // Kolmogorov: √n sup|F - F0| is above 2.2 with a chance of 1.3e-4. The last time of a window is cut off by its
    // end, so only those are taken that any replication has: the first 200.
    const all = between.flatMap((list) => list.slice(0, 200)).sort((a, b) => a - b);
    const gaps = all.map((days, index) =>
      Math.abs((index + 0.5) / all.length - (1 - Math.exp(-days / 60))),
    );
    expect(all.length).toBe(12_000);
    expect(Math.sqrt(all.length) * Math.max(...gaps)).toBeLessThan(2.2);
  });

  test('between do not depend on the one before', () => {
    const pairs = between.flatMap((list) =>
      list.slice(1, 200).map((days, index) => [list[index], days] as const),
    );
    const covariance = mean(pairs.map(([a, b]) => (a - 60) * (b - 60)));
    expect(Math.abs(covariance / 60 ** 2)).toBeLessThan(4.5 / Math.sqrt(pairs.length));
  });

  test('that each lasts are its own draws, and the share follows their mean', () => {
    const lengthDays = { kind: 'uniform', low: 2, high: 12 } as const;
    const drawn = occurrencesOf(compiled(world(20_000, { meanDaysBetween: 63, lengthDays })), 60);
    const lengths = drawn.flatMap((list) =>
      list.slice(0, 200).map(({ start, end }) => end - start),
    );
    expect(Math.abs(mean(lengths) - 7)).toBeLessThan(4.5 * Math.sqrt(100 / 12 / lengths.length));
    expect(Math.abs(variance(lengths) / (100 / 12) - 1)).toBeLessThan(0.05);
    const shares = drawn.map((list) => sum(list.map(({ start, end }) => end - start)) / 20_000);
    const error = Math.sqrt(variance(shares) / shares.length);
    expect(Math.abs(mean(shares) - 0.1)).toBeLessThan(4.5 * error);
  });

  test('in a Latin hypercube the nth time between fills every stratum once', () => {
    const sampling: Sampling = { ...monteCarlo, method: 'latin-hypercube' };
    const few = occurrencesOf(compiled(world(20_000, { meanDaysBetween: 60, lengthDays: 5 })), 40, {
      sampling,
    });
    const strata = few.map(([, second], index) =>
      Math.floor(40 * (1 - Math.exp(-(second.start - few[index][0].end) / 60))),
    );
    expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });
});

describe('the window', () => {
  test('nothing starts before it or lasts beyond it, and it starts open', () => {
    const fields = { fromDay: event('', {}, 100, 0, []).fromDay, durationDays: 50 };
    const lists = occurrencesOf(
      compiled(world(400, { meanDaysBetween: 10, lengthDays: 20 }, fields)),
      200,
    );
    const all = lists.flat();
    expect(all.every(({ start, end }) => start > 100 && end <= 150 && end > start)).toBe(true);
    expect(all.filter(({ end }) => end === 150).length).toBeGreaterThan(50);
  });

  test('an event that does not happen has no occurrence', () => {
    const model = compiled(world(400, {}, { probability: 0.25 }));
    const some = occurrencesOf(model, 400, {
      sampling: { ...monteCarlo, method: 'latin-hypercube' },
    });
    // A quarter of the strata; of these none is without a closure in 400 days but for a chance of e^-13.
    expect(some.filter((list) => list.length > 0).length).toBe(100);
  });

  test('an uncertain mean is drawn once a replication', () => {
    const name = 'events.shut.repeat.mean_time_between';
    const distribution = {
      kind: 'discrete',
      values: [20, 200],
      probabilities: [0.5, 0.5],
    } as const;
    const base = world(20_000, { meanDaysBetween: 20, lengthDays: 1 });
    const [shut] = base.events!;
    const model = compiled({
      ...base,
      inputs: [{ name, unit: 'day', distribution: { ...distribution, low: 20, high: 200 } }],
      events: [{ ...shut, repeat: { ...shut.repeat!, meanDaysBetween: { input: name } } }],
    });
    const counts = occurrencesOf(model, 100).map((list) => list.length);
    // 952 ± 29 and 99.5 ± 10.
    expect(counts.filter((count) => count > 800 && count < 1100).length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 50 && count < 150).length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 150 && count < 800)).toEqual([]);
  });

  test.each([
    [365, 30, 0.5],
    [3650, 20, 5],
    [10, 100, 1],
    [3650, 3, 10],
  ])(
    'of %d days, %d between, %d long: more than are laid out have a chance below 1e-9',
    (w, m, d) => {
      const limit = occurrenceLimit(w, m, d);
      // The sum of the Poisson tail, from the small terms up: 1 - below would lose its digits.
      const left = Math.max(0, w - limit * d) / m;
      let term = Math.exp(-left);
      for (let k = 1; k <= limit; k++) term *= left / k;
      let tail = 0;
      for (let k = limit + 1; k < limit + 400; k++) {
        term *= left / k;
        tail += term;
      }
      expect(tail).toBeLessThan(1e-9);
      expect(limit).toBeLessThan((2.5 * w) / (m + d) + 25);
    },
  );
});

describe('the same occurrences', () => {
  const days = 2000;
  const other = event('another', { nodes: ['Y'] }, 0, Infinity, [{ kind: 'close' }], {
    probability: 0.5,
    repeat: { meanDaysBetween: 5, lengthDays: 1, limit: 40 },
  });
  const alone = occurrencesOf(compiled(world(days, {})), 20);

  test('whatever other events there are, and in every scenario that has the event', () => {
    const base = world(days, {});
    const both = scenario({ ...base, events: [...base.events!, other] }, { name: 'both' });
    const model = compile(scenario({ ...base, events: [] }), [both])[1];
    expect(occurrencesOf(model, 20)).toEqual(alone);
    expect(occurrencesOf(model, 20, { id: 'another' })).not.toEqual(alone);
    expect(occurrencesOf(compiled(base), 20, { seed: 'else' })).not.toEqual(alone);
  });

  test('whatever it does, and however long the horizon', () => {
    const soft = { effects: [{ kind: 'capacity', factor: 0.5 } as const] };
    expect(occurrencesOf(compiled(world(days, {}, soft)), 20)).toEqual(alone);
    const longer = occurrencesOf(compiled(world(2 * days, {})), 20);
    alone.forEach((list, replication) => {
      expect(longer[replication].slice(0, list.length - 1)).toEqual(list.slice(0, -1));
    });
  });
});

test('shippers know of each occurrence so long before as it is announced, and else of none', () => {
  const known = (fields: Partial<ScenarioEvent>) => {
    const model = compiled(world(400, {}, fields));
    const state = createState(model);
    prepare(model, drawInputs(model.inputs, 'known', 1), state);
    const { start, known: since } = state.events;
    return [...start].map((day, index) => [day, since[index]]).filter(([day]) => day < 400);
  };
  const announced = known({ noticeDays: 3 });
  expect(announced.length).toBeGreaterThan(5);
  for (const [start, since] of announced) expect(since).toBe(start - 3);
  for (const [, since] of known({})) expect(since).toBe(Infinity);
});

describe('in the engine', () => {
  test('the capacity of a post is lost for as long as it is shut, and every tonne is kept', () => {
    // Closures shorter than a step and such over several steps: the mean of the step carries both exactly.
    const model = compiled(world(400, { meanDaysBetween: 12, lengthDays: 1.7 }));
    const draws = drawInputs(model.inputs, 'engine', 1);
    const [list] = occurrencesOf(model, 1, { seed: 'engine' });
    const post = model.labels.posts.indexOf('X');
    const { steps, groups, cells } = model.counts;
    const series = new Float64Array(steps * (groups + cells));
    let capacity = 0;
    for (const state of stepThrough(model, draws, createState(model), series))
      capacity += state.conditions.capacity[post];
    const shut = sum(list.map(({ start, end }) => end - start));
    expect(list.length).toBeGreaterThan(15);
    expect(capacity / 120).toBeCloseTo(400 - shut, 9);
  });
});
