import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../src/model/scenario.ts';
import { type AggregatedOutcome, createAggregator } from '../../src/results/aggregate.ts';
import { smallModel } from '../diversion/small-model.ts';
import { scenario } from '../networks.ts';
import { meansOf, movesOf, planOf, resultOf } from './hand-made.ts';

// Two corridors, one cell, three months in two years.
const shape = {
  corridors: ['north', 'south'],
  cellCorridors: [[0, 1]],
  months: ['2025-11', '2025-12', '2026-01'],
  stepMonths: [0, 0, 1, 2],
  posts: ['P'],
  links: [['L', 'A', 'B'] as const],
};
/** The tonnes of a corridor over the horizon rise or fall. */
const sign = (id: string, expected: 'rises' | 'falls'): Expectation => ({
  of: 'corridor',
  id,
  measure: 'change',
  expected,
  atLeast: expected === 'rises' ? Number.MIN_VALUE : -Infinity,
  atMost: expected === 'falls' ? -Number.MIN_VALUE : Infinity,
  months: undefined,
  confidence: 0.95,
});
const models = [smallModel(shape), smallModel({ ...shape, name: 'shock' })];
const world = { nodes: [], links: [], flows: [], days: 4 };
const scenarios = [
  scenario(world),
  scenario(world, {
    name: 'shock',
    expectations: [sign('north', 'falls'), sign('south', 'falls'), sign('no-ship', 'rises')],
  }),
];

function tablesOf(outcomes: readonly Omit<AggregatedOutcome, 'replication'>[]) {
  const aggregator = createAggregator(planOf(models, outcomes.length), scenarios);
  outcomes.forEach((outcome, replication) => {
    aggregator.add({ replication, ...outcome });
  });
  const { tables, expectations } = aggregator.finish();
  return { tables: new Map(tables.map((table) => [table.name, table])), expectations };
}

const noMoves = movesOf(models[0], new Array(18).fill(0));
const nothing = resultOf(models[0]);

describe('corridors table', () => {
  // Tonnes by month: north, south, not shipped. Costs and days by month: north, south.
  const outcome = {
    results: [
      resultOf(models[0], {
        corridorTonnes: [6, 2, 1, 4, 0, 1, 5, 5, 0],
        corridorCost: [60, 40, 80, 0, 50, 100],
        corridorTonneDays: [18, 10, 20, 0, 10, 30],
      }),
      resultOf(models[1], { corridorTonnes: [2, 6, 1, 3, 0, 2, 5, 5, 0] }),
    ],
    diversions: [noMoves],
  };
  const means = meansOf(tablesOf([outcome]).tables.get('corridors'));

  test('months add up to years and the horizon within each replication', () => {
    expect(means.get('baseline 2025-11 north dispatched t')).toBe(6);
    expect(means.get('baseline 2025 north dispatched t')).toBe(10);
    expect(means.get('baseline 2026 north dispatched t')).toBe(5);
    expect(means.get('baseline all north dispatched t')).toBe(15);
    expect(means.get('baseline all no-ship dispatched t')).toBe(2);
  });

  test('shares are of what is shipped; costs and days are means over the tonnes', () => {
    expect(means.get('baseline 2025 north share 1')).toBe(10 / 12);
    // (60 + 80) / (6 + 4) and (18 + 20) / 10.
    expect(means.get('baseline 2025 north generalised_cost USD/t')).toBe(14);
    expect(means.get('baseline 2025 north transit_time day')).toBe(3.8);
    expect(means.get('baseline all south generalised_cost USD/t')).toBe(140 / 7);
  });

  test('where no cargo moves there is no share and no cost, but there are tonnes', () => {
    const idle = { results: [nothing, nothing], diversions: [noMoves] };
    const rows = meansOf(tablesOf([idle]).tables.get('corridors'));
    expect(rows.get('baseline 2025 south dispatched t')).toBe(0);
    expect(rows.has('baseline 2025 south share 1')).toBe(false);
    expect(rows.has('baseline 2025 south generalised_cost USD/t')).toBe(false);
  });

  test('of the months there are tonnes and their change, nothing else', () => {
    const monthly = [...means.keys()].filter((row) => /^\S+ \d{4}-/.test(row));
    const variables = new Set(monthly.map((row) => row.split(' ')[3]));
    expect(variables).toEqual(new Set(['dispatched', 'change']));
  });

  test('the change is the scenario minus the baseline; the baseline has none', () => {
    expect(means.get('shock 2025-11 north change t')).toBe(-4);
    expect(means.get('shock all south change t')).toBe(4);
    expect(means.get('shock all no-ship change t')).toBe(1);
    expect([...means.keys()].filter((row) => /^baseline.*change/.test(row))).toEqual([]);
  });
});

describe('changes are paired', () => {
  test('a change that is the same in every replication has no spread, however the levels vary', () => {
    const outcomes = [10, 20, 60].map((tonnes) => ({
      results: [
        resultOf(models[0], { corridorTonnes: [tonnes, 0, 0, 0, 0, 0, 0, 0, 0] }),
        resultOf(models[1], { corridorTonnes: [tonnes - 4, 4, 0, 0, 0, 0, 0, 0, 0] }),
      ],
      diversions: [noMoves],
    }));
    const { tables, expectations } = tablesOf(outcomes);
    const corridors = tables.get('corridors')!;
    const variable = corridors.columns.find(({ name }) => name === 'variable')!;
    const sd = corridors.columns.find(({ name }) => name === 'sd')!;
    const changes = [...sd.values].filter((_, row) => variable.values[row] === 'change');
    expect(changes.every((value) => value === 0)).toBe(true);
    // North falls by 4 in each; south rises; of no-ship nothing changes.
    expect(expectations.map(({ met }) => met)).toEqual(['yes', 'no', 'no']);
  });

  test('an expectation is not met when the interval holds zero, and not judged from one replication', () => {
    const outcomeOf = (change: number) => ({
      results: [nothing, resultOf(models[1], { corridorTonnes: [change, 0, 0, 0, 0, 0, 0, 0, 0] })],
      diversions: [noMoves],
    });
    // Mean -1, sd sqrt(2), t(1) = 12.7: the interval is -13.7 to 11.7.
    expect(tablesOf([outcomeOf(0), outcomeOf(-2)]).expectations[0].met).toBe('no');
    expect(tablesOf([outcomeOf(-2)]).expectations[0].met).toBe('undecided');
  });
});

describe('diversion table', () => {
  // Sinks north, south, no-ship; nine pairs for each of two years.
  const outcome = {
    results: [
      resultOf(models[0], { groupQueued: [0, 0, 1, 0], groupInTransit: [0, 0, 0, 2] }),
      resultOf(models[1], { groupQueued: [5, 0, 4, 0], groupInTransit: [0, 1, 0, 0] }),
    ],
    diversions: [movesOf(models[0], [6, 3, 1, 0, 2, 0, 0, 0, 1, 5, 4, 0, 0, 0, 0, 0, 0, 0])],
  };
  const means = meansOf(
    tablesOf([{ ...outcome, results: withoutBalance(outcome.results) }]).tables.get('diversion'),
  );

  /** Makes the accounts hold: what is under way was dispatched, and demanded. */
  function withoutBalance(results: readonly ReturnType<typeof resultOf>[]) {
    return results.map((result) => {
      const stock = result.groupQueued.map((value, row) => value + result.groupInTransit[row]);
      const dispatched = stock.map((value, row) => value - (row < 2 ? 0 : stock[row - 2]));
      const cellDemand = Float64Array.of(
        dispatched[0] + dispatched[1],
        dispatched[2] + dispatched[3],
      );
      return { ...result, groupDispatched: dispatched, cellDemand };
    });
  }

  test('moves by cell over the horizon, and their sums over cells by year and over the horizon', () => {
    expect(means.get('shock baseline all O0 D0 bulk north south t')).toBe(7);
    expect(means.has('shock baseline 2025 O0 D0 bulk north south t')).toBe(false);
    expect(means.get('shock baseline 2025 all all all north no-ship t')).toBe(1);
    expect(means.get('shock baseline all all all all north south t')).toBe(7);
    expect(means.get('shock baseline all all all all north north t')).toBe(11);
  });

  test('pairs between which nothing moves are left out', () => {
    expect(means.has('shock baseline 2026 all all all south south t')).toBe(false);
  });

  test('moves that stay below a tonne are left out, but count in the sums that reach it', () => {
    // North to south: 0.6 t in each of two years, 1.2 t over the horizon.
    const transferred = new Array(18).fill(0);
    transferred[1] = 0.6;
    transferred[10] = 0.6;
    const moves = movesOf(models[0], transferred);
    const { tables } = tablesOf([{ results: [nothing, nothing], diversions: [moves] }]);
    const kept = meansOf(tables.get('diversion'));
    expect([...kept.keys()]).toEqual([
      'shock baseline all O0 D0 bulk north south t',
      'shock baseline all all all bulk north south t',
      'shock baseline all all all all north south t',
    ]);
    expect([...kept.values()]).toEqual([1.2, 1.2, 1.2]);
  });

  test('demand that only one run has stands as a move from or to it, by flow, by commodity and in all', () => {
    // Places of a year: north, south, then not shipped. 4 t of the scenario on south are new, 1 t of north is lost.
    const demand = { gained: [0, 4, 0, 0, 0, 0], lost: [1, 0, 0, 0, 0, 0] };
    const moves = movesOf(models[0], new Array(18).fill(0), demand);
    const { tables } = tablesOf([{ results: [nothing, nothing], diversions: [moves] }]);
    expect(Object.fromEntries(meansOf(tables.get('diversion')))).toEqual({
      'shock baseline 2025 all all bulk demand south t': 4,
      'shock baseline 2025 all all bulk north demand t': 1,
      'shock baseline 2025 all all all demand south t': 4,
      'shock baseline 2025 all all all north demand t': 1,
      'shock baseline all O0 D0 bulk demand south t': 4,
      'shock baseline all O0 D0 bulk north demand t': 1,
      'shock baseline all all all bulk demand south t': 4,
      'shock baseline all all all bulk north demand t': 1,
      'shock baseline all all all all demand south t': 4,
      'shock baseline all all all all north demand t': 1,
    });
  });

  test('delayed: queued and under way at the year end, scenario minus baseline; at the horizon, the last year', () => {
    expect(means.get('shock baseline 2025 all all all all delayed t')).toBe(6);
    expect(means.get('shock baseline all O0 D0 bulk all delayed t')).toBe(1);
    expect(means.get('shock baseline 2026 all all all all delayed t')).toBe(1);
    expect(means.get('shock baseline all all all all all delayed t')).toBe(1);
  });
});

describe('flows with the same origin, destination and commodity', () => {
  test('are one row in every table', () => {
    const twoFlows = smallModel({ ...shape, cellCorridors: [[0, 1], [1]] });
    const model = {
      ...twoFlows,
      labels: { ...twoFlows.labels, cellOrigins: ['A', 'A'], cellDestinations: ['B', 'B'] },
    };
    const shock = { ...model, name: 'shock' };
    const result = resultOf(model, {
      cellDemand: [10, 7, 0, 0],
      cellNotShipped: [1, 2, 0, 0],
      groupDispatched: [6, 3, 5, 0, 0, 0],
      groupDelivered: [6, 3, 5, 0, 0, 0],
    });
    const aggregator = createAggregator(planOf([model, shock], 1), scenarios);
    // Pairs of the first cell: north, south, no-ship, nine; of the second: south, no-ship, four.
    const moves = movesOf(model, [5, 1, 0, 0, 3, 0, 0, 0, 1, 4, 1, 0, 2, ...new Array(13).fill(0)]);
    aggregator.add({ replication: 0, results: [result, result], diversions: [moves] });
    const tables = new Map(aggregator.finish().tables.map((table) => [table.name, table]));
    const flows = meansOf(tables.get('flows'));
    expect(flows.get('baseline 2025 A B bulk south dispatched t')).toBe(8);
    expect(flows.get('baseline 2025 A B bulk no-ship dispatched t')).toBe(3);
    expect(meansOf(tables.get('balance')).get('baseline 2025 A B bulk demand t')).toBe(17);
    const diversion = meansOf(tables.get('diversion'));
    expect(diversion.get('shock baseline all A B bulk south south t')).toBe(7);
    expect(diversion.get('shock baseline all A B bulk north south t')).toBe(1);
    expect(diversion.get('shock baseline all all all all no-ship no-ship t')).toBe(3);
  });
});

describe('two commodities', () => {
  test('have totals of their own, which add up to those of all cargo', () => {
    const twoFlows = smallModel({ ...shape, cellCorridors: [[0, 1], [1]] });
    const labels = { ...twoFlows.labels, cellCommodities: ['bulk', 'boxes'] };
    const model = { ...twoFlows, labels };
    const result = resultOf(model, {
      groupInTransit: [0, 0, 0, 0, 0, 0],
      cellDemand: [0, 0, 0, 0],
      groupDispatched: [0, 0, 0, 0, 0, 0],
    });
    const aggregator = createAggregator(planOf([model, { ...model, name: 'shock' }], 1), scenarios);
    // Pairs of bulk: north, south, no-ship, nine; of boxes: south, no-ship, four; then the second year.
    const year = [5, 1, 0, 0, 3, 0, 0, 0, 1, 4, 2, 0, 2];
    const moves = movesOf(model, [...year, ...year]);
    aggregator.add({ replication: 0, results: [result, result], diversions: [moves] });
    const tables = new Map(aggregator.finish().tables.map((table) => [table.name, table]));
    const means = meansOf(tables.get('diversion'));
    expect(means.get('shock baseline 2025 all all bulk south south t')).toBe(3);
    expect(means.get('shock baseline 2026 all all boxes south no-ship t')).toBe(2);
    expect(means.get('shock baseline all all all boxes south south t')).toBe(8);
    expect(means.get('shock baseline all all all all south south t')).toBe(14);
    expect(means.has('shock baseline 2025 all all bulk south no-ship t')).toBe(false);
  });
});

describe('posts and links tables', () => {
  test('queue by the days of the month, wait of the tonnes that passed', () => {
    const result = resultOf(models[0], {
      postTonnes: [10, 0, 4],
      postWaits: [30, 0, 0],
      postTonneDays: [30, 8, 0],
      postLongestQueue: [20, 8, 0],
      arcTonnes: [7, 0, 0, 0],
    });
    const { tables } = tablesOf([{ results: [result, nothing], diversions: [noMoves] }]);
    // November has two steps of one day, December and January one each.
    expect(Object.fromEntries(meansOf(tables.get('posts')))).toEqual({
      'baseline 2025-11 P passed t': 10,
      'baseline 2025-11 P mean_queue t': 15,
      'baseline 2025-11 P longest_queue t': 20,
      'baseline 2025-11 P mean_wait day': 3,
      'baseline 2025-12 P mean_queue t': 8,
      'baseline 2025-12 P longest_queue t': 8,
      'baseline 2026-01 P passed t': 4,
    });
    expect(Object.fromEntries(meansOf(tables.get('links')))).toEqual({
      'baseline 2025 L A B tonnes t': 7,
    });
  });
});

describe('balance', () => {
  const balanced = resultOf(models[0], {
    cellDemand: [10, 20],
    cellNotShipped: [1, 2],
    groupDispatched: [6, 3, 12, 6],
    groupDelivered: [5, 2, 12, 7],
    groupInTransit: [1, 0, 1, 0],
    groupQueued: [0, 1, 0, 0],
  });

  test('every tonne is accounted for, year by year', () => {
    const { tables } = tablesOf([{ results: [balanced, nothing], diversions: [noMoves] }]);
    const means = meansOf(tables.get('balance'));
    // 2026: 18 dispatched, 19 delivered, 2 under way before, 1 after.
    expect(means.get('baseline 2026 O0 D0 bulk dispatched t')).toBe(18);
    expect(means.get('baseline 2026 O0 D0 bulk residual t')).toBe(0);
  });

  test('a lost tonne stops the run with the numbers', () => {
    const lost = { ...balanced, groupDelivered: Float64Array.of(5, 2, 12, 6) };
    const add = () => tablesOf([{ results: [lost, nothing], diversions: [noMoves] }]);
    expect(add).toThrow(
      /^baseline, replication 0: balance: O0 to D0, bulk, 2026: demand 20 t,.*residual 1 t/,
    );
  });

  test('a miss that the engine reports stops the run, even when it is not a number', () => {
    for (const largestBalanceError of [2e-9, NaN]) {
      const result = { ...balanced, largestBalanceError };
      const add = () => tablesOf([{ results: [result, nothing], diversions: [noMoves] }]);
      expect(add).toThrow('balance');
    }
  });
});
