// Runs the replications of a plan on worker threads and hands the outcomes on in replication order.

import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { WorkerMessage } from './messages.ts';
import { startThreads } from './pool-threads.ts';
import { inReplicationOrder } from './reorder.ts';
import type { ReplicationOutcome, ReplicationPlan } from './run-job.ts';
import { shareArrays } from './shared-memory.ts';
import { workerEntry } from './worker-entry.ts';

/** Jobs a worker holds, the running one included: one in store hides the way of a message, more would leave idle workers at the end. */
const jobsInHand = 2;

/** As many workers as the machine runs at once. */
export const defaultWorkerCount = availableParallelism();

/**
 * Runs every replication of the plan.
 * @param consume called on this thread, replication 0 first, whatever the number of workers
 * Rejects, with all threads stopped, when a replication fails (the message names it) or `consume` throws.
 */
export async function replicate(
  plan: ReplicationPlan,
  workerCount: number,
  consume: (outcome: ReplicationOutcome) => void,
): Promise<void> {
  const count = Math.min(workerCount, plan.replications);
  const workers = await startThreads(workerEntry('worker'), shareArrays(plan), count);
  try {
    await new Promise<void>((resolve, reject) => {
      feed(workers, plan.replications, inReplicationOrder(consume), resolve, reject);
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Keeps every worker in jobs until all replications are back. */
function feed(
  workers: readonly Worker[],
  replications: number,
  accept: (outcome: ReplicationOutcome) => void,
  finish: () => void,
  fail: (error: Error) => void,
): void {
  let sent = 0;
  let received = 0;
  const jobs = new Map<Worker, Set<number>>(workers.map((worker) => [worker, new Set()]));
  const sendJob = (worker: Worker) => {
    if (sent === replications) return;
    jobs.get(worker)!.add(sent);
    worker.postMessage(sent);
    sent += 1;
  };
  for (const worker of workers) {
    const failWith = (reason: unknown) => fail(describeFailure(jobs.get(worker)!, reason));
    worker.on('error', failWith);
    worker.on('messageerror', failWith);
    worker.on('exit', (code) => failWith(new Error(`worker thread ended with code ${code}`)));
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'failed') {
        fail(describeFailure(new Set([message.replication]), message.error));
        return;
      }
      try {
        jobs.get(worker)!.delete(message.outcome.replication);
        sendJob(worker);
        accept(message.outcome);
        received += 1;
        if (received === replications) finish();
      } catch (error) {
        fail(error as Error);
      }
    });
  }
  for (let round = 0; round < jobsInHand; round++) workers.forEach(sendJob);
}

/** The error of the first replication in hand, with its number in front; replications count from 0. */
function describeFailure(replications: ReadonlySet<number>, reason: unknown): Error {
  const [replication] = replications;
  const message = reason instanceof Error ? reason.message : String(reason);
  const place =
    replication === undefined ? 'before its first replication' : `replication ${replication}`;
  return new Error(`${place}: ${message}`, { cause: reason });
}
