// Numbers that may be uncertain, in every file of a study: what the input is called, and what it moves.

import { describe, expect, test } from 'vitest';
import { type Edit, load, loadWith, scenarioIn, scenarioOf } from './study.ts';

const input = (name: string, ...edits: Edit[]) => {
  const scenario = scenarioOf('baseline.yaml', ...edits);
  return {
    distribution: scenario.inputs.find((of) => of.name === name)?.distribution,
    values: scenario.drawnValues,
    scenario,
  };
};

/** A scenario on the fixture's baseline. */
const changed = (body: string) =>
  loadWith('changed.yaml', {
    'changed.yaml': `schema_version: 1\nname: changed\ntitle: Changed\nextends: baseline.yaml\n${body}`,
  });

describe('distributions', () => {
  const volume = (text: string) =>
    input('demand.containers.volume', [
      'demand.yaml',
      '0.4 Mt/yr * 1.5^(year - 2025)',
      `{ ${text}, unit: Mt/yr }`,
    ]).distribution;

  test.each([
    ['pert: [1, 2, 6]', { kind: 'pert', low: 1e6, mode: 2e6, high: 6e6 }],
    [
      'normal: { mean: 3, sd: 1, lowest: 0 }',
      { kind: 'normal', mean: 3e6, standardDeviation: 1e6, low: 0, high: Infinity },
    ],
    [
      'lognormal: { mean: 3, sd: 1, highest: 9 }',
      { kind: 'lognormal', mean: 3e6, standardDeviation: 1e6, low: Number.MIN_VALUE, high: 9e6 },
    ],
    [
      'discrete: [[4, 30 %], [1, 70 %]]',
      { kind: 'discrete', values: [1e6, 4e6], probabilities: [0.7, 0.3], low: 1e6, high: 4e6 },
    ],
    [
      'empirical: [2, 5, 2, 1]',
      {
        kind: 'discrete',
        values: [1e6, 2e6, 5e6],
        probabilities: [0.25, 0.5, 0.25],
        low: 1e6,
        high: 5e6,
      },
    ],
  ])('%s', (text, distribution) => {
    expect(volume(text)).toEqual(distribution);
  });

  test('dates may be discrete too', () => {
    const { events, inputs } = scenarioOf('baseline.yaml', [
      'baseline.yaml',
      'from: 2025-12-01\n    until: 2026-02-28',
      'from: { discrete: [[2025-12-01, 40 %], [2026-12-01, 60 %]] }\n    for: 90 days',
    ]);
    expect(events[0].fromDay).toEqual({ input: 'events.winter.from' });
    const { low, high } = inputs.at(-1)!.distribution;
    expect(high - low).toBe(365);
  });
});

describe('where an uncertain number may stand', () => {
  test('rates: the pace of both ends of a link, of which one is drawn', () => {
    const { distribution, values, scenario } = input('rates.speeds.rail-KAZ.speed', [
      'rates.yaml',
      'country: KAZ, speed: 40 km/h,',
      'country: KAZ, speed: { uniform: [30, 50], unit: km/h },',
    ]);
    expect(distribution).toEqual({ kind: 'uniform', low: 720, high: 1200 });
    // L1 joins KAZ (drawn) and RUS (20 km/h = 480 km/d): 480 km / draw + 480 km / 480 km/d.
    expect(values[0]).toEqual({
      field: { of: 'link', index: 0, field: 'travelDays' },
      constant: 1,
      terms: [{ input: 'rates.speeds.rail-KAZ.speed', factor: 480, reciprocal: true }],
    });
    // At the median of 960 km/d: 0.5 + 1 days.
    expect(scenario.network.links[0].travelDays).toBeCloseTo(1.5, 12);
  });

  test.each([
    [
      'rates.transfers.rail-1520-rail-1435.cost',
      ['rates.yaml', 'cost: 9 USD/t', 'cost: { uniform: [6, 12], unit: USD/t }'],
      { of: 'transfer', index: 0, field: 'costPerTonne' },
    ],
    [
      'corridors.southern.constant',
      ['corridors.yaml', 'constant: 2 USD/t', 'constant: { uniform: [0, 4], unit: USD/t }'],
      { of: 'corridor', index: 1, field: 'constantPerTonne' },
    ],
    [
      'commodities.container.value_of_time',
      [
        'commodities.yaml',
        'value_of_time: 15 USD/t/day',
        'value_of_time: { pert: [10, 15, 30], unit: USD/t/day }',
      ],
      { of: 'commodity', index: 0, field: 'valueOfTimePerTonneDay' },
    ],
    [
      'commodities.container.tariff_factors.rail',
      ['commodities.yaml', 'rail: 1.6', 'rail: { uniform: [1.2, 2] }'],
      { of: 'tariff factor', index: 0, mode: 'rail' },
    ],
    [
      'behaviour.inertia',
      ['baseline.yaml', 'inertia: 60 days', 'inertia: { triangular: [30, 60, 90], unit: days }'],
      { of: 'behaviour', field: 'inertiaDays' },
    ],
    [
      'nodes.NOR.passage_hours',
      [
        'baseline.yaml',
        'events:',
        'set:\n  nodes.NOR.passage_hours: { uniform: [12, 60] }\nevents:',
      ],
      { of: 'node', index: 1, field: 'passageDays' },
    ],
    [
      'links.L3.capacity_mt_per_year',
      [
        'baseline.yaml',
        'events:',
        'set:\n  links.L3.capacity_mt_per_year: { uniform: [3, 4] }\nevents:',
      ],
      { of: 'link', index: 2, field: 'capacityTonnesPerDay' },
    ],
  ] as const)('%s', (name, edit, field) => {
    const { distribution, values } = input(name, edit);
    expect(distribution).toBeDefined();
    expect(values).toMatchObject([{ field, constant: 0, terms: [{ input: name }] }]);
  });

  test('a scenario sets numbers of tables and rates; its baseline keeps its own', () => {
    const outcome = changed(`set:
  nodes.NOR.capacity_mt_per_year: 3.6525
  links.L3.travel_hours: 240
  rates.tariffs.sea.tariff: 0.004 USD/t/km
  rates.transfers.rail-1520-rail-1435.time: 48 h
`);
    const { nodes, links, transfers } = scenarioIn(outcome).network;
    expect(nodes[1].capacityTonnesPerDay).toBeCloseTo(10000, 9);
    expect(links[2].travelDays).toBe(10);
    expect(links[3].costPerTonne).toBeCloseTo(38.4, 12);
    expect(transfers[0].days).toBe(2);
    if (!('baseline' in outcome)) throw new Error('not loaded');
    expect(outcome.baseline.network.links[2].travelDays).toBe(5);
  });

  test('yearly: an input for each calendar year, which moves the volume of that year', () => {
    const { scenario } = input('', [
      'demand.yaml',
      '0.4 Mt/yr * 1.5^(year - 2025)',
      '{ uniform: [1, 3], unit: Mt/yr, drawn: yearly }',
    ]);
    const years = [2025, 2026, 2027];
    const names = years.map((year) => `demand.containers.volume.${year}`);
    expect(scenario.inputs.map(({ name }) => name)).toEqual(['inputs.kaz-europe', ...names]);
    expect(scenario.flows[0]).toMatchObject({
      volumeTonnesPerYear: 1,
      volumeFactors: [2e6, 2e6, 2e6],
    });
    expect(scenario.drawnValues[1]).toEqual({
      field: { of: 'volume', index: 0, year: 1 },
      constant: 0,
      terms: [{ input: names[1], factor: 1, reciprocal: false }],
    });
  });

  test('yearly: a shared input, in the formula of a volume', () => {
    const { scenario } = input('', [
      'demand.yaml',
      'uniform: [8, 15], unit: Mt/yr,',
      'uniform: [8, 15], unit: Mt/yr, drawn: yearly,',
    ]);
    expect(scenario.drawnValues.map(({ terms }) => terms[0])).toEqual(
      [2025, 2026, 2027].map((year) => ({
        input: `inputs.kaz-europe.${year}`,
        factor: 0.25,
        reciprocal: false,
      })),
    );
  });
});

describe('correlations', () => {
  const correlated: Edit = [
    'baseline.yaml',
    'events:',
    'correlations:\n  - { between: [inputs.kaz-europe, events.winter.occurs], rank: 0.5, source: atlas }\nevents:',
  ];

  test('those of the baseline come first, then those that a scenario adds', () => {
    const { sampling } = scenarioOf('closure.yaml', correlated, [
      'closure.yaml',
      'expect:',
      'correlations:\n  - { between: [events.shut.for, events.winter.occurs], rank: -0.3, source: atlas }\nexpect:',
    ]);
    expect(sampling).toEqual({
      method: 'latin-hypercube',
      correlatedInputs: ['inputs.kaz-europe', 'events.winter.occurs', 'events.shut.for'],
      correlations: [
        { between: ['inputs.kaz-europe', 'events.winter.occurs'], rank: 0.5 },
        { between: ['events.shut.for', 'events.winter.occurs'], rank: -0.3 },
      ],
    });
  });

  test('sampling is a matter of the baseline', () => {
    expect(
      scenarioOf('closure.yaml', ['baseline.yaml', 'events:', 'sampling: monte-carlo\nevents:'])
        .sampling.method,
    ).toBe('monte-carlo');
    const { problems } = load('closure.yaml', [
      'closure.yaml',
      'expect:',
      'sampling: monte-carlo\nexpect:',
    ]);
    expect(problems).toMatchObject([{ code: 'misplaced-key', line: 18 }]);
  });
});
