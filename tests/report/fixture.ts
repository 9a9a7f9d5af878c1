// A small study with made-up results: two scenarios, three corridors, two years.

import type { ResultsFolder } from '../../src/results/results-folder.ts';
import type { StudySummary } from '../../src/results/study-summary.ts';
import type { Column, Table } from '../../src/results/table.ts';

type Value = string | number;
type FixtureRow = Readonly<Record<string, Value>>;

/** A table made of rows; the columns are those of the first row. */
export function tableOf(name: string, rows: readonly FixtureRow[]): Table {
  const columns = Object.entries(rows[0] ?? {}).map(([column, sample]): Column => {
    const values = rows.map((row) => row[column]);
    return typeof sample === 'number'
      ? { name: column, kind: 'number', values: Float64Array.from(values as number[]) }
      : { name: column, kind: 'text', values: values as string[] };
  });
  return { name, rowCount: rows.length, columns };
}

/** Statistics around a mean: the interval spans a fifth of it, nine runs in ten two fifths, each side. */
function statistics(mean: number): FixtureRow {
  const size = Math.abs(mean);
  return {
    mean,
    sd: size / 4,
    ci_low: mean - size / 5,
    ci_high: mean + size / 5,
    p05: mean - size * 0.4,
    p50: mean,
    p95: mean + size * 0.4,
  };
}

/** A hostile name, as a study may hold it. */
export const awkwardName = 'Port <b>"One"</b> & Co | *two*';

export const summary: StudySummary = {
  name: 'small-study',
  start: '2025-01-01',
  end: '2026-12-31',
  stepDays: 1,
  replications: 40,
  seed: 'seed one',
  corridors: [
    { id: 'north', name: 'Northern Corridor' },
    { id: 'south', name: awkwardName },
    { id: 'sea', name: 'Sea' },
  ],
  commodities: [commodity('container', 'Containers'), commodity('grain', 'Grain')],
  nodes: [
    node('MOW', 'Moscow', 37.6, 55.8, 'hub'),
    node('TAS', 'Tashkent', 69.2, 41.3, 'hub'),
    node('BND', awkwardName, 56.1, 27.1, 'port'),
    node('BOM', 'Mumbai (Nhava Sheva)', 72.9, 18.9, 'port'),
    node('SUZ', 'Suez Canal', 32.6, 30, 'chokepoint'),
  ],
  links: [
    { id: 'L1', from: 'MOW', to: 'TAS', mode: 'rail', status: 'existing', corridor: 'north' },
    { id: 'L2', from: 'TAS', to: 'BND', mode: 'rail', status: 'existing', corridor: 'south' },
    { id: 'L3', from: 'TAS', to: 'BND', mode: 'road', status: 'existing', corridor: 'south' },
    { id: 'L4', from: 'BND', to: 'BOM', mode: 'sea', status: 'existing', corridor: 'south' },
    { id: 'L5', from: 'BOM', to: 'SUZ', mode: 'sea', status: 'existing', corridor: 'sea' },
  ],
  scenarios: [
    scenario('baseline', 'No shocks', ''),
    scenario('port-closure', 'The port <closes>', 'baseline'),
    scenario('nothing', 'Nothing happens', 'baseline'),
  ],
  sources: [
    {
      key: 'book',
      title: 'A book & a half',
      publisher: 'Press',
      date: '2023',
      address: 'https://example.org/book?a=1&b=2',
    },
    { key: 'bad', title: 'No address', publisher: '', date: '', address: 'javascript:alert(1)' },
  ],
  provenance: [
    { subject: 'demand.yaml flows.one', sources: ['book', 'bad'], assumption: '' },
    { subject: 'demand.yaml flows.two', sources: [], assumption: 'half of flow one' },
    { subject: 'demand.yaml flows.three', sources: [], assumption: 'half of flow one' },
  ],
};

function node(
  id: string,
  name: string,
  longitudeDegrees: number,
  latitudeDegrees: number,
  kind: 'hub' | 'port' | 'chokepoint',
) {
  return { id, name, country: 'XXX', kind, longitudeDegrees, latitudeDegrees };
}

function scenario(name: string, title: string, baseline: string) {
  const event = {
    id: 'closure',
    title: 'The port closes',
    earliestStart: '2025-06-15',
    latestEnd: '2025-12-31',
    probability: 0.7,
    nodes: ['BND'],
    links: ['L4'],
    corridors: [],
    effects: ['closes'],
  };
  return {
    name,
    title,
    description: '',
    baseline,
    events: name === 'port-closure' ? [event] : [],
    expectations: [],
  };
}

const months = ['2025', '2026'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);

/** Tonnes over the whole horizon: baseline, then `port-closure`. The rest of the closure is arithmetic. */
const tonnes: Readonly<Record<string, readonly [number, number]>> = {
  north: [6_000_000, 6_400_000],
  south: [2_000_000, 750_000],
  sea: [1_200_000, 1_950_000],
  'no-ship': [100_000, 200_000],
};

function corridorRows(name: string, column: 0 | 1): FixtureRow[] {
  return Object.entries(tonnes).flatMap(([corridor, amounts]) => {
    const rows = (period: string, part: number) => [
      corridorRow(name, period, corridor, 'dispatched', amounts[column] * part),
      ...(name === 'baseline'
        ? []
        : [corridorRow(name, period, corridor, 'change', (amounts[column] - amounts[0]) * part)]),
    ];
    return [
      ...months.flatMap((month) => rows(month, 1 / 24)),
      ...['2025', '2026'].flatMap((year) => rows(year, 1 / 2)),
      ...rows('all', 1),
    ];
  });
}

function corridorRow(
  name: string,
  period: string,
  corridor: string,
  variable: string,
  mean: number,
): FixtureRow {
  return { scenario: name, period, corridor, variable, unit: 't', ...statistics(mean) };
}

/** From, to, tonnes over the horizon; three quarters of them move in 2026. */
const moves = [
  ['south', 'south', 750_000],
  ['south', 'sea', 750_000],
  ['south', 'north', 400_000],
  ['south', 'no-ship', 100_000],
] as const;

function diversionRows(): FixtureRow[] {
  const periods = [
    ['2025', 0.25],
    ['2026', 0.75],
    ['all', 1],
  ] as const;
  return periods.flatMap(([period, part]) => [
    ...moves.map(([from, to, amount]) => diversionRow(period, from, to, amount * part)),
    // What goes by sea is containers, the rest grain, all of which moves in 2026.
    ...moves.flatMap(([from, to, amount]) => {
      const commodity = to === 'sea' ? 'container' : 'grain';
      const inPeriod = commodity === 'container' ? part : period === '2025' ? 0 : 1;
      if (inPeriod === 0) return [];
      return [{ ...diversionRow(period, from, to, amount * inPeriod), commodity }];
    }),
    diversionRow(period, 'all', 'delayed', 30_000 * part),
  ]);
}

function diversionRow(period: string, from: string, to: string, mean: number): FixtureRow {
  return {
    scenario: 'port-closure',
    baseline: 'baseline',
    period,
    origin: 'all',
    destination: 'all',
    commodity: 'all',
    from_corridor: from,
    to_corridor: to,
    unit: 't',
    ...statistics(mean),
    lower_bound: mean / 2,
    upper_bound: mean * 1.2,
  };
}

function linkRows(): FixtureRow[] {
  return ['baseline', 'port-closure', 'nothing'].flatMap((name) =>
    ['2025', '2026'].flatMap((period) =>
      summary.links.map(({ id, from, to }, index) => ({
        scenario: name,
        period,
        link: id,
        from,
        to,
        variable: 'tonnes',
        unit: 't',
        ...statistics(100_000 * (index + 1) * (name === 'port-closure' && id === 'L4' ? 0.3 : 1)),
      })),
    ),
  );
}

function postRows(): FixtureRow[] {
  const row = (name: string, period: string, variable: string, mean: number) => ({
    scenario: name,
    period,
    post: 'BND',
    variable,
    unit: variable === 'mean_wait' ? 'day' : 't',
    ...statistics(mean),
  });
  return [
    row('baseline', '2025-07', 'longest_queue', 1_000),
    row('port-closure', '2025-07', 'longest_queue', 4_000),
    row('port-closure', '2025-08', 'longest_queue', 45_000),
    row('port-closure', '2025-08', 'mean_wait', 12.5),
  ];
}

function expectationRows(): FixtureRow[] {
  const row = (corridor: string, change: string, mean: number, met: string) => ({
    scenario: 'port-closure',
    period: 'all',
    of: 'corridor',
    id: corridor,
    measure: 'change',
    expected: change,
    confidence: '0.95',
    unit: 't',
    ...statistics(mean),
    met,
  });
  return [row('south', 'falls', -1_250_000, 'yes'), row('north', 'falls', 400_000, 'no')];
}

function countryRows(): FixtureRow[] {
  const row = (scenario: string, country: string, variable: string, mean: number) => ({
    scenario,
    period: 'all',
    country,
    variable,
    unit: variable.endsWith('revenue') ? 'USD' : 't',
    ...statistics(mean),
  });
  return [
    row('baseline', 'IRN', 'transit', 2_000_000),
    row('baseline', 'IRN', 'transit_revenue', 40_000_000),
    row('baseline', 'EGY', 'transit', 1_200_000),
    row('baseline', 'EGY', 'transit_revenue', 9_000_000),
    row('port-closure', 'IRN', 'change_transit', -1_250_000),
    row('port-closure', 'IRN', 'change_transit_revenue', -25_000_000),
    row('port-closure', 'EGY', 'change_transit', 750_000),
    row('port-closure', 'EGY', 'change_transit_revenue', 5_600_000),
  ];
}

function divertedCostRows(): FixtureRow[] {
  const row = (from: string, to: string, term: string, mean: number) => ({
    scenario: 'port-closure',
    baseline: 'baseline',
    period: 'all',
    from_corridor: from,
    to_corridor: to,
    term,
    unit: 'USD/t',
    ...statistics(mean),
  });
  return [
    ['south', 'sea'],
    ['south', 'north'],
    ['all', 'all'],
  ].flatMap(([from, to]) => [
    row(from, to, 'haul', 30),
    row(from, to, 'haul_time', 12),
    row(from, to, 'passage', -8),
    row(from, to, 'queue', 3),
    row(from, to, 'constant', -5),
    row(from, to, 'all', 32),
  ]);
}

function driverRows(): FixtureRow[] {
  const row = (outcome: string, input: string, variable: string, value: number) => ({
    scenario: 'port-closure',
    outcome,
    input,
    variable,
    unit: '1',
    value,
  });
  return ['change.south', 'change.sea', 'change.no-ship'].flatMap((outcome, index) => [
    row(outcome, 'all', 'adjusted_r_squared', 0.9 - index / 10),
    row(outcome, 'events.closure.for', 'standardised_rank_coefficient', index === 0 ? -0.8 : 0.7),
    row(outcome, 'demand.one.volume', 'standardised_rank_coefficient', 0.1),
  ]);
}

/** The results; tables named here are left out or replaced. */
export function smallResults(replaced: Readonly<Record<string, Table>> = {}): ResultsFolder {
  const tables: Record<string, Table> = {
    corridors: tableOf('corridors', [
      ...corridorRows('baseline', 0),
      ...corridorRows('port-closure', 1),
      ...corridorRows('nothing', 0),
    ]),
    diversion: tableOf('diversion', diversionRows()),
    links: tableOf('links', linkRows()),
    posts: tableOf('posts', postRows()),
    expectations: tableOf('expectations', expectationRows()),
    countries: tableOf('countries', countryRows()),
    'diverted-costs': tableOf('diverted-costs', divertedCostRows()),
    drivers: tableOf('drivers', driverRows()),
    ...replaced,
  };
  return { summary, tables: new Map(Object.entries(tables)) };
}

/** The results with every number of every table gone. */
export function emptyResults(): ResultsFolder {
  const { tables } = smallResults();
  const emptied = [...tables].map(([name, table]): [string, Table] => [
    name,
    {
      ...table,
      columns: table.columns.map((column) =>
        column.kind === 'number'
          ? { ...column, values: new Float64Array(table.rowCount).fill(Number.NaN) }
          : column,
      ),
    },
  ]);
  return { summary, tables: new Map(emptied) };
}

function commodity(id: string, name: string): StudySummary['commodities'][number] {
  return { id, name, valueOfTimePerTonneDay: 1, routeScale: 0.1, corridorScale: 0.05 };
}
