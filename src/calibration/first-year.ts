// Runs the first year of a baseline with every uncertain input at its median: the state that base-year figures are compared with.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { createState, runReplication } from '../engine/run-replication.ts';
import type { Scenario } from '../model/scenario.ts';
import { quantileOf } from '../numerics/distributions.ts';

const yearDays = 365;

/** The baseline over its first year only, in whole steps. */
export function firstYearOf(baseline: Scenario): Scenario {
  const { startDay, endDay, stepDays } = baseline.horizon;
  const steps = Math.max(1, Math.floor(Math.min(yearDays, endDay - startDay) / stepDays));
  return {
    ...baseline,
    horizon: { ...baseline.horizon, endDay: startDay + steps * stepDays },
  };
}

/** Tonnes a year that each route carries over the model's horizon, inputs at their medians [routes]. */
export function routeTonnesPerYear(model: CompiledModel): Float64Array {
  const { counts, time } = model;
  const draws = Float64Array.from(model.inputs, ({ distribution }) =>
    quantileOf(distribution, 0.5),
  );
  const series = new Float64Array(counts.steps * (counts.groups + counts.cells));
  const { routeDispatched } = runReplication(model, draws, createState(model), series);
  const tonnes = new Float64Array(counts.routes);
  routeDispatched.forEach((sent, index) => {
    tonnes[index % counts.routes] += sent;
  });
  const years = (counts.steps * time.stepDays) / time.yearDays[0];
  return tonnes.map((value) => value / years);
}
