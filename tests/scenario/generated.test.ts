// What is made from the schema is committed as it would be made now; `npm run generate` makes it anew.

import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileKinds, jsonSchemaText } from '../../src/scenario/json-schema.ts';
import { fillCodes, fillReference } from '../../src/scenario/reference.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

test.each(fileKinds)('scenarios/schema/%s.json', async (kind) => {
  await expect(jsonSchemaText(kind)).toMatchFileSnapshot(`../../scenarios/schema/${kind}.json`);
});

test('docs/scenario-reference.md', async () => {
  const text = fillReference(read('docs/templates/scenario-reference.md'));
  await expect(text).toMatchFileSnapshot('../../docs/scenario-reference.md');
});

test('docs/problem-codes.md', async () => {
  const text = fillCodes(read('docs/templates/problem-codes.md'));
  await expect(text).toMatchFileSnapshot('../../docs/problem-codes.md');
});

describe('every YAML file of the shipped studies names its schema in the first line', () => {
  const files = readdirSync(new URL('scenarios/', root), { recursive: true, encoding: 'utf8' });
  test.each(files.filter((path) => path.endsWith('.yaml')))('%s', (path) => {
    const kind = fileKinds.find((name) => `${name}.yaml` === basename(path)) ?? 'scenario';
    const up = '../'.repeat(path.split('/').length - 1);
    const line = `# yaml-language-server: $schema=${up}schema/${kind}.json`;
    expect(read(`scenarios/${path}`).split('\n')[0]).toBe(line);
  });
});
