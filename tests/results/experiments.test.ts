import { describe, expect, test } from 'vitest';
import type { NumberColumn, Table } from '../../src/results/table.ts';
import { baseline, closure } from '../small-study.ts';
import { tablesOfStudy } from '../study-tables.ts';

const replications = 6;
const tables = tablesOfStudy(baseline, [closure], replications);
const numbers = (table: Table | undefined, column: string) =>
  (table!.columns.find(({ name }) => name === column) as NumberColumn).values;
const mean = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('experiments', () => {
  const table = tables.get('experiments');

  test('one row a scenario and replication; baseline and scenario share their draws', () => {
    expect(table!.rowCount).toBe(2 * replications);
    const volumes = numbers(table, 'input.demand.coal.volume');
    expect(volumes.subarray(0, replications)).toEqual(volumes.subarray(replications));
    expect([...volumes].every((value) => value >= 8 && value <= 15)).toBe(true);
  });

  test('an input that only the scenario has is empty for the baseline', () => {
    const days = numbers(table, 'input.events.shut.for');
    expect([...days.subarray(0, replications)].every(Number.isNaN)).toBe(true);
    expect([...days.subarray(replications)].every((value) => value >= 20 && value <= 60)).toBe(
      true,
    );
  });

  test('the mean of an outcome is that of the corridors table', () => {
    const corridors = tables.get('corridors')!;
    const at = corridors.columns[0].values.findIndex((_: unknown, row: number) =>
      ['closure', 'all', 'north', 'change'].every(
        (text, column) => corridors.columns[column].values[row] === text,
      ),
    );
    const outcome = numbers(table, 'outcome.change.north').subarray(replications);
    expect(mean(outcome)).toBeCloseTo(numbers(corridors, 'mean')[at], 6);
  });
});

describe('drivers', () => {
  const table = tables.get('drivers')!;
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map(({ values }) => values[row]),
  );

  test('the longer the closure, the more the corridor loses', () => {
    const row = rows.find(
      ([scenario, outcome, input, variable]) =>
        scenario === 'closure' &&
        outcome === 'change.north' &&
        input === 'events.shut.for' &&
        variable === 'rank_correlation',
    )!;
    expect(row[5]).toBeLessThan(-0.5);
  });

  test('the baseline has no changes to explain, a scenario explains its changes', () => {
    const outcomes = (scenario: string) =>
      new Set(rows.filter(([name]) => name === scenario).map(([, outcome]) => String(outcome)));
    expect([...outcomes('baseline')].some((name) => name.startsWith('change.'))).toBe(false);
    expect(outcomes('closure').has('change.north')).toBe(true);
  });

  test('with as many inputs as replications there is no regression, and the table says so', () => {
    const few = tablesOfStudy(baseline, [closure], 3).get('drivers')!;
    const variable = few.columns[3].values;
    const value = few.columns[5].values as Float64Array;
    const of = (name: string) =>
      [...value].filter(
        (_, row) => few.columns[0].values[row] === 'closure' && variable[row] === name,
      );
    expect(of('r_squared').length).toBeGreaterThan(0);
    expect(of('r_squared').every(Number.isNaN)).toBe(true);
    expect(of('rank_correlation').every((number) => Math.abs(number) <= 1 + 1e-12)).toBe(true);
  });
});
