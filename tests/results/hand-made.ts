// Results of replications written down by hand, for tests of what the tables make of them.

import type { CompiledModel } from '../../src/compile/compiled-model.ts';
import type { DiversionResult } from '../../src/diversion/diversion-result.ts';
import type { ReplicationResult } from '../../src/engine/replication-result.ts';
import type { ReplicationPlan } from '../../src/replicate/run-job.ts';
import type { Table } from '../../src/results/table.ts';

/** A result of the model's size with the given arrays, everything else zero. */
export function resultOf(
  { counts }: CompiledModel,
  arrays: Partial<Record<keyof ReplicationResult, readonly number[]>> = {},
): ReplicationResult {
  const { months, years, corridors, groups, routes, cells, arcs, posts } = counts;
  const fill = (name: keyof ReplicationResult, length: number) => {
    const values = arrays[name];
    if (values && values.length !== length) throw new Error(`${name} needs ${length} values`);
    return values ? Float64Array.from(values) : new Float64Array(length);
  };
  return {
    corridorTonnes: fill('corridorTonnes', months * (corridors + 1)),
    corridorCost: fill('corridorCost', months * corridors),
    corridorTonneDays: fill('corridorTonneDays', months * corridors),
    groupDispatched: fill('groupDispatched', years * groups),
    routeDispatched: fill('routeDispatched', years * routes),
    groupWaits: fill('groupWaits', years * groups),
    groupEventCost: fill('groupEventCost', years * groups),
    groupEventTime: fill('groupEventTime', years * groups),
    groupEventRisk: fill('groupEventRisk', years * groups),
    groupDelivered: fill('groupDelivered', years * groups),
    groupQueued: fill('groupQueued', years * groups),
    groupInTransit: fill('groupInTransit', years * groups),
    groupTurnedBack: fill('groupTurnedBack', years * groups),
    postTurnedBack: fill('postTurnedBack', months * posts),
    postTurnedCost: fill('postTurnedCost', months * posts),
    cellDemand: fill('cellDemand', years * cells),
    cellNotShipped: fill('cellNotShipped', years * cells),
    arcTonnes: fill('arcTonnes', years * arcs),
    postTonnes: fill('postTonnes', months * posts),
    postWaits: fill('postWaits', months * posts),
    postTonneDays: fill('postTonneDays', months * posts),
    postLongestQueue: fill('postLongestQueue', months * posts),
    largestBalanceError: arrays.largestBalanceError?.[0] ?? 0,
  };
}

/** A plan of models without draws. */
export function planOf(models: readonly CompiledModel[], replications: number): ReplicationPlan {
  return { models, draws: models.map(() => new Float64Array(0)), replications };
}

/** Moves of which the bounds are the moves themselves, and the demand that only one run has; none if not given. */
export function movesOf(
  { counts }: CompiledModel,
  transferred: readonly number[],
  demand: { readonly gained?: readonly number[]; readonly lost?: readonly number[] } = {},
): DiversionResult {
  const values = Float64Array.from(transferred);
  const places = new Float64Array(counts.years * (counts.groups + counts.cells));
  return {
    transferred: values,
    lowerBound: values,
    upperBound: values,
    newDemand: Float64Array.from(demand.gained ?? places),
    lostDemand: Float64Array.from(demand.lost ?? places),
  };
}

/** The means of a table by the texts of their rows, joined by spaces. */
export function meansOf(table: Table | undefined): Map<string, number> {
  const texts = table!.columns.flatMap((column) => (column.kind === 'text' ? [column.values] : []));
  const mean = table!.columns.find(({ name }) => name === 'mean')!;
  const rows = Array.from({ length: table!.rowCount }, (_, row) => row);
  return new Map(
    rows.map((row) => [texts.map((values) => values[row]).join(' '), mean.values[row] as number]),
  );
}
