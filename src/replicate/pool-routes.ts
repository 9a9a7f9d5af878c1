// Builds choice sets on worker threads.

import type { Worker } from 'node:worker_threads';
import {
  buildRouteSets,
  joinParts,
  partsOf,
  type RouteSets,
  type RouteTask,
} from '../compile/route-sets.ts';
import { startThreads } from './pool-threads.ts';
import { workerEntry } from './worker-entry.ts';

/** What every thread has. */
export interface RouteJobs {
  readonly task: RouteTask;
  /** The cells of each part. */
  readonly parts: readonly Int32Array[];
}

/** Parts for each thread and commodity: two, so that no thread waits long for the last. */
const partsPerWorker = 2;

/**
 * The choice sets of a task, the same bits for any number of workers.
 * Rejects, with all threads stopped, when a thread fails.
 */
export async function buildRouteSetsOnThreads(
  task: RouteTask,
  workerCount: number,
): Promise<RouteSets> {
  const parts = partsOf(task, partsPerWorker * workerCount);
  const count = Math.min(workerCount, parts.length);
  if (count < 2) return buildRouteSets(task);
  const jobs: RouteJobs = { task, parts };
  const workers = await startThreads(workerEntry('worker-routes'), jobs, count);
  try {
    const built = await new Promise<RouteSets[]>((resolve, reject) => {
      feedParts(workers, parts.length, resolve, reject);
    });
    return joinParts(task, parts, built);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives each worker one part after the other until all are back. */
function feedParts(
  workers: readonly Worker[],
  partCount: number,
  finish: (built: RouteSets[]) => void,
  fail: (error: Error) => void,
): void {
  const built = new Array<RouteSets>(partCount);
  let sent = 0;
  let received = 0;
  const sendPart = (worker: Worker) => {
    if (sent < partCount) worker.postMessage(sent++);
  };
  for (const worker of workers) {
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', (code) => fail(new Error(`choice sets: a thread ended with code ${code}`)));
    worker.on('message', ({ part, sets }: { part: number; sets: RouteSets }) => {
      built[part] = sets;
      received += 1;
      sendPart(worker);
      if (received === partCount) finish(built);
    });
    sendPart(worker);
  }
}
