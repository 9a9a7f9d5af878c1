// An editor with yaml-language-server completes, explains and checks the files of a study by their schema.

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { LanguageClient } from './language-client.ts';

const folder = new URL('../../scenarios/trans-afghan/', import.meta.url);
const client = new LanguageClient();
let opened = 0;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Opens a text as a file of the study; `|` marks the place of the cursor. */
async function edit(kind: string, marked: string) {
  const line = `# yaml-language-server: $schema=../schema/${kind}.json`;
  const lines = `${line}\n${marked}`.split('\n');
  const row = lines.findIndex((text) => text.includes('|'));
  const position = { line: Math.max(row, 0), character: lines[row]?.indexOf('|') ?? 0 };
  const uri = new URL(`edited-${opened++}.yaml`, folder).href;
  const diagnostics = await client.open(uri, lines.join('\n').replace('|', ''));
  return { diagnostics, at: { textDocument: { uri }, position } };
}

async function completions(kind: string, marked: string): Promise<string[]> {
  const { at } = await edit(kind, marked);
  const list = (await client.request('textDocument/completion', at)) as {
    items: { label: string }[];
  };
  return list.items.map(({ label }) => label);
}

beforeAll(() => client.start());
afterAll(() => client.stop());

test('keys of an event are completed, those that are there are not', async () => {
  const labels = await completions('scenario', 'events:\n  - id: shut\n    |\n');
  expect(labels).toEqual(expect.arrayContaining(['probability', 'recovery', 'effect', 'for']));
  expect(labels).not.toContain('id');
});

test('keys of an override, and of its events, are completed', async () => {
  const labels = await completions('scenario', 'overrides:\n  - id: shut\n    |\n');
  expect(labels).toEqual(expect.arrayContaining(['title', 'set', 'events', 'replaces']));
  const inside = 'overrides:\n  - id: shut\n    events:\n      - id: stop\n        |\n';
  expect(await completions('scenario', inside)).toEqual(
    expect.arrayContaining(['probability', 'effect']),
  );
});

test('values are completed: choices, and defaults', async () => {
  expect(await completions('rates', 'speeds:\n  - mode: |\n')).toEqual(
    expect.arrayContaining(['rail', 'road', 'sea']),
  );
  expect(await completions('scenario', 'events:\n  - id: shut\n    probability: |\n')).toContain(
    '100 %',
  );
});

test('selectors are completed and explained at any depth, and checked', async () => {
  const inside = 'events:\n  - id: shut\n    on:\n      all:\n        - not:\n            ';
  expect(await completions('scenario', `${inside}|\n`)).toEqual(
    expect.arrayContaining(['crossings', 'tags', 'countries', 'all', 'any', 'not']),
  );
  expect(await completions('scenario', `${inside}modes: [|]\n`)).toContain('rail-ferry');
  const { at } = await edit('scenario', `${inside}cross|ings: [TRK]\n`);
  expect(JSON.stringify(await client.request('textDocument/hover', at))).toContain(
    'Borders, chokepoints, ports and limited links: where cargo can queue.',
  );
  const { diagnostics } = await edit('scenario', `${inside}crossing: [TRK]\n`);
  expect(diagnostics.map(({ message }) => message)).toContain('Property crossing is not allowed.');
});

test('hovering over a key shows its meaning, unit, range and default', async () => {
  const { at } = await edit('scenario', 'events:\n  - id: shut\n    ra|mp: 30 days\n');
  const hover = await client.request('textDocument/hover', at);
  expect(JSON.stringify(hover)).toContain(
    'Time in which the effect grows to its full strength. Measured in days. Range: >= 0. Default: \\"0 days\\".',
  );
});

test('an unknown key and a value of the wrong type are marked at their lines', async () => {
  const { diagnostics } = await edit(
    'commodities',
    `schema_version: 1
commodities:
  - id: container
    name: Containers
    value: 4000
    value_of_tme: 15 USD/t/day
    route_scale: 0.05 t/USD
    corridor_scale: 0.03 t/USD
`,
  );
  const found = diagnostics.map(({ range, message }) => `${range.start.line}: ${message}`);
  expect(found).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^5: Incorrect type. Expected "string [|] object/),
      '6: Property value_of_tme is not allowed.',
    ]),
  );
  expect(found.some((text) => text.includes('Missing property "value_of_time"'))).toBe(true);
});

const shipped = ['trans-afghan', 'examples', 'events'].flatMap((name) =>
  readdirSync(new URL(`../${name}/`, folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `../${name}/${file}`),
);

test.each(shipped)('nothing is wrong with the shipped %s', async (path) => {
  const uri = new URL(path, folder);
  expect(await client.open(uri.href, readFileSync(uri, 'utf8'))).toEqual([]);
});
