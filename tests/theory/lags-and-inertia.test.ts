// Lags and inertia of any length against their closed forms, for any step.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

const settings = { seed: 20250115, numRuns: 100 };
const thousandths = (max: number) => fc.integer({ min: 0, max: 1000 * max }).map((k) => k / 1000);
const stepDays = fc.constantFrom(0.25, 0.5, 1, 2, 3, 7);

/** Parts of the tonnes dispatched in the first step that arrive so many days after it, by step. */
function arrivals(lags: readonly number[], step: number): { days: number; part: number }[] {
  const id = (place: number) => `N${place}`;
  const steps = Math.ceil(sum(lags) / step) + 2 * lags.length + 2;
  const world: World = {
    nodes: [
      node(id(0)),
      ...lags.slice(1).map((_, place) => node(id(place + 1), { kind: 'border' })),
      node(id(lags.length)),
    ],
    links: lags.map((travelDays, place) =>
      link(`L${place}`, id(place), id(place + 1), { travelDays }),
    ),
    flows: [flow('all', id(0), id(lags.length), 1 / step)],
    days: steps * step,
    stepDays: step,
    events: [event('stop', {}, step, Infinity, [{ kind: 'demand', factor: 0, cargo: allCargo }])],
  };
  const delivered = watch(compiled(world), (state) => state.accounts.groupDelivered[0]);
  return delivered.map((total, at) => ({
    days: at * step,
    part: total - (delivered[at - 1] ?? 0),
  }));
}

const moment = (parts: readonly { days: number; part: number }[], of: (days: number) => number) =>
  sum(parts.map(({ days, part }) => part * of(days)));

/** φ(1 - φ)dt² of a lag, with φ the fraction of a step left over. */
function varianceOf(lagDays: number, step: number): number {
  const fraction = lagDays / step - Math.floor(lagDays / step + 1e-9);
  return fraction * (1 - fraction) * step * step;
}

describe('P15: a lag keeps every tonne, its mean is exact, its variance φ(1 - φ)dt²', () => {
  test('of one leg', () => {
    fc.assert(
      fc.property(thousandths(60), stepDays, (lagDays, step) => {
        const parts = arrivals([lagDays], step);
        const spread = moment(parts, (days) => (days - lagDays) * (days - lagDays));
        expect(Math.abs(moment(parts, () => 1) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(moment(parts, (days) => days) - lagDays)).toBeLessThan(1e-11);
        expect(Math.abs(spread - varianceOf(lagDays, step))).toBeLessThan(1e-10);
      }),
      settings,
    );
  });

  test('of three legs between two posts: means and variances add up', () => {
    fc.assert(
      fc.property(
        fc.tuple(thousandths(20), thousandths(20), thousandths(20)),
        stepDays,
        (lags, step) => {
          // A leg between two posts takes a step at least, at the cost of the leg after it.
          const stretch = Math.max(0, step - lags[1]);
          const taken = Math.min(stretch, lags[2]);
          const legs = [lags[0], lags[1] + stretch, lags[2] - taken];
          const parts = arrivals(lags, step);
          const mean = sum(legs);
          const spread = moment(parts, (days) => (days - mean) * (days - mean));
          expect(Math.abs(moment(parts, () => 1) - 1)).toBeLessThan(1e-12);
          expect(Math.abs(moment(parts, (days) => days) - mean)).toBeLessThan(1e-11);
          expect(Math.abs(spread - sum(legs.map((lag) => varianceOf(lag, step))))).toBeLessThan(
            1e-10,
          );
        },
      ),
      settings,
    );
  });
});

test('P16: after a toll shares move as e^(-t/T), for any contracts T, toll and step', () => {
  const random = fc.record({
    inertiaDays: fc.integer({ min: 1, max: 400 }),
    gap: fc.integer({ min: -300, max: 300 }),
    toll: fc.integer({ min: -400, max: 400 }),
    step: fc.constantFrom(0.5, 1, 2, 5, 10, 30),
    notShippedShare: fc.constantFrom(0, 0.3),
  });
  fc.assert(
    fc.property(random, ({ inertiaDays, gap, toll, step, notShippedShare }) => {
      const costs = [1000 + gap / 10, 1000];
      const world: World = {
        nodes: [node('A'), node('B')],
        links: costs.map((costPerTonne, index) => link(`${index}`, 'A', 'B', { costPerTonne })),
        flows: [flow('ab', 'A', 'B', 1, { notShippedShare })],
        days: 240,
        stepDays: step,
        behaviour: { inertiaDays },
        events: [
          event('toll', { links: ['0'] }, 60, Infinity, [
            { kind: 'cost', perTonne: toll / 10, cargo: allCargo },
          ]),
        ],
      };
      // Weights e^(-θ(C - 1000)) with θ = 0.1; not shipping weighs p/(1 - p) of both at first.
      const weights = [Math.exp(-gap / 100), 1];
      const outside = (notShippedShare / (1 - notShippedShare)) * sum(weights);
      const model = compiled(world);
      // Routes stand in order of cost, equal ones in order of their links.
      const tolled = gap <= 0 ? 0 : 1;
      const before = weights[0] / (sum(weights) + outside);
      const raised = weights[0] * Math.exp(-toll / 100);
      const after = raised / (raised + weights[1] + outside);
      const shares = watch(model, (state) => state.choice.share[tolled]);
      shares.forEach((share, at) => {
        const days = Math.max(0, (at + 1) * step - 60);
        const expected = after + (before - after) * Math.exp(-days / inertiaDays);
        expect(Math.abs(share - expected)).toBeLessThan(1e-12);
      });
    }),
    settings,
  );
});
