// The schemas of the YAML files can be turned into JSON Schema, for editors.

import { expect, test } from 'vitest';
import * as z from 'zod';
import { scenarioSchema } from '../../src/scenario/schema-scenario.ts';
import {
  commoditiesSchema,
  corridorsSchema,
  demandSchema,
  ratesSchema,
  sourcesSchema,
} from '../../src/scenario/schema-study.ts';

test.each([
  ['scenario', scenarioSchema],
  ['rates', ratesSchema],
  ['corridors', corridorsSchema],
  ['commodities', commoditiesSchema],
  ['demand', demandSchema],
  ['sources', sourcesSchema],
])('%s: quantities are texts, other keys than those named are refused', (_, schema) => {
  const json = z.toJSONSchema(schema, { io: 'input' });
  expect(json.additionalProperties).toBe(false);
  expect(json.required).toContain('schema_version');
});

test('descriptions and examples are kept', () => {
  const json = JSON.stringify(z.toJSONSchema(scenarioSchema, { io: 'input' }));
  expect(json).toContain('Nothing passes the target');
  expect(json).toContain('"examples":["30 days"]');
});
