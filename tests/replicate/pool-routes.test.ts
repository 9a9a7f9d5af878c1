// Choice sets built on threads are those built on one.

import { expect, test } from 'vitest';
import { roadNetwork } from '../../bench/road-network.ts';
import { buildRouteSets, routeTask } from '../../src/compile/route-sets.ts';
import { buildRouteSetsOnThreads } from '../../src/replicate/pool-routes.ts';
import { scenario } from '../networks.ts';

const size = { rows: 6, columns: 8, links: 90, zones: 9 };
const task = routeTask(scenario(roadNetwork(size)));

test('the same bits for any number of workers', async () => {
  const alone = buildRouteSets(task);
  expect(alone.routeCost.length).toBeGreaterThan(72);
  for (const workers of [1, 2, 5])
    expect(await buildRouteSetsOnThreads(task, workers)).toEqual(alone);
}, 60_000);

test('what a thread cannot do stops the run', async () => {
  const broken = { ...task, cellCommodity: task.cellCommodity.map(() => 7) };
  await expect(buildRouteSetsOnThreads(broken, 2)).rejects.toThrow();
}, 60_000);
