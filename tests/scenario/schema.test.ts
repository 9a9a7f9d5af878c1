// Every key and column says what it means, and gives an example; numbers say their unit and range.

import { describe, expect, test } from 'vitest';
import {
  type DescribedSchema,
  describedSchema,
  fileKinds,
  fileSchema,
} from '../../src/scenario/json-schema.ts';
import { linkSchema, nodeSchema } from '../../src/scenario/schema-network.ts';

const schemas: [string, DescribedSchema][] = [
  ...fileKinds.map((kind): [string, DescribedSchema] => [kind, fileSchema(kind)]),
  ['node.csv', describedSchema(nodeSchema)],
  ['link.csv', describedSchema(linkSchema)],
];

interface Key {
  readonly path: string;
  readonly schema: DescribedSchema;
}

/** The keys of a schema, those inside others too. */
function keysOf(schema: DescribedSchema, around: string): Key[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const path = `${around}.${key}`;
    return [{ path, schema: value }, ...partsOf(value).flatMap((part) => keysOf(part, path))];
  });
}

/** The alternatives, items and entries of what a key holds. */
function partsOf(schema: DescribedSchema): DescribedSchema[] {
  const { items, additionalProperties: entries, anyOf = [] } = schema;
  const parts = [schema, items, typeof entries === 'object' ? entries : undefined];
  return [...parts.filter((part) => part !== undefined), ...anyOf.flatMap(partsOf)];
}

const isNumber = ({ kind = '', type }: DescribedSchema) =>
  /^(quantity|number|whole number)/.test(kind) || type === 'number' || type === 'integer';
const hasKeys = (schema: DescribedSchema) =>
  partsOf(schema).some(({ properties }) => properties) && !/distribution/.test(schema.kind ?? '');

describe.each(schemas)('%s', (name, schema) => {
  const definitions = Object.entries(schema.definitions ?? {});
  const keys = [
    ...keysOf(schema, name),
    ...definitions.flatMap(([key, definition]) => keysOf(definition, `${name}.${key}`)),
  ];
  const lacking = (test: (key: DescribedSchema) => boolean) =>
    keys.filter((key) => !test(key.schema)).map(({ path }) => path);

  test('has a meaning for every key', () => {
    expect(keys.length).toBeGreaterThan(1);
    expect(lacking(({ description }) => description !== undefined)).toEqual([]);
  });

  test('has an example for every key that holds a value', () => {
    expect(lacking((key) => hasKeys(key) || key.example !== undefined)).toEqual([]);
  });

  test('has a unit and a range for every number', () => {
    const measured = ({ unit, range }: DescribedSchema) =>
      unit !== undefined && range !== undefined;
    expect(lacking((key) => !isNumber(key) || key.const !== undefined || measured(key))).toEqual(
      [],
    );
  });

  test('refuses other keys than those named', () => {
    expect(schema.additionalProperties).toBe(false);
  });
});
