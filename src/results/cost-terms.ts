// Sums up what the dispatched tonnes of each group cost, term by term.

import { type CompiledModel, freeCostTerms } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';

/** The terms of the generalised cost; they add up to it (docs/model.md, eq. 1). */
export const costTerms = [
  ...freeCostTerms.slice(0, -1),
  'queue',
  'event_cost',
  'event_time',
  'risk',
  'constant',
] as const;

/**
 * USD of what was dispatched, by year, group and term [years * groups * terms]: the free terms of the routes taken, the
 * value of the predicted waits, and what events added.
 */
export function groupCosts(model: CompiledModel, result: ReplicationResult): Float64Array {
  const { counts, routes, choice, costs } = model;
  const width = costTerms.length;
  const sums = new Float64Array(counts.years * counts.groups * width);
  const free = freeCostTerms.map((term) => costTerms.indexOf(term));
  for (let year = 0; year < counts.years; year++) {
    for (let route = 0; route < counts.routes; route++) {
      const tonnes = result.routeDispatched[year * counts.routes + route];
      if (tonnes === 0) continue;
      const row = (year * counts.groups + routes.routeGroup[route]) * width;
      const first = route * free.length;
      for (let term = 0; term < free.length; term++)
        sums[row + free[term]] += tonnes * costs.routeTerms[first + term];
    }
    for (let group = 0; group < counts.groups; group++) {
      const index = year * counts.groups + group;
      const row = index * width;
      const valueOfTime = choice.cellValueOfTime[routes.groupCell[group]];
      sums[row + queueTerm] = result.groupWaits[index] * valueOfTime;
      sums[row + eventCostTerm] = result.groupEventCost[index];
      sums[row + eventTimeTerm] = result.groupEventTime[index];
      sums[row + riskTerm] = result.groupEventRisk[index];
    }
  }
  return sums;
}

const queueTerm = costTerms.indexOf('queue');
const eventCostTerm = costTerms.indexOf('event_cost');
const eventTimeTerm = costTerms.indexOf('event_time');
const riskTerm = costTerms.indexOf('risk');
