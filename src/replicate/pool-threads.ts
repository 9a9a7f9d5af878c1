// Starts worker threads that live until they are told to end.

import type { Worker } from 'node:worker_threads';
import Pool from 'worker-threads-pool';

/**
 * Starts threads of one module with the same data. The pool only bounds and starts them: its own `destroy` would leave
 * some of them behind, so that who starts threads ends them.
 */
export function startThreads(entry: URL, workerData: unknown, count: number): Promise<Worker[]> {
  const pool = new Pool({ max: count });
  const started = Array.from({ length: count }, () => {
    return new Promise<Worker>((resolve, reject) => {
      pool.acquire(entry, { workerData }, (error, worker) => {
        if (error) reject(error);
        else resolve(worker);
      });
    });
  });
  return Promise.all(started);
}
