// The dynamics end where the stochastic user equilibrium with queues stands: waits are multipliers of the capacities.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allCargo,
  commodity,
  compiled,
  event,
  flow,
  link,
  node,
  sum,
  type World,
  watch,
} from '../networks.ts';

/** What an arbitrary makes. */
type Made<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;

const cost = fc.integer({ min: 800, max: 1300 }).map((tenths) => tenths / 10);

describe('P18: two or three routes, the first full', () => {
  const shape = fc.record({
    costs: fc.array(cost, { minLength: 2, maxLength: 3 }),
    // Capacity as part of what the first route would carry if it had room.
    room: fc.integer({ min: 30, max: 90 }).map((percent) => percent / 100),
    valueOfTimePerTonneDay: fc.integer({ min: 2, max: 8 }),
    notShippedShare: fc.constantFrom(0, 0.2),
    inertiaDays: fc.constantFrom(0, 10),
    lagDays: fc.constantFrom(0, 2, 5),
  });

  /**
   * Stationary share and queue of the first route. Weights are w = e^(-θC), that of not shipping p/(1 - p) of all.
   * The wait costs d with e^(-θd) w(1) = s/(1 - s) Σ(others), s the share that fits; Q = capacity · d/v.
   */
  function stationary(of: Made<typeof shape>) {
    const weights = of.costs.map((value) => Math.exp(-0.1 * value));
    const outside = (of.notShippedShare / (1 - of.notShippedShare)) * sum(weights);
    const others = sum(weights) - weights[0] + outside;
    const share = (of.room * weights[0]) / (sum(weights) + outside);
    const delayCost = -10 * Math.log(((share / (1 - share)) * others) / weights[0]);
    const capacity = 100 * share;
    return { share, capacity, queue: (capacity * delayCost) / of.valueOfTimePerTonneDay };
  }

  test('shares and queue settle there, stay there, and come back after a toll', () => {
    fc.assert(
      fc.property(shape, (of) => {
        const { valueOfTimePerTonneDay, notShippedShare, inertiaDays, lagDays } = of;
        const { share, capacity, queue } = stationary(of);
        const world: World = {
          nodes: [
            node('A'),
            node('M', { kind: 'border', capacityTonnesPerDay: capacity }),
            node('B'),
          ],
          links: [
            link('AM', 'A', 'M', {
              travelDays: lagDays,
              costPerTonne: of.costs[0] - lagDays * valueOfTimePerTonneDay,
            }),
            link('MB', 'M', 'B', { costPerTonne: 0 }),
            ...of.costs
              .slice(1)
              .map((value, at) => link(`${at}`, 'A', 'B', { costPerTonne: value })),
          ],
          flows: [flow('ab', 'A', 'B', 100, { notShippedShare })],
          commodities: [commodity({ valueOfTimePerTonneDay })],
          days: 3000,
          behaviour: { inertiaDays },
          events: [
            event('toll', { nodes: ['M'] }, 1300, 30, [
              { kind: 'cost', perTonne: 15, cargo: allCargo },
            ]),
          ],
        };
        const model = compiled(world);
        const full = model.routes.stageRoute[0];
        const seen = watch(model, (state) => ({
          share: state.choice.share[full],
          queue: state.flow.queue[0],
        }));
        const settled = [...seen.slice(1200, 1300), ...seen.slice(2700)];
        for (const now of settled) {
          expect(Math.abs(now.share - share)).toBeLessThan(1e-8);
          expect(Math.abs(now.queue / queue - 1)).toBeLessThan(1e-7);
        }
        // The toll did drive cargo away.
        expect(Math.min(...seen.slice(1300, 1400).map((now) => now.share))).toBeLessThan(
          share - 1e-3,
        );
      }),
      { seed: 20250118, numRuns: 30 },
    );
  });
});

describe('P19: two flows of different cargo that share a border, with routes that overlap', () => {
  const shape = fc.record({
    costs: fc.array(fc.integer({ min: 100, max: 500 }), { minLength: 6, maxLength: 6 }),
    capacity: fc.integer({ min: 10, max: 120 }),
    notShippedShare: fc.constantFrom(0, 0.1),
  });

  /** A and C send to B: over the border M, two days away, or round it; A may go by C, too. */
  function world({ costs, capacity, notShippedShare }: Made<typeof shape>): World {
    const ways = [
      ['A', 'M'],
      ['C', 'M'],
      ['M', 'B'],
      ['A', 'B'],
      ['A', 'C'],
      ['C', 'B'],
    ];
    return {
      nodes: [
        ...['A', 'C', 'B'].map((id) => node(id)),
        node('M', { kind: 'border', capacityTonnesPerDay: capacity }),
      ],
      links: ways.map(([from, to], at) =>
        link(from + to, from, to, { costPerTonne: costs[at] / 10, travelDays: to === 'M' ? 2 : 0 }),
      ),
      flows: [
        flow('ab', 'A', 'B', 60, { notShippedShare }),
        flow('cb', 'C', 'B', 60, { commodity: 'fruit' }),
      ],
      commodities: [
        commodity({ valueOfTimePerTonneDay: 3 }),
        commodity({
          id: 'fruit',
          valueOfTimePerTonneDay: 6,
          routeScale: 0.05,
          corridorScale: 0.05,
        }),
      ],
      days: 2500,
      behaviour: { inertiaDays: 10, detourLimit: 100 },
    };
  }

  test('θ(C + vW) + ln f - ln PS is one number for each flow, and waits only where all room is taken', () => {
    let bound = 0;
    const runs = 40;
    fc.assert(
      fc.property(shape, (of) => {
        const model = compiled(world(of));
        const { routes, choice } = model;
        const state = watch(model, (now) => now).at(-1)!;
        const [queue] = state.flow.queue;
        const [arrived] = state.flow.arrived;
        // 0 <= W, and x <= cap with equality where W > 0.
        if (queue > 0) expect(Math.abs(arrived / of.capacity - 1)).toBeLessThan(1e-6);
        else expect(arrived).toBeLessThanOrEqual(of.capacity * (1 + 1e-6));
        if (queue > 0) bound += 1;
        const wait = queue / of.capacity;
        for (let cell = 0; cell < 2; cell++) {
          const scale = choice.cellRouteScale[cell];
          const levels: number[] = [];
          for (
            let route = routes.cellRouteStart[cell];
            route < routes.cellRouteStart[cell + 1];
            route++
          ) {
            const passesBorder = routes.routeStageStart[route + 1] > routes.routeStageStart[route];
            const price =
              routes.routeCost[route] + (passesBorder ? choice.cellValueOfTime[cell] * wait : 0);
            const tonnes = state.choice.dispatched[route];
            levels.push(scale * price + Math.log(tonnes) - state.choice.logPathSize[route]);
          }
          const refused = 60 * state.choice.noShipShare[cell];
          if (refused > 0)
            levels.push(scale * choice.cellReservationCost[cell] + Math.log(refused));
          expect(levels.length).toBeGreaterThan(1);
          expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(1e-6);
        }
      }),
      { seed: 20250119, numRuns: runs },
    );
    // Both sides of the complementarity were met.
    expect(bound).toBeGreaterThan(5);
    expect(bound).toBeLessThan(runs - 5);
  });
});

describe('two like flows from near and far share a full post: both wait the same', () => {
  // 40 t/d each, 60 t/d pass. By symmetry each sends 30 by the post, a share of 0.75, so that
  // θ (C2 - C1 - v W) = ln 3: with θ 0.1, C2 - C1 = 20, v = 4 the wait is (20 - 10 ln 3)/4 = 2.2535 d, the queue 60 W.
  // The far flow must reckon with what the near one will send after it and have at the post before it.
  test.each([2, 3.5, 7.25, 12])('the far one %d days away', (farDays) => {
    const origin = (id: string, days: number) => [
      link(`${id}M`, id, 'M', { travelDays: days, costPerTonne: 100 - 4 * days }),
      link(`${id}B`, id, 'B', { costPerTonne: 121 }),
    ];
    const model = compiled({
      nodes: [node('N'), node('F'), node('M'), node('B')],
      links: [
        ...origin('N', 2),
        ...origin('F', farDays),
        link('MB', 'M', 'B', { limited: true, capacityTonnesPerDay: 60 }),
      ],
      flows: [flow('near', 'N', 'B', 40), flow('far', 'F', 'B', 40)],
      commodities: [commodity({ valueOfTimePerTonneDay: 4 })],
      behaviour: { inertiaDays: 10 },
      days: 2000,
    });
    const wait = (20 - 10 * Math.log(3)) / 4;
    const last = watch(model, ({ choice, flow: { queue } }) => [...choice.dispatched, queue[0]]).at(
      -1,
    )!;
    const byPost = [0, 1, 2, 3].filter((route) => last[route] > 20).map((route) => last[route]);
    expect(byPost).toHaveLength(2);
    for (const tonnes of byPost) expect(tonnes).toBeCloseTo(30, 6);
    expect(last[4]).toBeCloseTo(60 * wait, 4);
  });
});
