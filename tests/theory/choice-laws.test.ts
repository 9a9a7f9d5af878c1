// Laws that choice shares obey whatever the costs: special cases, independence, monotonicity, gradients.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nestedLogit } from '../../src/numerics/nested-logit.ts';
import { overlapCorrections } from '../../src/numerics/overlap.ts';
import { sum } from '../networks.ts';

const settings = { seed: 20250107, numRuns: 200 };

/** Costs of the routes of one corridor, USD/t, and logarithms of their path sizes. */
interface Nest {
  readonly costs: readonly number[];
  readonly logPathSizes: readonly number[];
}

interface Choice {
  readonly nests: readonly Nest[];
  readonly theta: number;
  readonly mu: number;
  readonly outsideCost: number;
}

/** Probabilities of all routes in order, and of not shipping at the end. */
function probabilities({ nests, theta, mu, outsideCost }: Choice): number[] {
  const starts = new Int32Array(nests.length + 1);
  nests.forEach(({ costs }, nest) => {
    starts[nest + 1] = starts[nest] + costs.length;
  });
  const utility = Float64Array.from(
    nests.flatMap((nest) => nest.costs.map((cost, k) => nest.logPathSizes[k] - theta * cost)),
  );
  const probability = new Float64Array(utility.length);
  const outside = nestedLogit(
    utility,
    starts,
    0,
    nests.length,
    0,
    mu / theta,
    -mu * outsideCost,
    new Float64Array(nests.length),
    probability,
  );
  return [...probability, outside];
}

const cost = fc.double({ min: 0, max: 100, noNaN: true });
const logPathSize = fc.double({ min: -2, max: 0, noNaN: true });
const nest = fc
  .array(fc.tuple(cost, logPathSize), { minLength: 1, maxLength: 4 })
  .map((routes) => ({
    costs: routes.map(([perTonne]) => perTonne),
    logPathSizes: routes.map(([, size]) => size),
  }));
const choice: fc.Arbitrary<Choice> = fc
  .record({
    nests: fc.array(nest, { minLength: 1, maxLength: 4 }),
    theta: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
    ratio: fc.double({ min: 0.1, max: 1, noNaN: true }),
    outsideCost: fc.oneof(cost, fc.constant(Infinity)),
  })
  .map(({ ratio, ...fields }) => ({ ...fields, mu: ratio * fields.theta }));

/** Index of each route's nest. */
const nestOf = ({ nests }: Choice) => nests.flatMap(({ costs }, index) => costs.map(() => index));

/** The choice with some cost added to one route, counted over all nests. */
function withCost(of: Choice, route: number, perTonne: number): Choice {
  let index = 0;
  const nests = of.nests.map((item) => ({
    ...item,
    costs: item.costs.map((value) => (index++ === route ? value + perTonne : value)),
  }));
  return { ...of, nests };
}

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs(actual[index] - value), `entry ${index}`).toBeLessThan(tolerance);
  });
}

describe('P7: special cases', () => {
  test('equal scales: the flat path-size logit, P ∝ PS e^(-θC), with not shipping e^(-θC0)', () => {
    fc.assert(
      fc.property(choice, (random) => {
        const flat = { ...random, mu: random.theta };
        const weights = [
          ...flat.nests.flatMap(({ costs, logPathSizes: sizes }) =>
            costs.map((value, k) => Math.exp(sizes[k] - flat.theta * value)),
          ),
          Math.exp(-flat.theta * flat.outsideCost),
        ];
        const expected = weights.map((weight) => weight / sum(weights));
        expectClose(probabilities(flat), expected, 1e-13);
      }),
      settings,
    );
  });

  test('a single route gets everything when the demand is fixed', () => {
    fc.assert(
      fc.property(cost, logPathSize, (value, size) => {
        const nests = [{ costs: [value], logPathSizes: [size] }];
        expect(probabilities({ nests, theta: 0.1, mu: 0.05, outsideCost: Infinity })).toEqual([
          1, 0,
        ]);
      }),
      settings,
    );
  });
});

describe('P8: independence', () => {
  test('in one corridor the ratio of two routes does not depend on a third', () => {
    fc.assert(
      fc.property(choice, cost, (random, third) => {
        const [first, ...others] = random.nests;
        const enlarged = {
          costs: [...first.costs, third],
          logPathSizes: [...first.logPathSizes, 0],
        };
        const before = probabilities(random);
        const after = probabilities({ ...random, nests: [enlarged, ...others] });
        first.costs.forEach((_, k) => {
          const ratio = (shares: number[]) => shares[k] / shares[0];
          expect(Math.abs(ratio(after) / ratio(before) - 1)).toBeLessThan(1e-12);
        });
      }),
      settings,
    );
  });

  test('the ratio of two corridors does not depend on a third', () => {
    fc.assert(
      fc.property(choice, nest, (random, third) => {
        const before = probabilities(random);
        const after = probabilities({ ...random, nests: [...random.nests, third] });
        const shipped = before.length - 1;
        for (let k = 0; k < shipped; k++) {
          const ratio = (shares: number[]) => shares[k] / shares[0];
          expect(Math.abs(ratio(after) / ratio(before) - 1)).toBeLessThan(1e-12);
        }
      }),
      settings,
    );
  });

  test('copies of a route share what it had alone, and no other route is touched', () => {
    const arcs = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        arcs,
        cost,
        cost,
        fc.integer({ min: 2, max: 5 }),
        (weights, own, rival, copies) => {
          // Arcs of the route 0, 1, …; the arc of its rival 100. Each copy uses the arcs of the route.
          const routes = [...Array<number[]>(copies).fill([...weights.keys()]), [100]];
          const starts = [0];
          for (const route of routes) starts.push(starts.at(-1)! + route.length);
          const sizes = new Float64Array(copies + 1);
          overlapCorrections['path-size'](
            {
              routeArcStart: Int32Array.from(starts),
              routeArcs: Int32Array.from(routes.flat()),
              routeArcWeight: Float64Array.from(routes.flat(), (arc) => weights[arc] ?? 1),
            },
            0,
            copies + 1,
            0,
            new Uint8Array(copies + 1).fill(1),
            sizes,
          );
          const scales = { theta: 0.1, mu: 0.04, outsideCost: 60 };
          const alone = probabilities({
            ...scales,
            nests: [{ costs: [own, rival], logPathSizes: [0, 0] }],
          });
          const together = probabilities({
            ...scales,
            nests: [
              { costs: [...Array<number>(copies).fill(own), rival], logPathSizes: [...sizes] },
            ],
          });
          expectClose(
            [sum(together.slice(0, copies)), together[copies], together[copies + 1]],
            alone,
            1e-12,
          );
        },
      ),
      settings,
    );
  });
});

describe('P9: likeness', () => {
  test('the same cost added to all routes changes nothing while the demand is fixed', () => {
    fc.assert(
      fc.property(choice, cost, (random, added) => {
        const fixed = { ...random, outsideCost: Infinity };
        const nests = fixed.nests.map((item) => ({
          ...item,
          costs: item.costs.map((value) => value + added),
        }));
        expectClose(probabilities({ ...fixed, nests }), probabilities(fixed), 1e-13);
      }),
      settings,
    );
  });
});

describe('P10: a route that becomes dearer', () => {
  test('loses, and nothing else does', () => {
    fc.assert(
      fc.property(choice, cost, fc.nat(), (random, rise, pick) => {
        const before = probabilities(random);
        const route = pick % (before.length - 1);
        const after = probabilities(withCost(random, route, rise));
        after.forEach((share, k) => {
          if (k === route) expect(share).toBeLessThanOrEqual(before[k] + 1e-15);
          else expect(share).toBeGreaterThanOrEqual(before[k] - 1e-15);
        });
        expect(Math.abs(sum(after) - 1)).toBeLessThan(1e-13);
      }),
      settings,
    );
  });

  test('shares move along the gradient of the nested logit, and what is lost is gained', () => {
    // ∂ln P(k)/∂C(j) = μ P(j) + [same corridor] (θ - μ) P(j|n) - [k = j] θ, from eqs. 6 to 9.
    const change = 1e-4;
    fc.assert(
      fc.property(choice, fc.nat(), (random, pick) => {
        const { theta, mu } = random;
        const shares = probabilities(random);
        const j = pick % (shares.length - 1);
        const nests = [...nestOf(random), -1];
        const ofNest = sum(shares.filter((_, k) => nests[k] === nests[j]));
        const gradient = shares.map((share, k) => {
          const within = nests[k] === nests[j] ? ((theta - mu) * shares[j]) / ofNest : 0;
          return share * (mu * shares[j] + within - (k === j ? theta : 0));
        });
        const up = probabilities(withCost(random, j, change));
        const down = probabilities(withCost(random, j, -change));
        const measured = up.map((share, k) => (share - down[k]) / (2 * change));
        expectClose(measured, gradient, 1e-6 * theta);
        expect(Math.abs(sum(gradient))).toBeLessThan(1e-13);
        expect(Math.abs(sum(measured))).toBeLessThan(1e-10);
      }),
      settings,
    );
  });
});
