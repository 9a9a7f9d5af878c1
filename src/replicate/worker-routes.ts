// Worker thread: builds the choice sets of the parts that it is sent, and sends them back.

import { parentPort, workerData } from 'node:worker_threads';
import { buildPart } from '../compile/route-sets.ts';
import type { RouteJobs } from './pool-routes.ts';

const { task, parts } = workerData as RouteJobs;

parentPort!.on('message', (part: number) => {
  const sets = buildPart(task, parts[part]);
  const buffers = Object.values(sets).map((array) => array.buffer as ArrayBuffer);
  parentPort!.postMessage({ part, sets }, buffers);
});
