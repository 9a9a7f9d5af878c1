// Numbers of the world that replications draw: a run with a draw is the run of the world that has it for good.

import { describe, expect, test } from 'vitest';
import { drawModel } from '../../src/compile/draw-model.ts';
import type { DrawnValue, WorldField } from '../../src/model/uncertainty.ts';
import { commodity, compiled, corridor, flow, link, node, run, type World } from '../networks.ts';

/** Two ways from A to B, one by a border that passes 6 t a day, one by sea; all numbers of one are drawn in turn. */
const world: World = {
  days: 120,
  nodes: [
    node('A'),
    node('B'),
    node('N', {
      kind: 'border',
      capacityTonnesPerDay: 6,
      passageDays: 1,
      passageCostPerTonne: 3,
      country: 'NNN',
    }),
    node('S', { kind: 'hub' }),
  ],
  links: [
    link('AN', 'A', 'N', { travelDays: 3, costPerTonne: 40 }),
    link('NB', 'N', 'B', { travelDays: 4.5, costPerTonne: 40 }),
    link('AS', 'A', 'S', { mode: 'road', travelDays: 5, costPerTonne: 45 }),
    link('SB', 'S', 'B', { mode: 'rail', travelDays: 5, costPerTonne: 45 }),
  ],
  transfers: [{ between: ['rail', 'road'], days: 1, costPerTonne: 2 }],
  corridors: [corridor('north', [['N']]), corridor('south', [['S']])],
  commodities: [
    commodity({ valueOfTimePerTonneDay: 2, corridorScale: 0.05, tariffFactors: { road: 1.1 } }),
  ],
  flows: [flow('coal', 'A', 'B', 12)],
  behaviour: { inertiaDays: 10 },
};

/** The world with a number drawn from the input `x`: factor * x. */
function drawn(field: WorldField, factor = 1, reciprocal = false): World {
  const value: DrawnValue = { field, constant: 0, terms: [{ input: 'x', factor, reciprocal }] };
  const distribution = { kind: 'uniform', low: 0, high: 1 } as const;
  return { ...world, drawnValues: [value], inputs: [{ name: 'x', unit: '1', distribution }] };
}

const [north] = world.nodes.slice(2);
const withNode = (change: object): World => ({
  ...world,
  nodes: world.nodes.map((item) => (item === north ? { ...item, ...change } : item)),
});
const withLink = (change: object): World => ({
  ...world,
  links: world.links.map((item) => (item.id === 'AN' ? { ...item, ...change } : item)),
});
const withCommodity = (change: object): World => ({
  ...world,
  commodities: [{ ...world.commodities![0], ...change }],
});

const cases: readonly [string, World, number, World][] = [
  [
    'capacity of a border',
    drawn({ of: 'node', index: 2, field: 'capacityTonnesPerDay' }),
    4,
    withNode({ capacityTonnesPerDay: 4 }),
  ],
  [
    'time at a border',
    drawn({ of: 'node', index: 2, field: 'passageDays' }, 1 / 24),
    72,
    withNode({ passageDays: 3 }),
  ],
  [
    'price of a border',
    drawn({ of: 'node', index: 2, field: 'passageCostPerTonne' }),
    9,
    withNode({ passageCostPerTonne: 9 }),
  ],
  [
    'time along a link',
    drawn({ of: 'link', index: 0, field: 'travelDays' }),
    8,
    withLink({ travelDays: 8 }),
  ],
  [
    'time along a link by its speed: 600 km at 150 km a day',
    drawn({ of: 'link', index: 0, field: 'travelDays' }, 600, true),
    150,
    withLink({ travelDays: 4 }),
  ],
  [
    'price of a link',
    drawn({ of: 'link', index: 0, field: 'costPerTonne' }),
    55,
    withLink({ costPerTonne: 55 }),
  ],
  [
    'price of a transfer',
    drawn({ of: 'transfer', index: 0, field: 'costPerTonne' }),
    12,
    { ...world, transfers: [{ between: ['rail', 'road'], days: 1, costPerTonne: 12 }] },
  ],
  [
    'constant of a corridor',
    drawn({ of: 'corridor', index: 1, field: 'constantPerTonne' }),
    -7,
    {
      ...world,
      corridors: [
        world.corridors![0],
        { id: 'south', name: 'south', alternatives: [['S']], constantPerTonne: -7 },
      ],
    },
  ],
  [
    'value of time',
    drawn({ of: 'commodity', index: 0, field: 'valueOfTimePerTonneDay' }),
    6,
    withCommodity({ valueOfTimePerTonneDay: 6 }),
  ],
  [
    'scale of the choice',
    drawn({ of: 'commodity', index: 0, field: 'corridorScale' }),
    0.02,
    withCommodity({ corridorScale: 0.02 }),
  ],
  [
    'factor of a tariff',
    drawn({ of: 'tariff factor', index: 0, mode: 'road' }),
    1.6,
    withCommodity({ tariffFactors: { road: 1.6 } }),
  ],
  [
    'inertia',
    drawn({ of: 'behaviour', field: 'inertiaDays' }),
    45,
    { ...world, behaviour: { inertiaDays: 45 } },
  ],
];

describe('drawn numbers of the world', () => {
  test.each(cases)('%s', (_, uncertain, draw, fixed) => {
    const base = run(compiled(world)).result.corridorTonnes;
    const model = compiled(uncertain);
    const got = run(model, [draw]).result;
    const expected = run(compiled(fixed)).result;
    for (const part of ['corridorTonnes', 'postTonnes', 'postWaits', 'groupDelivered'] as const) {
      got[part].forEach((value, index) => {
        expect(value).toBeCloseTo(expected[part][index], 9);
      });
    }
    expect([...got.corridorTonnes]).not.toEqual([...base]);
  });

  test('a volume that is drawn for a year', () => {
    const model = compiled(drawn({ of: 'volume', index: 0, year: 0 }, 365 / 12));
    const demand = run(model, [20]).result.cellDemand;
    // The factor times the amount of 12 t a day: 20 t a day for 120 days of the first year.
    expect(demand[0]).toBeCloseTo(2400, 9);
  });

  test('a world in which nothing is drawn is not copied', () => {
    const model = compiled(world);
    expect(drawModel(model, new Float64Array(0))).toBe(model);
  });
});
