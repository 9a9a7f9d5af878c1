// Puts results that arrive in any order back into the order of their replications.

/** Takes results as they arrive and hands them on, replication 0 first, each exactly once. */
export function inReplicationOrder<Result extends { readonly replication: number }>(
  consume: (result: Result) => void,
): (result: Result) => void {
  const waiting = new Map<number, Result>();
  let due = 0;
  return (result) => {
    waiting.set(result.replication, result);
    for (let next = waiting.get(due); next; next = waiting.get(due)) {
      waiting.delete(due);
      due += 1;
      consume(next);
    }
  };
}
