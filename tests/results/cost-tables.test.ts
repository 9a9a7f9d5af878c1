import { describe, expect, test } from 'vitest';
import {
  allCargo,
  commodity,
  corridor,
  event,
  flow,
  link,
  node,
  scenario,
  type World,
} from '../networks.ts';
import { closure, baseline as smallBaseline } from '../small-study.ts';
import { tablesOfStudy } from '../study-tables.ts';
import { meansOf } from './hand-made.ts';

// One route from AAA by a border of XXX to BBB: by rail, a transfer at the border, by road.
const world: World = {
  days: 10,
  nodes: [
    node('A'),
    node('N', { kind: 'border', country: 'XXX', passageDays: 0.5, passageCostPerTonne: 3 }),
    node('B', { country: 'BBB' }),
  ],
  links: [
    link('AN', 'A', 'N', { mode: 'rail', travelDays: 1, costPerTonne: 10 }),
    link('NB', 'N', 'B', { travelDays: 2, costPerTonne: 20 }),
  ],
  transfers: [{ between: ['rail', 'road'], days: 1, costPerTonne: 4 }],
  flows: [flow('f', 'A', 'B', 10)],
  commodities: [commodity({ valueOfTimePerTonneDay: 2, tariffFactors: { road: 1.5 } })],
  corridors: [corridor('north', [['N']], 5)],
};
// In the second half all tonnes pay 7 USD/t more, take a day (2 USD/t) more and risk 1 % of 1000 USD/t.
const dearer = scenario(
  {
    ...world,
    events: [
      event('e', { nodes: ['N'] }, 5, 5, [
        { kind: 'cost', perTonne: 7, cargo: allCargo },
        { kind: 'time', days: 1, cargo: allCargo },
        { kind: 'risk', valueShare: 0.01, cargo: allCargo },
      ]),
    ],
  },
  { name: 'dearer' },
);

describe('costs by term', () => {
  const means = meansOf(tablesOfStudy(scenario(world), [dearer], 1).get('costs'));
  const term = (of: string, name: string) => means.get(`${of} all A B goods north ${name} USD/t`);

  test('the free terms are those of the route', () => {
    // Haul 10 + 1.5 * 20; three days at 2 USD/t; the border's fee and half a day; the transfer and a day.
    expect(term('baseline', 'haul')).toBe(40);
    expect(term('baseline', 'haul_time')).toBe(6);
    expect(term('baseline', 'passage')).toBe(3);
    expect(term('baseline', 'passage_time')).toBe(1);
    expect(term('baseline', 'transfer')).toBe(4);
    expect(term('baseline', 'transfer_time')).toBe(2);
    expect(term('baseline', 'constant')).toBe(5);
    expect(term('baseline', 'event_cost')).toBeUndefined();
  });

  test('events add to half of the tonnes, each kind to its own term', () => {
    expect(term('dearer', 'haul')).toBe(40);
    expect(term('dearer', 'event_cost')).toBeCloseTo(7 / 2, 12);
    expect(term('dearer', 'event_time')).toBeCloseTo(2 / 2, 12);
    expect(term('dearer', 'risk')).toBeCloseTo(10 / 2, 12);
  });
});

describe('transit', () => {
  const means = meansOf(tablesOfStudy(scenario(world), [dearer], 1).get('countries'));

  test('only the country in the middle has transit: half of either link, the fee and the transfer', () => {
    expect(means.get('baseline all XXX transit t')).toBeCloseTo(100, 9);
    // 10 / 2 + 30 / 2 + 3 + 4 = 27 USD/t.
    expect(means.get('baseline all XXX transit_revenue USD')).toBeCloseTo(2700, 9);
    expect([...means.keys()].filter((row) => /AAA|BBB/.test(row))).toEqual([]);
  });

  test('ships leave nothing in the countries at the ends of their link; tolls and quays do', () => {
    const bySea: World = {
      ...world,
      nodes: [
        node('A'),
        node('P', { kind: 'port', country: 'PPP', passageCostPerTonne: 6 }),
        node('H', { kind: 'chokepoint', country: 'HHH' }),
        node('S', { kind: 'chokepoint', country: 'SSS', passageCostPerTonne: 4 }),
        node('Q', { kind: 'port', country: 'QQQ' }),
        node('B', { country: 'BBB', kind: 'port' }),
      ],
      links: [
        link('AP', 'A', 'P', { costPerTonne: 8 }),
        ...[['PH', 'P', 'H'] as const, ['HS', 'H', 'S'] as const, ['SQ', 'S', 'Q'] as const].map(
          ([id, from, to]) => link(id, from, to, { mode: 'sea', costPerTonne: 50 }),
        ),
        link('QB', 'Q', 'B', { mode: 'sea' }),
      ],
      transfers: [],
      corridors: [],
    };
    const rows = meansOf(tablesOfStudy(scenario(bySea), [], 1).get('countries'));
    // PPP: half of the road there and its fee. SSS: its toll. HHH takes no toll; in QQQ no cargo is landed.
    const revenue = [...rows].filter(([row]) => row.includes(' all ') && row.endsWith('USD'));
    expect(revenue.map(([row, value]) => [row.split(' ')[2], Math.round(value)])).toEqual([
      ['PPP', 100 * (1.5 * 8 * 0.5 + 6)],
      ['SSS', 100 * 4],
    ]);
  });

  test('cargo that a scenario stops is a change of transit', () => {
    const shut = scenario(
      { ...world, events: [event('e', { nodes: ['N'] }, 5, 5, [{ kind: 'close' }])] },
      { name: 'shut' },
    );
    const rows = meansOf(tablesOfStudy(scenario(world), [shut], 1).get('countries'));
    expect(rows.get('shut all XXX change_transit t')).toBeCloseTo(-50, 9);
    expect(rows.get('shut all XXX change_transit_revenue USD')).toBeCloseTo(-1350, 9);
  });
});

describe('with queues, draws and two corridors', () => {
  const tables = tablesOfStudy(smallBaseline, [closure], 4);
  const costs = [...meansOf(tables.get('costs'))];
  const corridors = [...meansOf(tables.get('corridors'))];

  test('the terms add up to the generalised cost of the corridor, in every year and over the horizon', () => {
    const generalised = corridors.filter(([row]) => row.includes(' generalised_cost '));
    expect(generalised.length).toBeGreaterThan(10);
    for (const [row, cost] of generalised) {
      const [name, period, id] = row.split(' ');
      const start = `${name} ${period} all all all ${id} `;
      const terms = costs.filter(([key]) => key.startsWith(start));
      const sum = terms.reduce((total, [, value]) => total + value, 0);
      expect(Math.abs(sum - cost) / cost, row).toBeLessThan(1e-12);
    }
    expect(costs.some(([row, value]) => row.includes(' queue ') && value > 1)).toBe(true);
  });

  test('what diverted tonnes cost more: their cell on the new corridor after, less on the old one before', () => {
    // Free costs: coal 94 by north (80 + 2 * 7), 110 by south (90 + 2 * 10); boxes 150 and 190. The queue comes on top,
    // and without it the dearer way costs coal 10 USD/t of haul and 6 of time, boxes 10 and 30.
    const means = meansOf(tables.get('diverted-costs'));
    const of = (term: string) => means.get(`closure baseline all north south ${term} USD/t`)!;
    expect(of('haul')).toBeCloseTo(10, 9);
    expect(of('haul_time')).toBeGreaterThan(6);
    expect(of('haul_time')).toBeLessThan(30);
    expect(of('queue')).toBeLessThan(0);
  });
});
