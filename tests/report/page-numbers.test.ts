// The numbers in the page are those in the CSV files: a small study is run, written, read back and rendered, and both are read.

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { csvChunks, parseCsv } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/report.ts';
import { summariseStudy } from '../../src/results/summarise-study.ts';
import { baseline, closure } from '../small-study.ts';
import { tablesOfStudy } from '../study-tables.ts';

const replications = 8;

/** The small study with its posts in countries of their own, which charge for passage. */
const abroad = (scenario: Scenario): Scenario => ({
  ...scenario,
  network: {
    ...scenario.network,
    nodes: scenario.network.nodes.map((node) =>
      node.kind === 'border'
        ? { ...node, country: node.id === 'N' ? 'KAZ' : 'IRN', passageCostPerTonne: 5 }
        : node,
    ),
  },
});
const scenarios = [abroad(baseline), abroad(closure)];
const tables = tablesOfStudy(scenarios[0], scenarios.slice(1), replications);
const files = new Map(
  [...tables].map(([name, table]) => [name, [...csvChunks(table)].join('')] as const),
);
const models = compile(scenarios[0], scenarios.slice(1));
const summary = summariseStudy({
  name: 'small',
  scenarios,
  models,
  draws: models.map((model) => drawInputs(model.inputs, 'test', replications)),
  replications,
  seed: 'test',
  flows: tables.get('flows'),
});
const page = renderHtml({
  summary,
  tables: new Map([...files].map(([name, text]) => [name, parseCsv(name, text)])),
});

type CsvRow = Readonly<Record<string, string>>;

/** The one row of a file with these values. */
function csvRow(file: string, conditions: CsvRow): CsvRow {
  const rows: CsvRow[] = parse(files.get(file) ?? '', { columns: true });
  const found = rows.filter((row) =>
    Object.entries(conditions).every(([column, value]) => row[column] === value),
  );
  expect(found, `${file} ${JSON.stringify(conditions)}`).toHaveLength(1);
  return found[0];
}

const plain = (markup: string) =>
  markup
    .replace(/<small[^>]*>/g, ' | ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .trim();

/** Texts of the cells of the row with this heading, in the table whose caption starts so. */
function pageRow(caption: string, heading: string): string[] {
  const table = page.split('<caption>').find((part) => part.startsWith(caption)) ?? '';
  const rows = table.split('</table>')[0].split('<tr').slice(1);
  const row = rows.find((part) => plain(part.split('</th>')[0].replace(/^[^>]*>/, '')) === heading);
  expect(row, `${caption}: ${heading}`).toBeDefined();
  return [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((match) => plain(match[1]));
}

function columnUnit(caption: string, column: number): string {
  const table = page.split('<caption>').find((part) => part.startsWith(caption)) ?? '';
  const heads = [...table.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map((m) => plain(m[1]));
  return heads[column].split(', ')[1];
}

const sizes: Readonly<Record<string, number>> = {
  t: 1,
  kt: 1e3,
  Mt: 1e6,
  USD: 1,
  'thousand USD': 1e3,
  'M USD': 1e6,
  'USD/t': 1,
};

/** A number of the page is the number of the file, rounded to the digits shown. */
function expectSame(shown: string, exact: string | number, unit: string): void {
  const digits = shown.replaceAll(',', '').replace('−', '-').replace('+', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = Number(exact) / sizes[unit];
  expect(Math.abs(Number(digits) - value), `${shown} against ${value}`).toBeLessThanOrEqual(
    0.5000001 * 10 ** -decimals,
  );
}

function expectRange(shown: string, low: string, high: string, unit: string): void {
  const [from, to] = shown.split(' to ');
  expectSame(from, low, unit);
  expectSame(to, high, unit);
}

describe('numbers in the page are those in the files', () => {
  it('of corridors', () => {
    for (const corridor of ['north', 'south']) {
      const caption = 'Tonnes dispatched on each corridor';
      const cells = pageRow(caption, corridor);
      const key = { period: 'all', corridor };
      const before = csvRow('corridors', { ...key, scenario: 'baseline', variable: 'dispatched' });
      const after = csvRow('corridors', { ...key, scenario: 'closure', variable: 'dispatched' });
      const change = csvRow('corridors', { ...key, scenario: 'closure', variable: 'change' });
      const [levels, changes] = [columnUnit(caption, 1), columnUnit(caption, 3)];
      expectSame(cells[0], before.mean, levels);
      expectSame(cells[1], after.mean, levels);
      expectSame(cells[2], change.mean, changes);
      expectRange(cells[3], change.ci_low, change.ci_high, changes);
      expectRange(cells[5], change.p05, change.p95, changes);
    }
  });

  it('of the diversion matrix, with intervals and bounds', () => {
    const row = csvRow('diversion', {
      period: 'all',
      origin: 'all',
      commodity: 'all',
      from_corridor: 'north',
      to_corridor: 'south',
    });
    const caption = 'Tonnes that moved';
    const unit = /Tonnes that moved[^<]*, (\w+)</.exec(page)?.[1] ?? '';
    const [cell] = pageRow(caption, 'north');
    const [mean, interval, bounds] = cell.split(' | ');
    expectSame(mean, row.mean, unit);
    expectRange(interval, row.ci_low, row.ci_high, unit);
    expectRange(bounds, row.lower_bound, row.upper_bound, unit);
  });

  it('behind the switches of period and cargo', () => {
    const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
    const { diversion } = data.scenarios.closure;
    const periods = ['all', '2025', '2026'];
    const commodities = ['all', ...summary.commodities.map(({ id }) => id)];
    let checked = 0;
    for (const [at, commodity] of commodities.entries())
      for (const [index, period] of periods.entries()) {
        if (!diversion[at][index]) continue;
        const [unit, , losers, gainers, moves] = diversion[at][index];
        for (const [from, to, , mean, interval] of moves) {
          // Less than the digits show.
          if (mean === '') continue;
          const ends = [losers[from][0], gainers[to][0]].map(
            (party: number) => [...summary.corridors.map(({ id }) => id), 'no-ship'][party],
          );
          const row = csvRow('diversion', {
            period,
            commodity,
            origin: 'all',
            from_corridor: ends[0],
            to_corridor: ends[1],
          });
          expectSame(mean, row.mean, unit);
          expectRange(interval, row.ci_low, row.ci_high, unit);
          checked += 1;
        }
      }
    expect(checked).toBeGreaterThan(5);
  });

  it('of the map, to three digits', () => {
    const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
    for (const [index, link] of summary.links.entries()) {
      const file = { period: '2025', link: link.id };
      const before = Number(csvRow('links', { ...file, scenario: 'baseline' }).mean);
      const after = Number(csvRow('links', { ...file, scenario: 'closure' }).mean);
      expect(data.baselines.baseline.loads[0][index] / (before / 1000)).toBeCloseTo(1, 2);
      expect(data.scenarios.closure.change[0][index] / ((after - before) / 1000)).toBeCloseTo(1, 2);
    }
  });

  it('of countries', () => {
    const caption = 'Transit through each country';
    const key = { period: 'all', scenario: 'closure', country: 'KAZ' };
    const tonnes = csvRow('countries', { ...key, variable: 'change_transit' });
    const revenue = csvRow('countries', { ...key, variable: 'change_transit_revenue' });
    const cells = pageRow(caption, 'Kazakhstan');
    expectSame(cells[1], tonnes.mean, columnUnit(caption, 2));
    expectRange(cells[2], tonnes.ci_low, tonnes.ci_high, columnUnit(caption, 2));
    expectSame(cells[4], revenue.mean, columnUnit(caption, 5));
    expectRange(cells[5], revenue.ci_low, revenue.ci_high, columnUnit(caption, 5));
  });

  it('of the costs of diverted cargo', () => {
    const key = { from_corridor: 'north', to_corridor: 'south' };
    const row = csvRow('diverted-costs', { ...key, term: 'all' });
    const cells = pageRow('Change of cost', 'north → south');
    expectSame(cells[1], row.mean, 'USD/t');
    expectRange(cells[2], row.ci_low, row.ci_high, 'USD/t');
    const haul = csvRow('diverted-costs', { ...key, term: 'haul' });
    expectSame(pageRow('north → south', 'Tariffs of the links')[0], haul.mean, 'USD/t');
  });

  it('of the drivers', () => {
    const row = csvRow('drivers', {
      scenario: 'closure',
      outcome: 'change.north',
      input: 'events.shut.for',
      variable: 'standardised_rank_coefficient',
    });
    const [, north] = pageRow('Standardised rank regression', 'shut: how long it lasts');
    expectSame(north, row.value, 't');
  });

  it('of queues', () => {
    const caption = 'Queues that grow most';
    const [month, longest, range] = pageRow(caption, 'N');
    const year = month.slice(-4);
    const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const number = String(names.indexOf(month.slice(0, 3)) + 1).padStart(2, '0');
    const row = csvRow('posts', {
      scenario: 'closure',
      period: `${year}-${number}`,
      post: 'N',
      variable: 'longest_queue',
    });
    expectSame(longest, row.mean, columnUnit(caption, 2));
    expectRange(range, row.p05, row.p95, columnUnit(caption, 2));
  });
});
