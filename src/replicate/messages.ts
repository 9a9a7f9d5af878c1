// The messages between the pool and its worker threads.

import type { ReplicationOutcome } from './run-job.ts';

/** From the pool: the replication to run. */
export type JobMessage = number;

/** From a worker: a finished replication, or why it failed. */
export type WorkerMessage =
  | { readonly kind: 'done'; readonly outcome: ReplicationOutcome }
  | { readonly kind: 'failed'; readonly replication: number; readonly error: unknown };
