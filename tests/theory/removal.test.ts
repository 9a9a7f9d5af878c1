// Diversion after a removal, through the whole run: from the events to the ledger.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { accumulateDiversion } from '../../src/diversion/ledger.ts';
import {
  commodity,
  corridor,
  event,
  flow,
  link,
  node,
  run,
  scenario,
  sum,
  type World,
} from '../networks.ts';

const settings = { seed: 20250121, numRuns: 60 };
const cost = fc.integer({ min: 800, max: 1400 }).map((tenths) => tenths / 10);

/** Links from A to B; those at the same place of `corridors` form one corridor. */
function world(corridors: readonly (readonly number[])[], notShippedShare: number): World {
  const idsOf = (costs: readonly number[], at: number) => costs.map((_, k) => `${at}.${k}`);
  return {
    nodes: [node('A'), node('B')],
    links: corridors.flatMap((costs, at) =>
      idsOf(costs, at).map((id, k) => link(id, 'A', 'B', { costPerTonne: costs[k] })),
    ),
    flows: [flow('ab', 'A', 'B', 50, { notShippedShare })],
    corridors: corridors.map((costs, at) =>
      corridor(
        `${at}`,
        idsOf(costs, at).map((id) => [id]),
      ),
    ),
    days: 40,
    behaviour: { maximumRoutes: 20 },
  };
}

/** Tonnes moved from the first corridor to each sink, by the closure of some of its links on day 10. */
function movedByClosing(of: World, links: readonly string[]) {
  const shut = event('shut', { links }, 10, Infinity, [{ kind: 'close' }]);
  const [baseline, closed] = compile(scenario(of), [scenario({ ...of, events: [shut] })]);
  const before = run(baseline).series;
  const { transferred } = accumulateDiversion(closed, before, run(closed).series);
  const sinks = closed.counts.groups + 1;
  // The series of the first step holds each corridor's tonnes, then those not shipped: shares of 50 t.
  return {
    moved: [...transferred.subarray(0, sinks)],
    shares: [...before.subarray(0, sinks)].map((tonnes) => tonnes / 50),
  };
}

describe('P21: removal under a logit, without capacities and inertia', () => {
  test('of a route that is a corridor, equal scales: D(j, k) = s(k)/(1 - s(j))', () => {
    fc.assert(
      fc.property(
        fc.array(cost, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(0, 0.15),
        (costs, notShippedShare) => {
          const of = world(
            costs.map((value) => [value]),
            notShippedShare,
          );
          const { moved, shares } = movedByClosing(of, ['0.0']);
          const weights = costs.map((value) => Math.exp(-0.1 * value));
          const outside = (sum(weights) * notShippedShare) / (1 - notShippedShare);
          const total = sum(weights) + outside;
          [...weights, outside].forEach((weight, sink) => {
            expect(Math.abs(shares[sink] - weight / total)).toBeLessThan(1e-12);
          });
          const lost = sum(moved.slice(1));
          // 30 of the 40 days, 50 t each, and what stayed before.
          expect(Math.abs(lost / (30 * 50 * shares[0]) - 1)).toBeLessThan(1e-12);
          expect(Math.abs(moved[0] / (10 * 50 * shares[0]) - 1)).toBeLessThan(1e-12);
          shares.slice(1).forEach((share, other) => {
            const ratio = moved[other + 1] / lost;
            expect(Math.abs(ratio - share / (1 - shares[0]))).toBeLessThan(1e-12);
          });
        },
      ),
      settings,
    );
  });

  test('of a whole corridor, nested: D(j, k) = s(k)/(1 - s(j)) over corridors', () => {
    const routes = fc.array(cost, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(routes, { minLength: 2, maxLength: 4 }), (corridors) => {
        const commodities = [commodity({ corridorScale: 0.04 })];
        const of = { ...world(corridors, 0.1), commodities };
        const { moved, shares } = movedByClosing(
          of,
          corridors[0].map((_, k) => `0.${k}`),
        );
        const lost = sum(moved.slice(1));
        shares.slice(1).forEach((share, other) => {
          const ratio = moved[other + 1] / lost;
          expect(Math.abs(ratio - share / (1 - shares[0]))).toBeLessThan(1e-12);
        });
      }),
      settings,
    );
  });
});
