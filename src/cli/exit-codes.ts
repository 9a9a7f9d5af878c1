// What the command says to the shell when it ends.

export const exitCodes = {
  done: 0,
  /** A comparison or an expectation failed. */
  failed: 1,
  /** Bad usage or bad input. */
  badInput: 2,
  /** The run broke off. */
  runFailed: 3,
  interrupted: 130,
} as const;
