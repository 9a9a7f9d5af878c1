// Each thing that an event can say has an example file, whose expectations hold and which the reference links.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type DescribedSchema, fileSchema } from '../../src/scenario/json-schema.ts';

const folder = 'scenarios/events';
const examples = readdirSync(folder)
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
  .filter(({ text }) => /^extends:/m.test(text));

const schema = fileSchema('scenario');
const eventSchema = schema.properties?.events?.items;
const { effect, repeat } = eventSchema?.properties ?? {};
/** Keys by the key that they stand under. */
const groups: [string, DescribedSchema | undefined][] = [
  ['event', eventSchema],
  ['on', schema.definitions?.selector],
  ['repeat', repeat],
  ['effect', effect],
  ['ban', effect?.properties?.ban],
  ['cargo', effect?.properties?.cargo],
];
/** Needed in every event, or about where numbers come from. */
const plain = ['id', 'title', 'on', 'effect', 'source', 'assumption'];

describe.each(groups)('under %s', (group, keys) => {
  const names = Object.keys(keys?.properties ?? {}).filter((key) => !plain.includes(key));
  test('there are keys', () => expect(names.length).toBeGreaterThan(1));
  test.each(names)('%s stands in an example', (key) => {
    const used = examples.filter(({ text }) => pathsOf(parse(text).events).has(`${group}.${key}`));
    expect(used.map(({ name }) => name)).not.toEqual([]);
  });
});

/** The keys below events, each with the section that it stands in; selectors stand in selectors. */
function pathsOf(events: readonly object[]): Set<string> {
  const paths = new Set<string>();
  const visit = (value: unknown, group: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, group);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        paths.add(`${group}.${key}`);
        visit(inner, ['all', 'any', 'not'].includes(key) ? group : key);
      }
    }
  };
  visit(events, 'event');
  return paths;
}

test.each(examples)('$name works its values out and stands in the reference', ({ name, text }) => {
  expect(text.split('\n')[1]).toMatch(/^# \S/);
  expect(text).toMatch(/^expect:\n {2}- /m);
  const page = readFileSync('docs/scenario-reference.md', 'utf8');
  expect(page).toContain(`(../scenarios/events/${name})`);
});

test('all expectations of the examples hold', () => {
  const words = ['--import', 'tsx', 'src/cli/main.ts', 'test', folder, '--workers', '1'];
  const { status, stderr } = spawnSync(process.execPath, words, {
    env: { ...process.env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  const [met] = /^(\d+) met$/m.exec(stderr)?.slice(1) ?? [];
  expect(Number(met)).toBeGreaterThan(examples.length);
  expect(status).toBe(0);
}, 180_000);
