// Demand that gives way: what is not shipped, by the reservation cost of each flow, from the choice to the accounts.

import { describe, expect, test } from 'vitest';
import { allCargo, compiled, event, flow, link, node, run, type World } from '../networks.ts';

/** One road from A to B at 100 USD/t, with a toll of 10 USD/t from day 5 to 15; μ = 0.1 per USD/t. */
function road(flows: World['flows']): World {
  return {
    nodes: [node('A'), node('B')],
    links: [link('AB', 'A', 'B', { costPerTonne: 100 })],
    flows,
    days: 20,
    events: [
      event('toll', { links: ['AB'] }, 5, 10, [{ kind: 'cost', perTonne: 10, cargo: allCargo }]),
    ],
  };
}

/** Not shipped of each flow in a step; a row of the series holds the groups, then the cells. */
function notShippedOn(world: World, step: number): number[] {
  const { model, series } = run(compiled(world));
  const { groups, cells } = model.counts;
  const row = step * (groups + cells) + groups;
  return [...series.subarray(row, row + cells)];
}

/** Part not shipped when the road costs so much more than a flow is ready to bear (eq. 8). */
const partAt = (excess: number) => 1 / (1 + Math.exp(-0.1 * excess));

describe('each flow has its own reservation cost', () => {
  // 100 t/d ready to bear 100 USD/t, 50 t/d ready to bear 130, 10 t/d that ship at any cost.
  const world = road([
    flow('poor', 'A', 'B', 100, { reservationCostPerTonne: 100 }),
    flow('rich', 'A', 'B', 50, { reservationCostPerTonne: 130 }),
    flow('bound', 'A', 'B', 10),
  ]);

  test('at which half of it is not shipped', () => {
    const [poor, rich, bound] = notShippedOn(world, 0);
    expect(poor).toBeCloseTo(50, 12);
    expect(rich).toBeCloseTo(50 * partAt(-30), 12);
    expect(bound).toBe(0);
  });

  test('a toll of 10 USD/t acts as one on the road alone, and only while it lasts', () => {
    const [poor, rich, bound] = notShippedOn(world, 5);
    expect(poor).toBeCloseTo(100 * partAt(10), 12);
    expect(rich).toBeCloseTo(50 * partAt(-20), 12);
    expect(bound).toBe(0);
    expect(notShippedOn(world, 15)[0]).toBeCloseTo(50, 12);
  });

  test('the accounts hold: ten days at half, ten at the toll; the rest is delivered', () => {
    const { result } = run(compiled(world));
    const expected = 10 * 50 + 10 * 100 * partAt(10);
    expect(result.cellNotShipped[0]).toBeCloseTo(expected, 9);
    expect(result.groupDispatched[0]).toBeCloseTo(2000 - expected, 9);
    expect(result.groupDelivered[0]).toBeCloseTo(2000 - expected, 9);
  });
});

test('a stated share of 20 % is not shipped at free costs, and its odds rise as e^(μ · toll)', () => {
  const world = road([flow('ab', 'A', 'B', 100, { notShippedShare: 0.2 })]);
  expect(notShippedOn(world, 0)[0]).toBeCloseTo(20, 12);
  const odds = 0.25 * Math.exp(0.1 * 10);
  expect(notShippedOn(world, 5)[0]).toBeCloseTo((100 * odds) / (1 + odds), 12);
});

test('own-cost elasticity: -μ C P(0), by a toll of a thousandth of a dollar', () => {
  const cost = 100;
  const toll = 0.001;
  const world = (perTonne: number): World => ({
    ...road([flow('ab', 'A', 'B', 100, { reservationCostPerTonne: 110 })]),
    events: [
      event('toll', { links: ['AB'] }, 0, 20, [{ kind: 'cost', perTonne, cargo: allCargo }]),
    ],
  });
  const shipped = (perTonne: number) => 100 - notShippedOn(world(perTonne), 0)[0];
  const change = (shipped(toll) - shipped(-toll)) / (2 * toll);
  expect((change * cost) / shipped(0)).toBeCloseTo(-0.1 * cost * partAt(-10), 6);
});
