// Ends the process at once, but cleanly, when it is interrupted during some work.

import { exitCodes } from './exit-codes.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs the work; when the process is told to end meanwhile, cleans up and exits with 130. Of works within works
 * the innermost cleans up. A signal is heard only when the work lets the event loop run, see `hearSignals`; work
 * that does not and has nothing to clean up had better be left to the signal itself.
 */
export async function interruptible<Result>(
  cleanUp: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = () => {
    cleanUp();
    process.exit(exitCodes.interrupted);
  };
  for (const signal of signals) process.prependOnceListener(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}

/** Ends the process here when a signal has come; called between pieces of work that take part of a second each. */
export async function hearSignals(): Promise<void> {
  // Signals arrive between the first and the second turn of the event loop, wherever it stood.
  for (let turn = 0; turn < 2; turn++) await new Promise((resume) => setImmediate(resume));
}
