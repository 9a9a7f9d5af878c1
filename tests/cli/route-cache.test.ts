// The cache of choice sets: a hit gives the same bytes, anything else than a whole file is built anew.

import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { roadNetwork } from '../../bench/road-network.ts';
import { cachedRouteSets } from '../../src/cli/route-cache.ts';
import { packRouteSets, routeKey } from '../../src/compile/route-key.ts';
import { buildRouteSets, type RouteTask, routeTask } from '../../src/compile/route-sets.ts';
import { scenario } from '../networks.ts';

const world = roadNetwork({ rows: 4, columns: 5, links: 31, zones: 4 });
const task = routeTask(scenario(world));
const sets = buildRouteSets(task);

let folder = '';
let built = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cargoflow-cache-'));
  built = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const ask = (of: RouteTask) =>
  cachedRouteSets(folder, of, async () => {
    built += 1;
    return buildRouteSets(of);
  });
const onlyFile = () => join(folder, readdirSync(folder)[0]);

test('built once, then read: the same bytes', async () => {
  expect(await ask(task)).toEqual(sets);
  expect(await ask(task)).toEqual(sets);
  expect(built).toBe(1);
  expect(readdirSync(folder)).toHaveLength(1);
  // The hash of the content, and the content.
  expect(readFileSync(onlyFile()).subarray(32)).toEqual(Buffer.from(packRouteSets(sets)));
});

test.each([
  ['cut short', (file: string) => truncateSync(file, 100)],
  ['empty', (file: string) => truncateSync(file, 0)],
  [
    'changed in one bit',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[200] ^= 1;
      writeFileSync(file, bytes);
    },
  ],
])('a file that is %s is built anew', async (_, spoil) => {
  await ask(task);
  spoil(onlyFile());
  expect(await ask(task)).toEqual(sets);
  expect(built).toBe(2);
  await ask(task);
  expect(built).toBe(2);
});

test('a folder that cannot be written is no failure', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const there = await cachedRouteSets(file, task, async () => sets);
  expect(there).toBe(sets);
});

test('whatever routes depend on makes another key; names, capacities and volumes do not', async () => {
  const baseline = scenario(world);
  const [first, ...others] = baseline.network.links;
  const withFirst = (fields: object) =>
    routeTask({
      ...baseline,
      network: { ...baseline.network, links: [{ ...first, ...fields }, ...others] },
    });
  expect(routeKey(withFirst({ name: 'Broadway', capacityTonnesPerDay: 7 }))).toBe(routeKey(task));
  for (const fields of [{ travelDays: 9 }, { costPerTonne: 9 }, { status: 'planned' }])
    expect(routeKey(withFirst(fields))).not.toBe(routeKey(task));
  const behaviour = { ...baseline.behaviour, detourLimit: 1.5 };
  expect(routeKey(routeTask({ ...baseline, behaviour }))).not.toBe(routeKey(task));
  // Other cells are another file.
  await ask(task);
  await ask(routeTask({ ...baseline, flows: baseline.flows.slice(1) }));
  expect(built).toBe(2);
});

test('no more than eight files are kept', async () => {
  const baseline = scenario(world);
  for (let cells = 1; cells <= 10; cells++)
    await ask(routeTask({ ...baseline, flows: baseline.flows.slice(0, cells) }));
  expect(readdirSync(folder)).toHaveLength(8);
});
