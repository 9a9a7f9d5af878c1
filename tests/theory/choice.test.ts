// Choice shares against closed forms and published examples.

import { describe, expect, test } from 'vitest';
import { exp, log } from '../../src/numerics/elementary.ts';
import { logSum, nestedLogit } from '../../src/numerics/nested-logit.ts';
import { overlapCorrections } from '../../src/numerics/overlap.ts';

interface Nest {
  readonly costs: readonly number[];
  readonly pathSizes?: readonly number[];
}

/** Probabilities of the nests' alternatives, then of the outside option. */
function probabilities(
  nests: readonly Nest[],
  theta: number,
  mu: number,
  outsideCost = Infinity,
): number[] {
  const starts = new Int32Array(nests.length + 1);
  nests.forEach((nest, index) => {
    starts[index + 1] = starts[index] + nest.costs.length;
  });
  const utility = Float64Array.from(
    nests.flatMap((nest) =>
      nest.costs.map((cost, k) => log(nest.pathSizes?.[k] ?? 1) - theta * cost),
    ),
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

describe('overlap: three routes of equal cost, two sharing a common part d of T', () => {
  // Arcs: 0 the independent route, 1 the common part, 2 and 3 the ends of the others.
  const routeArcStart = Int32Array.from([0, 1, 3, 5]);
  const routeArcs = Int32Array.from([0, 1, 2, 1, 3]);

  /** Share of the independent route under a correction. */
  function independent(kind: keyof typeof overlapCorrections, overlap: number): number {
    const routeArcWeight = Float64Array.from([1, overlap, 1 - overlap, overlap, 1 - overlap]);
    const correction = new Float64Array(3);
    const available = new Uint8Array(3).fill(1);
    overlapCorrections[kind](
      { routeArcStart, routeArcs, routeArcWeight },
      0,
      3,
      0,
      available,
      correction,
    );
    const pathSizes = [...correction].map((value) => exp(value));
    return probabilities([{ costs: [10, 10, 10], pathSizes }], 1, 1)[0];
  }

  // Path size: the sharing routes have PS = (d/2 + T - d)/T = 1 - d/2T, the other 1, so P = 1/(3 - d/T).
  // Commonality: the sharing routes have ln(1 + d/T), the other ln 1, so P = 1/(1 + 2/(1 + d/T)).
  test.each([
    [0, 0.3333333333333333, 0.3333333333333333],
    [0.25, 0.36363636363636365, 0.3846153846153847],
    [0.5, 0.4, 0.4285714285714286],
    [0.75, 0.4444444444444444, 0.4666666666666667],
    [1, 0.5, 0.5],
  ])(
    'd/T = %d: %d by path size, %d by commonality, a third without',
    (overlap, pathSize, commonality) => {
      expect(independent('path-size', overlap)).toBeCloseTo(pathSize, 12);
      expect(independent('commonality', overlap)).toBeCloseTo(commonality, 12);
      expect(probabilities([{ costs: [10, 10, 10] }], 1, 1)[0]).toBeCloseTo(1 / 3, 12);
    },
  );

  test.each(['path-size', 'commonality'] as const)(
    '%s: a route that is not available does not count',
    (kind) => {
      const correction = new Float64Array(2);
      const routes = {
        routeArcStart: Int32Array.from([0, 1, 2]),
        routeArcs: Int32Array.from([7, 7]),
        routeArcWeight: Float64Array.from([1, 1]),
      };
      overlapCorrections[kind](routes, 0, 2, 0, Uint8Array.from([1, 0]), correction);
      expect(correction[0]).toBeCloseTo(0, 15);
      expect(correction[1]).toBe(0);
    },
  );
});

describe('nested logit', () => {
  // Red bus / blue bus: two identical buses in a nest with scale ratio λ; P(car) = 1/(1 + 2^λ). Train (2009), ch. 4.
  test.each([
    [1, 0.3333333333333333],
    [0.5, 0.4142135623730951],
    [0.1, 0.48267825516781476],
  ])('red bus, blue bus: λ = %d gives the car %d', (ratio, expected) => {
    expect(probabilities([{ costs: [50] }, { costs: [50, 50] }], 1, ratio)[0]).toBeCloseTo(
      expected,
      12,
    );
  });

  const north = { costs: [100, 104] };
  const middle = { costs: [110] };
  const south = { costs: [118, 121, 125] };

  test('composite costs of corridors: I = -ln(Σ e^(-θ C))/θ', () => {
    const composite = (costs: readonly number[]) => {
      const nestUtility = new Float64Array(1);
      const utility = Float64Array.from(costs, (cost) => -0.2 * cost);
      const starts = Int32Array.from([0, costs.length]);
      nestedLogit(
        utility,
        starts,
        0,
        1,
        0,
        1,
        -Infinity,
        nestUtility,
        new Float64Array(costs.length),
      );
      return -logSum(nestUtility, 0, 1) / 0.2;
    };
    expect(composite(north.costs)).toBeCloseTo(98.1444966702611, 11);
    expect(composite(south.costs)).toBeCloseTo(115.07383685816119, 11);
  });

  test('three corridors, θ 0.20, μ 0.08', () => {
    const shares = probabilities([north, middle, south], 0.2, 0.08);
    expect(shares[0]).toBeCloseTo(0.41932000556556476, 12);
    expect(shares[0] + shares[1]).toBeCloseTo(0.6077326292999683, 12);
    expect(shares[5]).toBeCloseTo(0.02154524596639359, 12);
    expect(shares[6]).toBe(0);
  });

  test('the same with no-ship at 150', () => {
    const shares = probabilities([north, middle, south], 0.2, 0.08, 150);
    expect(shares[6]).toBeCloseTo(0.00950430642552928, 12);
    expect(shares[0] + shares[1]).toBeCloseTo(0.6019565521663088, 12);
  });

  test('closing the first corridor diverts to the others in proportion to their shares', () => {
    const before = probabilities([north, middle, south], 0.2, 0.08, 150);
    const after = probabilities([{ costs: [Infinity, Infinity] }, middle, south], 0.2, 0.08, 150);
    const lost = before[0] + before[1];
    const southBefore = before[3] + before[4] + before[5];
    const southAfter = after[3] + after[4] + after[5];
    expect((after[2] - before[2]) / lost).toBeCloseTo(0.5857769689611805, 12);
    expect((southAfter - southBefore) / lost).toBeCloseTo(0.3903454707441946, 12);
    expect((after[6] - before[6]) / lost).toBeCloseTo(0.023877560294624754, 12);
  });

  test('no corridor open: nothing is shipped, with or without a reservation cost', () => {
    expect(probabilities([{ costs: [Infinity] }], 1, 1, 150)).toEqual([0, 1]);
    expect(probabilities([{ costs: [Infinity] }], 1, 1)).toEqual([0, 1]);
  });
});

describe('multinomial logit', () => {
  test('θ 0.05, costs 80, 100, 130, and its elasticities', () => {
    const shares = probabilities([{ costs: [80, 100, 130] }], 0.05, 0.05);
    expect(shares[0]).toBeCloseTo(0.6896720861245035, 12);
    expect(shares[1]).toBeCloseTo(0.2537161816350252, 12);
    expect(shares[2]).toBeCloseTo(0.05661173224047128, 12);
    // Own elasticity -θ C1 (1 - P1), cross elasticity θ C1 P1; here by a central difference.
    const change = 1e-4;
    const up = probabilities([{ costs: [80 + change, 100, 130] }], 0.05, 0.05);
    const down = probabilities([{ costs: [80 - change, 100, 130] }], 0.05, 0.05);
    const elasticity = (k: number) => (((up[k] - down[k]) / (2 * change)) * 80) / shares[k];
    expect(elasticity(0)).toBeCloseTo(-1.241311655501986, 7);
    expect(elasticity(1)).toBeCloseTo(2.758688344498014, 7);
  });

  test('costs of a million do not overflow', () => {
    expect(probabilities([{ costs: [1e6, 1e6 + 10, 2e6] }], 1, 1)[0]).toBeCloseTo(
      0.9999546021312976,
      12,
    );
  });

  test('equal scales make nests one flat choice', () => {
    const nested = probabilities([{ costs: [80] }, { costs: [100, 130] }], 0.05, 0.05);
    const flat = probabilities([{ costs: [80, 100, 130] }], 0.05, 0.05);
    nested.forEach((share, k) => {
      expect(share).toBeCloseTo(flat[k], 13);
    });
  });
});
