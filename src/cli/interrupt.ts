// Ends the process at once, but cleanly, when it is interrupted during some work.

import { exitCodes } from './exit-codes.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs the work; when the process is told to end meanwhile, cleans up and exits with 130. Only for work that
 * lets the event loop run: elsewhere a signal had better end the process by itself, at once, since there is
 * nothing to clean up; a shell reports 130 for that too.
 */
export async function interruptible<Result>(
  cleanUp: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = () => {
    cleanUp();
    process.exit(exitCodes.interrupted);
  };
  for (const signal of signals) process.once(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}
