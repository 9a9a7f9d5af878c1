// A study without mistakes becomes a scenario in the model's units.

import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/model/calendar.ts';
import { type Edit, load, loadWith, scenarioIn, scenarioOf } from './study.ts';

describe('the network', () => {
  const { network } = scenarioOf('baseline.yaml');
  const link = (id: string) => network.links.find((other) => other.id === id)!;

  test('a capacity per year is spread evenly over 365.25 days', () => {
    // 7.305 Mt / 365.25 d = 20,000 t/d; no capacity = no limit.
    expect(network.nodes.map((node) => node.capacityTonnesPerDay)).toEqual([
      Infinity,
      20_000,
      Infinity,
      Infinity,
    ]);
  });

  test('hours become days, and empty cells of a node become 0', () => {
    expect(network.nodes.map((node) => node.passageDays)).toEqual([0, 1, 2, 0]);
    expect(network.nodes.map((node) => node.passageCostPerTonne)).toEqual([0, 3, 5, 0]);
  });

  test('a link between two countries has the mean pace and the mean tariff of both', () => {
    // KAZ 40 km/h = 960 km/d, RUS 20 km/h = 480 km/d: 960 km · (1/960 + 1/480)/2 d/km = 1.5 d,
    // where the mean speed of 30 km/h would give 1.33 d. 960 km · (0.02 + 0.03)/2 USD/t/km = 24 USD/t.
    expect(link('L1').travelDays).toBe(1.5);
    expect(link('L1').costPerTonne).toBe(24);
  });

  test('a link with time and cost of its own needs no rates', () => {
    expect(link('L3').travelDays).toBe(5);
    expect(link('L3').costPerTonne).toBe(66);
  });

  test('the other columns of a link are taken as they are', () => {
    expect(link('L3')).toMatchObject({ directed: false, limited: true, gaugeMm: 1520 });
    expect(link('L3').capacityTonnesPerDay).toBeCloseTo(10_000, 9);
    expect(link('L4')).toMatchObject({ directed: true, limited: false, gaugeMm: 0 });
    expect(link('L5').status).toBe('planned');
  });

  test('transfers and corridors keep their order; a constant may be left out', () => {
    expect(network.transfers).toEqual([
      { between: ['rail-1520', 'rail-1435'], days: 1.5, costPerTonne: 9 },
    ]);
    expect(network.corridors.map(({ id, constantPerTonne }) => [id, constantPerTonne])).toEqual([
      ['northern', 0],
      ['southern', 2],
    ]);
    expect(network.corridors[1].alternatives).toEqual([
      ['L3', 'L4'],
      ['L3', 'L5'],
    ]);
  });
});

describe('demand', () => {
  const { flows, commodities, inputs } = scenarioOf('baseline.yaml');

  test('a formula is taken once a calendar year, relative to the first', () => {
    // 0.4 Mt in 2025, times 1.5 each year.
    expect(flows[0].volumeTonnesPerYear).toBe(400_000);
    expect(flows[0].volumeFactors).toEqual([1, 1.5, 2.25]);
  });

  test('a volume of nothing in the first year is 1 t times the volume of each year', () => {
    const { flows } = scenarioOf('baseline.yaml', [
      'demand.yaml',
      '0.4 Mt/yr * 1.5^(year - 2025)',
      '2 Mt/yr * min(1, year - 2025)',
    ]);
    expect(flows[0].volumeTonnesPerYear).toBe(1);
    expect(flows[0].volumeFactors).toEqual([0, 2e6, 2e6]);
  });

  test('a share of an uncertain input is a factor on its draw', () => {
    expect(flows[1].volumeTonnesPerYear).toEqual({ input: 'inputs.kaz-europe' });
    expect(flows[1].volumeFactors).toEqual([0.25, 0.25, 0.25]);
    expect(inputs[0]).toEqual({
      name: 'inputs.kaz-europe',
      unit: 't/yr',
      distribution: { kind: 'uniform', low: 8e6, high: 15e6 },
    });
  });

  test('percentages become shares', () => {
    expect(flows.map((flow) => flow.notShippedShare)).toEqual([0.05, 0]);
  });

  test('a commodity keeps its scales, and tariff factors of the modes that are named', () => {
    expect(commodities).toEqual([
      {
        id: 'container',
        name: 'Containers',
        valuePerTonne: 4000,
        valueOfTimePerTonneDay: 15,
        routeScale: 0.05,
        corridorScale: 0.03,
        tariffFactors: { rail: 1.6 },
      },
    ]);
  });
});

describe('events', () => {
  const { events, inputs } = scenarioOf('closure.yaml');
  const [winter, shut] = events;

  test('those of the baseline come first', () => {
    expect(events.map((event) => event.id)).toEqual(['winter', 'shut']);
  });

  test('until names the last day, so that December to February has 90 days', () => {
    expect(winter!.fromDay).toBe(dayNumber(2025, 12, 1));
    expect(winter!.durationDays).toBe(31 + 31 + 28);
  });

  test('without an end an event lasts for ever', () => {
    const scenario = scenarioOf('baseline.yaml', ['baseline.yaml', '    until: 2026-02-28\n', '']);
    expect(scenario.events[0].durationDays).toBe(Infinity);
  });

  test('a country is its nodes and all links with an end in it', () => {
    expect(shut!.target).toEqual({ nodes: ['NOR'], links: ['L1', 'L2'], corridors: [] });
  });

  test('a mode is its links', () => {
    const edit = ['closure.yaml', 'countries: [RUS]', 'modes: [sea], nodes: [DUI]'] as const;
    const target = { nodes: ['DUI'], links: ['L4'], corridors: [] };
    expect(scenarioOf('closure.yaml', edit).events[1].target).toEqual(target);
  });

  test('uncertain times are inputs named by their place, in days', () => {
    expect(shut!.fromDay).toEqual({ input: 'events.shut.from' });
    expect(shut!.durationDays).toEqual({ input: 'events.shut.for' });
    const [low, high] = [dayNumber(2026, 3, 1), dayNumber(2026, 4, 1)];
    // Months of 365.25/12 = 30.4375 days.
    expect(inputs.slice(1)).toEqual([
      { name: 'events.shut.from', unit: 'date', distribution: { kind: 'uniform', low, high } },
      {
        name: 'events.shut.for',
        unit: 'day',
        distribution: { kind: 'triangular', low: 30.4375, mode: 60.875, high: 182.625 },
      },
    ]);
  });

  test('effects are in a fixed order, each with the cargo it concerns', () => {
    expect(shut!.effects).toEqual([
      { kind: 'close' },
      {
        kind: 'cost',
        perTonne: 18,
        cargo: { commodities: ['container'], origins: [], destinations: [] },
      },
      {
        kind: 'ban',
        share: 0.4,
        cargo: { commodities: [], origins: ['ALM'], destinations: [] },
      },
    ]);
  });

  test('demand may change without a place', () => {
    const scenario = scenarioOf(
      'closure.yaml',
      ['closure.yaml', '    on: { countries: [RUS] }\n', ''],
      ['closure.yaml', '      close: true\n      add_cost: 18 USD/t\n', ''],
      [
        'closure.yaml',
        'ban: { share: 40 %, origins: [KAZ] }',
        'multiply_demand: { uniform: [0.5, 0.8] }',
      ],
    );
    expect(scenario.events[1].effects).toEqual([
      {
        kind: 'demand',
        factor: { input: 'events.shut.multiply_demand' },
        cargo: { commodities: ['container'], origins: [], destinations: [] },
      },
    ]);
  });
});

describe('the scenario', () => {
  test('horizon, behaviour, replications and seed come from the baseline', () => {
    const { horizon, behaviour, replications, seed } = scenarioOf('closure.yaml');
    const [startDay, endDay] = [dayNumber(2025, 1, 1), dayNumber(2028, 1, 1)];
    expect(horizon).toEqual({ startDay, endDay, stepDays: 1 });
    expect(behaviour).toEqual({
      inertiaDays: 60,
      costSmoothingDays: 0,
      overlapCorrection: 'path-size',
      choiceSets: 'k-shortest',
      maximumRoutes: 4,
      detourLimit: 1.5,
      overlapLimit: 0.8,
    });
    expect([replications, seed]).toEqual([10, 'two corridors']);
  });

  test('a baseline is its own baseline; a scenario shares the network with its baseline', () => {
    const alone = load('baseline.yaml');
    const both = load('closure.yaml');
    if (!('scenario' in alone && 'scenario' in both)) throw new Error('not loaded');
    expect(alone.scenario).toBe(alone.baseline);
    expect(both.baseline).toEqual(alone.baseline);
    expect(both.scenario.network).toBe(both.baseline.network);
  });

  test('every number says where it comes from', () => {
    const { provenance } = scenarioOf('closure.yaml');
    const subjects = provenance.map(({ subject }) => subject);
    expect(subjects).toContain('node.csv NOR');
    expect(subjects).toContain('rates.yaml speeds.rail-KAZ');
    expect(subjects).toContain('closure.yaml events.shut');
    expect(provenance.find(({ subject }) => subject === 'demand.yaml flows.grain')).toMatchObject({
      subject: 'demand.yaml flows.grain',
      sources: [],
      assumption: 'a quarter of all',
    });
    expect(provenance.find(({ subject }) => subject === 'node.csv SOU')!.assumption).toBe(
      'two days, as at other ports',
    );
  });

  test('Windows line ends and a byte order mark change nothing', () => {
    const rates = load('baseline.yaml');
    const text =
      'schema_version: 1\r\nsources:\r\n  atlas: { title: A }\r\n  handbook: { title: B }\r\n';
    const scenario = scenarioIn(loadWith('baseline.yaml', { 'sources.yaml': `\uFEFF${text}` }));
    expect(scenario.sources.map(({ title }) => title)).toEqual(['A', 'B']);
    expect('scenario' in rates && rates.scenario.network).toEqual(scenario.network);
  });
});

describe('warnings do not stop a scenario', () => {
  test('numbers that nothing uses', () => {
    const { problems, ...outcome } = load(
      'baseline.yaml',
      ['node.csv', 'origin,KAZ,,,', 'origin,KAZ,1,,'],
      ['demand.yaml', '0.25 * kaz-europe', '1 Mt/yr'],
    );
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: no flow uses the input "kaz-europe"',
      'warning: nothing queues at this kind of node: capacity_mt_per_year is not used',
    ]);
    expect(outcome).toHaveProperty('scenario');
  });
});

describe('calendars and announcements', () => {
  const calendars =
    'calendars:\n  - { id: daytime, hours: [8, 20], weekdays: [mon, sun], assumption: posted }\n';

  test('a calendar is what its hours, weekdays and months say; none named = all alike', () => {
    const built = scenarioOf(
      'closure.yaml',
      ['rates.yaml', 'transfers:', `${calendars}transfers:`],
      ['demand.yaml', '    not_shipped: 5 %', '    calendar: daytime\n    not_shipped: 5 %'],
    );
    const { network, flows } = built;
    expect(network.calendars).toEqual([
      {
        id: 'daytime',
        openHours: [8, 20],
        openWeekdays: [true, false, false, false, false, false, true],
        monthFactors: Array<number>(12).fill(1),
      },
    ]);
    expect(flows.map(({ calendar }) => calendar)).toEqual(['daytime', '']);
  });

  test('a formula may name the calendar as a function of the month; not twice', () => {
    const season =
      'calendars:\n  - { id: season, months: [0, 0, 0, 0, 0, 0, 1, 2, 1, 0, 0, 0], source: [atlas] }\n';
    const edits: Edit[] = [
      ['rates.yaml', 'transfers:', `${season}transfers:`],
      ['demand.yaml', '1.5^(year - 2025)', '1.5^(year - 2025) * season(month)'],
    ];
    const { flows } = scenarioOf('closure.yaml', ...edits);
    expect(flows[0]).toMatchObject({ calendar: 'season', volumeFactors: [1, 1.5, 2.25] });
    const twice: Edit = [
      'demand.yaml',
      '    not_shipped: 5 %',
      '    calendar: season\n    not_shipped: 5 %',
    ];
    expect(load('closure.yaml', ...edits, twice).problems).toMatchObject([
      { code: 'two-values', line: 10 },
    ]);
  });

  test('a date of announcement is as many days before the start; a time may be uncertain', () => {
    const built = scenarioOf(
      'closure.yaml',
      ['baseline.yaml', 'until: 2026-02-28', 'until: 2026-02-28\n    announced: 2025-11-21'],
      [
        'closure.yaml',
        '    recovery: 1 week',
        '    announced: { uniform: [1, 3], unit: weeks }\n    recovery: 1 week',
      ],
    );
    const { events, inputs } = built;
    expect(events.map(({ noticeDays }) => noticeDays)).toEqual([
      10,
      { input: 'events.shut.announced' },
    ]);
    const input = inputs.find(({ name }) => name === 'events.shut.announced');
    expect(input?.distribution).toEqual({ kind: 'uniform', low: 7, high: 21 });
  });

  test('how an event repeats: the mean time between may be drawn, the duration is for each occurrence', () => {
    const repeat =
      'repeat: { mean_time_between: { uniform: [4, 8], unit: weeks }, duration: 36 h }';
    const { events, inputs } = scenarioOf('baseline.yaml', [
      'baseline.yaml',
      'until: 2026-02-28',
      `${repeat}\n    announced: 2 days`,
    ]);
    expect(events[0]).toMatchObject({
      durationDays: Infinity,
      noticeDays: 2,
      repeat: {
        meanDaysBetween: { input: 'events.winter.repeat.mean_time_between' },
        lengthDays: 1.5,
      },
    });
    expect(inputs.find(({ name }) => name.startsWith('events.winter'))?.distribution).toEqual({
      kind: 'uniform',
      low: 28,
      high: 56,
    });
    // 761 days from December 2025 to the end of 2027, 28 days between and 1.5 long at the least: 26 on the mean.
    expect(events[0].repeat!.limit).toBeGreaterThan(45);
    expect(events[0].repeat!.limit).toBeLessThan(75);
  });

  test('a reservation cost may stand in place of the share that is not shipped', () => {
    const edit = ['demand.yaml', 'not_shipped: 5 %', 'reservation_cost: 260 USD/t'] as const;
    const [flow] = scenarioOf('baseline.yaml', edit).flows;
    expect(flow).toMatchObject({ notShippedShare: 0, reservationCostPerTonne: 260 });
  });
});
