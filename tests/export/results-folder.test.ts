import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseCsv } from '../../src/report/csv.ts';
import type { Table } from '../../src/results/table.ts';
import { runTwoCorridors } from '../run-folder.ts';

let folder = '';
beforeAll(async () => {
  folder = await runTwoCorridors({ parquet: true });
});
afterAll(() => rmSync(dirname(folder), { recursive: true }));

const read = (file: string) => readFileSync(join(folder, file));
const json = (file: string) => JSON.parse(read(file).toString());
const table = (name: string): Table => parseCsv(name, read(`${name}.csv`).toString());
const values = (of: Table, column: string) =>
  [...of.columns.find(({ name }) => name === column)!.values] as (string | number)[];

// The rules of the profiles datapackage, dataresource and tableschema of https://datapackage.org/profiles/2.0/ that
// concern what is written here. The standard lets other properties be.
const relativePath = z.string().regex(/^(?![./~])(?!.*\.\.).+$/);
const field = z.looseObject({
  name: z.string().min(1),
  type: z.enum([
    'string',
    'number',
    'integer',
    'boolean',
    'object',
    'array',
    'list',
    'datetime',
    'date',
    'time',
    'year',
    'yearmonth',
    'duration',
    'geopoint',
    'geojson',
    'any',
  ]),
  description: z.string().min(1),
});
const schema = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
  fields: z.array(field).min(1),
  fieldsMatch: z.enum(['exact', 'equal', 'subset', 'superset', 'partial']),
  missingValues: z.array(z.string()),
  primaryKey: z.array(z.string()).min(1),
});
const resource = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  path: relativePath,
  type: z.literal('table').optional(),
  mediatype: z.string().regex(/^.+\/.+$/),
  bytes: z.int().min(0),
  hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$/),
  schema: schema.optional(),
});
const profile = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  sources: z
    .array(z.looseObject({ title: z.string(), path: z.string().optional() }))
    .min(1)
    .optional(),
  resources: z.array(resource).min(1),
});

describe('datapackage.json', () => {
  const described = () => profile.parse(json('datapackage.json'));

  test('keeps the rules of the Data Package profile, and names are unique', () => {
    const names = described().resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('lists every table, with the bytes and the hash that it has', () => {
    const paths = described().resources.map(({ path }) => path);
    const tables = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    expect(tables.filter((file) => !paths.includes(file))).toEqual([]);
    for (const { path, bytes, hash } of described().resources) {
      const content = read(path);
      expect(content.length, path).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`, path).toBe(hash);
    }
  });

  test('the fields are the columns in order, numbers are numbers, and keys are unique', () => {
    for (const { name, schema: layout } of described().resources) {
      if (!layout) continue;
      const { columns, rowCount } = table(name);
      expect(layout.fields.map((item) => item.name)).toEqual(columns.map((item) => item.name));
      expect(layout.fields.map(({ type }) => type === 'number')).toEqual(
        columns.map(({ kind }) => kind === 'number'),
      );
      const keys = layout.primaryKey.map(
        (key) => columns.find((item) => item.name === key)!.values,
      );
      const rows = Array.from({ length: rowCount }, (_, row) => keys.map((key) => key[row]).join());
      expect(new Set(rows).size, name).toBe(rowCount);
    }
  });

  test('no column is left without words of its own', () => {
    const fields = described().resources.flatMap(({ schema: layout }) => layout?.fields ?? []);
    const unknown = fields.filter(
      ({ name, description }) => /^The year/.test(description) && !/^\d{4}$/.test(name),
    );
    expect(unknown).toEqual([]);
  });

  test('draws carry their units', () => {
    const experiments = described().resources.find(({ name }) => name === 'experiments')!;
    const drawn = experiments.schema!.fields.filter(({ name }) => name.startsWith('input.'));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.every(({ unit }) => typeof unit === 'string')).toBe(true);
  });
});

describe('results.parquet', () => {
  test('reads back to the numbers of the tables', async () => {
    const file = read('results.parquet');
    const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
    const rows = await parquetReadObjects({ file: buffer });
    for (const name of ['corridors', 'flows', 'costs', 'diversion', 'posts']) {
      const source = table(name);
      const back = rows.filter((row) => row.table === name);
      expect(back.length, name).toBe(source.rowCount);
      for (const { name: column, kind, values: expected } of source.columns) {
        const numbers = [...expected].map((value) => (Number.isNaN(value) ? null : value));
        expect(
          back.map((row) => row[column]),
          `${name} ${column}`,
        ).toEqual(kind === 'number' ? numbers : [...expected]);
      }
    }
  });
});

describe('iamc.csv', () => {
  test('has the columns that pyam asks for, then the years', () => {
    const names = table('iamc').columns.map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(['model', 'scenario', 'region', 'variable', 'unit']);
    expect(names.slice(5).every((name) => /^\d{4}$/.test(name))).toBe(true);
  });

  test('a year of a corridor is its mean in the corridors table', () => {
    const corridors = table('corridors');
    const [name, period, corridor, variable] = ['scenario', 'period', 'corridor', 'variable'].map(
      (column) => values(corridors, column),
    );
    const at = period.findIndex(
      (value, row) => /^\d{4}$/.test(String(value)) && variable[row] === 'dispatched',
    );
    const iamc = table('iamc');
    const row = values(iamc, 'variable').findIndex(
      (text, index) =>
        text === `Freight|Dispatched|${corridor[at]}` &&
        values(iamc, 'scenario')[index] === name[at],
    );
    expect(values(iamc, String(period[at]))[row]).toBe(values(corridors, 'mean')[at]);
    expect(values(iamc, 'unit')[row]).toBe('t/yr');
  });
});

describe('links.geojson', () => {
  test('every link of the study, with the sum of its tonnes of both ways and all years', () => {
    const { features } = json('links.geojson');
    const links = table('links');
    const [names, ids] = ['scenario', 'link'].map((column) => values(links, column));
    const means = values(links, 'mean') as number[];
    for (const { geometry, properties } of features) {
      expect(geometry.coordinates.flat().every(Number.isFinite)).toBe(true);
      const total = means
        .filter((_, row) => names[row] === 'closure' && ids[row] === properties.id)
        .reduce((sum, mean) => sum + mean, 0);
      expect(properties.tonnes_closure).toBeCloseTo(total, 6);
      expect(properties.change_closure).toBeCloseTo(
        properties.tonnes_closure - properties.tonnes_baseline,
        6,
      );
    }
    expect(features.length).toBe(json('study.json').links.length);
  });
});
