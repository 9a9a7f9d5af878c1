// Runs one replication of the baseline and of every scenario on it, on the same draws.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DiversionResult } from '../diversion/diversion-result.ts';
import { accumulateDiversion } from '../diversion/ledger.ts';
import { stepOfFork, takeOver } from '../engine/fork-run.ts';
import { createLoops } from '../engine/kernel-loops.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { continueRun, createState, type Run, startRun } from '../engine/run-replication.ts';

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
  const states = plan.models.map((model) => createState(model, createLoops()));
  const { steps, groups, cells } = plan.models[0].counts;
  const baselineSeries = new Float64Array(steps * (groups + cells));
  const scenarioSeries = new Float64Array(steps * (groups + cells));
  const start = (model: CompiledModel, index: number, replication: number) => {
    const first = replication * model.inputs.length;
    const draws = plan.draws[index].subarray(first, first + model.inputs.length);
    return startRun(model, draws, states[index], index === 0 ? baselineSeries : scenarioSeries);
  };
  return (replication) => {
    const runs = plan.models.map((model, index) => start(model, index, replication));
    const [baseline, ...scenarios] = runs;
    const forks = runToForks(baseline, scenarios);
    const diversions = scenarios.map((scenario, index) => {
      continueRun(scenario, steps);
      return accumulateDiversion(scenario.model, baselineSeries, scenarioSeries, forks[index]);
    });
    return { replication, results: runs.map(({ recorder }) => recorder.result), diversions };
  };
}

/** Runs the baseline, and lets each scenario take over where the two part; gives the steps of the forks. */
function runToForks(baseline: Run, scenarios: readonly Run[]): number[] {
  const forks = scenarios.map((scenario) => stepOfFork(baseline, scenario));
  const inTime = [...scenarios.keys()].sort((a, b) => forks[a] - forks[b]);
  for (const index of inTime) {
    continueRun(baseline, forks[index]);
    takeOver(baseline, scenarios[index]);
  }
  continueRun(baseline, baseline.model.counts.steps);
  return forks;
}
