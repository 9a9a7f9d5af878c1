// Numbers the pairs of sinks between which the tonnes of a cell can move.

import type { CompiledModel } from '../compile/compiled-model.ts';

/**
 * First pair of each cell and the total [cells + 1]: a cell with n groups has n + 1 sinks (its groups in
 * order, then not shipped) and (n + 1)² pairs, in order of `from`, then `to`.
 */
export function pairStarts({ routes, counts }: CompiledModel): Int32Array {
  const starts = new Int32Array(counts.cells + 1);
  for (let cell = 0; cell < counts.cells; cell++) {
    const sinks = routes.cellGroupStart[cell + 1] - routes.cellGroupStart[cell] + 1;
    starts[cell + 1] = starts[cell] + sinks * sinks;
  }
  return starts;
}
