// cargoflow dump: one replication of a scenario as documented JSON, for whoever checks or repeats it elsewhere.

import { join } from 'node:path';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import { drawModel } from '../../compile/draw-model.ts';
import { type DumpOrigin, modelChunks, resultChunks, traceLine } from '../../dump/dump.ts';
import type { ReplicationResult } from '../../engine/replication-result.ts';
import { createState, runReplication, stepThrough } from '../../engine/run-replication.ts';
import type { EngineState } from '../../engine/state.ts';
import { drawInputs } from '../../replicate/draws.ts';
import { compileStudy } from '../compile-study.ts';
import { exitCodes } from '../exit-codes.ts';
import { hearSignals } from '../interrupt.ts';
import { loadStudy } from '../load-study.ts';
import { folderProblem, writeFolder } from '../results-writer.ts';
import { severalScenarios } from '../scenario-names.ts';
import { say, sayError } from '../terminal.ts';
import { version } from '../version.ts';

export interface DumpOptions {
  /** Needed where the file gives several scenarios. */
  readonly scenario?: string;
  readonly replication: number;
  readonly replications?: number;
  readonly seed?: string;
  readonly trace?: boolean;
  readonly out?: string;
}

/** What is dumped. */
interface DumpPlan {
  readonly model: CompiledModel;
  readonly draws: Float64Array;
  readonly origin: DumpOrigin;
}

/** @returns the exit code */
export async function dump(file: string, options: DumpOptions): Promise<number> {
  const folder = options.out ?? join('results', 'dump');
  const problem = folderProblem(folder, 'a dump', 'model.json');
  if (problem) {
    sayError(problem);
    return exitCodes.badInput;
  }
  const plan = await preparePlan(file, options, folder);
  if (!plan) return exitCodes.badInput;
  await writeDump(folder, plan, options.trace ?? false);
  say(`dump: ${folder}`);
  return exitCodes.done;
}

/** Loads, compiles and draws; says what is wrong and gives undefined when something is. */
async function preparePlan(
  file: string,
  options: DumpOptions,
  folder: string,
): Promise<DumpPlan | undefined> {
  const chosen = options.scenario === undefined ? [] : [options.scenario];
  const { study, messages } = await loadStudy([file], hearSignals, chosen);
  messages.forEach(say);
  if (study && study.scenarios.length > 1) {
    const names = study.scenarios.map(({ name }) => name);
    sayError(severalScenarios(file, names));
    return undefined;
  }
  const models = study && (await compileStudy(study, folder));
  if (!models) return undefined;
  const { replication } = options;
  const replications = options.replications ?? study.replications!;
  const seed = options.seed ?? study.seed!;
  if (replication >= replications) {
    sayError(
      `there is no replication ${replication}: of ${replications} the last is ${replications - 1}; say --replications to have more`,
    );
    return undefined;
  }
  const model = models[models.length - 1];
  const all = drawInputs(model.inputs, seed, replications, model.sampling);
  const first = replication * model.inputs.length;
  const draws = all.slice(first, first + model.inputs.length);
  return {
    model: drawModel(model, draws),
    draws,
    origin: { cargoflow: version, seed, replications, replication },
  };
}

async function writeDump(folder: string, plan: DumpPlan, trace: boolean): Promise<void> {
  const { model, draws, origin } = plan;
  await writeFolder(folder, async (put) => {
    await put('model.json', modelChunks(model, draws, origin));
    const { steps, groups, cells } = model.counts;
    const series = new Float64Array(steps * (groups + cells));
    let result: ReplicationResult | undefined;
    if (trace) {
      const states = stepThrough(model, draws, createState(model), series);
      const keep = (last: ReplicationResult) => {
        result = last;
      };
      await put('trace.ndjson', traceLines(states, keep));
    } else {
      result = runReplication(model, draws, createState(model), series);
    }
    await put('results.json', resultChunks(model, result!, origin));
  });
}

/** A line for each state; hands what the run gives at its end to `keep`. */
function* traceLines(
  states: Generator<EngineState, ReplicationResult>,
  keep: (result: ReplicationResult) => void,
): Generator<string> {
  let next = states.next();
  for (; !next.done; next = states.next()) yield traceLine(next.value);
  keep(next.value);
}
