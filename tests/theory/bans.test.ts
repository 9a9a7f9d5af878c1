// Bans on part of the cargo, worked by hand.

import { describe, expect, test } from 'vitest';
import type { ScenarioEvent } from '../../src/model/event.ts';
import {
  allCargo,
  compiled,
  event,
  flow,
  link,
  node,
  sum,
  type World,
  watch,
} from '../networks.ts';

/** Cost at which a route weighs `weight`: θ is 0.1 and e^(-θC) = weight. */
const costOf = (weight: number) => 100 - 10 * Math.log(weight);

/** Three routes without anything in common that weigh 3, 2 and 1: shares 1/2, 1/3 and 1/6. */
function world(events: readonly ScenarioEvent[], fields: Partial<World> = {}): World {
  return {
    nodes: [node('A'), node('B')],
    links: [3, 2, 1].map((weight, index) =>
      link(`${index}`, 'A', 'B', { costPerTonne: costOf(weight) }),
    ),
    flows: [flow('ab', 'A', 'B', 60)],
    days: 40,
    events,
    ...fields,
  };
}

const ban = (link: string, share: number, fromDay: number, days = Infinity) =>
  event(`${share} of link ${link}`, { links: [link] }, fromDay, days, [
    { kind: 'ban', share, cargo: allCargo },
  ]);

/** Tonnes dispatched each day: routes in order, then not shipped; as shares of the flow's 60 t. */
const shares = (of: World) =>
  watch(compiled(of), ({ choice, step }, series) => [
    ...[...choice.dispatched].map((tonnes) => tonnes / 60),
    series[2 * (step - 1) + 1] / 60,
  ]);

function expectShares(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((share, route) => {
    expect(Math.abs(actual[route] - share), `route ${route}`).toBeLessThan(1e-12);
  });
}

describe('without inertia', () => {
  test('a ban on 0.4 of the cargo: these choose among the other routes, the rest as before', () => {
    // Bound: 0, 2/3, 1/3. Free: 1/2, 1/3, 1/6. In all 0.6/2, 0.4·2/3 + 0.6/3, 0.4/3 + 0.6/6.
    const seen = shares(world([ban('0', 0.4, 10, 10)]));
    const before = [1 / 2, 1 / 3, 1 / 6, 0];
    expectShares(seen[9], before);
    expectShares(seen[10], [3 / 10, 7 / 15, 7 / 30, 0]);
    expectShares(seen[19], [3 / 10, 7 / 15, 7 / 30, 0]);
    expectShares(seen[20], before);
  });

  test('the same where 0.1 is not shipped: this is an alternative of those bound', () => {
    // Weights 3, 2, 1 and 6·0.1/0.9 = 2/3. Bound: 2, 1, 2/3 over 11/3; free: over 20/3.
    const flows = [flow('ab', 'A', 'B', 60, { notShippedShare: 0.1 })];
    const seen = shares(world([ban('0', 0.4, 10)], { flows }));
    expectShares(seen[9], [9 / 20, 3 / 10, 3 / 20, 1 / 10]);
    const bound = [0, 6 / 11, 3 / 11, 2 / 11];
    const free = [9 / 20, 3 / 10, 3 / 20, 1 / 10];
    expectShares(
      seen[10],
      bound.map((share, k) => 0.4 * share + 0.6 * free[k]),
    );
  });

  test('bans are nested: 0.3 obeys both, 0.1 the wider alone, 0.6 none', () => {
    // Both: only the third route. The wider (0.4, first route) alone: 2/3 and 1/3 of the others.
    const seen = shares(world([ban('0', 0.4, 10), ban('1', 0.3, 15)]));
    expectShares(seen[14], [3 / 10, 7 / 15, 7 / 30, 0]);
    expectShares(seen[15], [0.6 / 2, 0.1 * (2 / 3) + 0.6 / 3, 0.3 * 1 + 0.1 / 3 + 0.6 / 6, 0]);
  });

  test('two bans of the same share bind the same cargo, and share 1 binds all', () => {
    const equal = shares(world([ban('0', 0.4, 10), ban('1', 0.4, 10)]));
    expectShares(equal[10], [0.6 / 2, 0.6 / 3, 0.4 + 0.6 / 6, 0]);
    const whole = shares(world([ban('0', 1, 10), ban('1', 0.25, 10)]));
    expectShares(whole[10], [0, 0.75 * (2 / 3), 0.25 + 0.75 / 3, 0]);
  });

  test('cargo that no route is left to is not shipped', () => {
    const seen = shares(world(['0', '1', '2'].map((id) => ban(id, 0.4, 10))));
    expectShares(seen[10], [0.6 / 2, 0.6 / 3, 0.6 / 6, 0.4]);
  });
});

describe('with inertia of 20 days', () => {
  const behaviour = { inertiaDays: 20 };
  const toll = event('toll', { links: ['1'] }, 5, Infinity, [
    // Route 1 weighs 1 instead of 2.
    { kind: 'cost', perTonne: 10 * Math.log(2), cargo: allCargo },
  ]);
  const left = (days: number) => Math.exp(-days / 20);

  test('what a ban drives out moves at once by the conditional probabilities, the rest gradually', () => {
    const seen = shares(world([toll, ban('0', 0.4, 10)], { behaviour }));
    // From day 5 on P = 3/5, 1/5, 1/5. On day 9 five steps of renewal are over.
    const free = (days: number) =>
      [3 / 5, 1 / 5, 1 / 5].map(
        (after, k) => after + ([1 / 2, 1 / 3, 1 / 6][k] - after) * left(days),
      );
    expectShares(seen[9], [...free(5), 0]);
    // Of the bound cargo the lost share S(0) goes to routes 1 and 2 in halves, P' = 1/2, 1/2; then a step of renewal.
    const [lost, second, third] = free(5);
    const bound = [second, third].map((share) => {
      const forced = share + lost / 2;
      return forced + (1 - left(1)) * (1 / 2 - forced);
    });
    const expected = free(6).map((share, k) => 0.6 * share + 0.4 * [0, ...bound][k]);
    expectShares(seen[10], [...expected, 0]);
  });

  test('after its end the share comes back only as contracts end', () => {
    const seen = shares(world([ban('0', 0.4, 10, 10)], { behaviour }));
    // Bound cargo has 0, 2/3, 1/3 from day 10 to 20: the forced move reaches the new probabilities at once.
    expectShares(seen[10], [3 / 10, 7 / 15, 7 / 30, 0]);
    expectShares(seen[19], [3 / 10, 7 / 15, 7 / 30, 0]);
    for (const day of [20, 21, 39]) {
      const gone = 1 - left(day - 19);
      const bound = [0, 2 / 3, 1 / 3].map(
        (share, k) => share + gone * ([1 / 2, 1 / 3, 1 / 6][k] - share),
      );
      const expected = [1 / 2, 1 / 3, 1 / 6].map((share, k) => 0.6 * share + 0.4 * bound[k]);
      expectShares(seen[day], [...expected, 0]);
    }
  });

  test('a closure drives all cargo out at once, not shipping included', () => {
    // Weights 3, 2, 1, 2/3 of not shipping: shares 9/20, 6/20, 3/20, 2/20; without the first 6/11, 3/11, 2/11.
    const shut = event('shut', { links: ['0'] }, 10, Infinity, [{ kind: 'close' }]);
    const flows = [flow('ab', 'A', 'B', 60, { notShippedShare: 0.1 })];
    const seen = shares(world([shut], { behaviour, flows }));
    expectShares(seen[9], [9 / 20, 6 / 20, 3 / 20, 2 / 20]);
    expectShares(seen[10], [0, 6 / 11, 3 / 11, 2 / 11]);
    expect(Math.abs(sum(seen[10]) - 1)).toBeLessThan(1e-12);
  });
});
