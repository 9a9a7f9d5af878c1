// Runs one replication of the baseline and of every scenario on it, on the same draws.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DiversionResult } from '../diversion/diversion-result.ts';
import { accumulateDiversion } from '../diversion/ledger.ts';
import { createLoops } from '../engine/kernel-loops.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { createState, runReplication } from '../engine/run-replication.ts';

/** What every replication needs; the arrays lie in memory that the threads share. */
export interface ReplicationPlan {
  /** The baseline first, then the scenarios on it. */
  readonly models: readonly CompiledModel[];
  /** Draws of the inputs of each model, see `drawInputs` [models][replications * inputs]. */
  readonly draws: readonly Float64Array[];
  readonly replications: number;
}

/** The results of one replication. */
export interface ReplicationOutcome {
  readonly replication: number;
  /** In the order of the models. */
  readonly results: readonly ReplicationResult[];
  /** Each scenario against the baseline; entry 0 belongs to model 1. */
  readonly diversions: readonly DiversionResult[];
}

/** Prepares what all jobs of a thread share, and gives the function that runs a replication. */
export function createJobRunner(
  plan: ReplicationPlan,
): (replication: number) => ReplicationOutcome {
  const [baseline, ...scenarios] = plan.models;
  const states = plan.models.map((model) => createState(model, createLoops()));
  const { steps, groups, cells } = baseline.counts;
  const baselineSeries = new Float64Array(steps * (groups + cells));
  const scenarioSeries = new Float64Array(steps * (groups + cells));
  const run = (model: number, replication: number, series: Float64Array) => {
    const { inputs } = plan.models[model];
    const first = replication * inputs.length;
    const draws = plan.draws[model].subarray(first, first + inputs.length);
    return runReplication(plan.models[model], draws, states[model], series);
  };
  return (replication) => {
    const results = [run(0, replication, baselineSeries)];
    const diversions: DiversionResult[] = [];
    scenarios.forEach((scenario, index) => {
      results.push(run(index + 1, replication, scenarioSeries));
      diversions.push(accumulateDiversion(scenario, baselineSeries, scenarioSeries));
    });
    return { replication, results, diversions };
  };
}
