// Worker thread: runs the replications it is sent, one after the other, and sends the results back.

import { parentPort, workerData } from 'node:worker_threads';
import type { JobMessage, WorkerMessage } from './messages.ts';
import { createJobRunner, type ReplicationOutcome, type ReplicationPlan } from './run-job.ts';

const runJob = createJobRunner(workerData as ReplicationPlan);

parentPort!.on('message', (replication: JobMessage) => {
  try {
    const outcome = runJob(replication);
    send({ kind: 'done', outcome }, buffersOf(outcome));
  } catch (error) {
    send({ kind: 'failed', replication, error }, []);
  }
});

function send(message: WorkerMessage, transferred: ArrayBuffer[]): void {
  parentPort!.postMessage(message, transferred);
}

/** The memory of the result arrays, which moves to the receiver instead of being copied. */
function buffersOf({ results, diversions }: ReplicationOutcome): ArrayBuffer[] {
  const values = [...results, ...diversions].flatMap((part): unknown[] => Object.values(part));
  const arrays = values.filter((value) => value instanceof Float64Array);
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
