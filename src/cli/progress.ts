// The progress bar of a run, apart from other messages: most commands do without it, and start sooner.

import { SingleBar } from 'cli-progress';

/** Shows how far the replications are; nothing without a terminal. */
export interface Progress {
  advance(): void;
  stop(): void;
}

export function startProgress(total: number, quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return { advance() {}, stop() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value}/{total} replications, {eta_formatted} to go',
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { advance: () => bar.increment(), stop: () => bar.stop() };
}
