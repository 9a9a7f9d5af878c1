// cargoflow run: scenario files in, a results folder out.

import { join } from 'node:path';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import { drawInputs } from '../../replicate/draws.ts';
import { defaultWorkerCount, replicate } from '../../replicate/pool.ts';
import { type Aggregator, createAggregator, type FinishedTables } from '../../results/aggregate.ts';
import type { ResultsFolder } from '../../results/results-folder.ts';
import { stepCheckTable } from '../../results/step-check.ts';
import { summariseStudy } from '../../results/summarise-study.ts';
import { compileStudy } from '../compile-study.ts';
import { exitCodes } from '../exit-codes.ts';
import { idleEventProblems } from '../idle-events.ts';
import { hearSignals, interruptible } from '../interrupt.ts';
import { type LoadedStudy, loadStudy } from '../load-study.ts';
import { startProgress } from '../progress.ts';
import { loadRenderer, writeResults } from '../results-folder.ts';
import { folderProblem } from '../results-writer.ts';
import {
  diversionLines,
  expectationLines,
  machineSummary,
  unmetLines,
  unnamedWarning,
  viewScenarios,
} from '../run-summary.ts';
import { halveSteps, stepCheckLines } from '../step-check.ts';
import { stepProblem } from '../step-problem.ts';
import { say, sayError, sayFailure, styled } from '../terminal.ts';
import { version } from '../version.ts';

export interface RunOptions {
  readonly replications?: number;
  readonly workers?: number;
  readonly seed?: string;
  /** Names of the scenarios to run; none = all that the files give. */
  readonly scenario?: readonly string[];
  readonly out?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
  /** Run again with half the step, and write `step-check.csv`. */
  readonly checkStep?: boolean;
  /** Write all tables of statistics once more as one Parquet file. */
  readonly parquet?: boolean;
  /** Solve for the stationary split instead, on this day (day number) if given. */
  readonly static?: boolean;
  readonly on?: number;
}

/** What is run: the options with the file's answers where the command line said nothing. */
export interface RunPlan {
  readonly study: LoadedStudy;
  readonly models: readonly CompiledModel[];
  readonly draws: readonly Float64Array[];
  readonly replications: number;
  readonly seed: string;
  readonly folder: string;
}

/** @returns the exit code */
export async function run(files: readonly string[], options: RunOptions): Promise<number> {
  const plan = await preparePlan(files, options);
  if (!plan || !stepIsShort(plan)) return exitCodes.badInput;
  try {
    const [{ results: found, expectations, quantiles }] = await Promise.all([
      simulate(plan, options),
      loadRenderer(),
    ]);
    const results = options.checkStep ? await checkStep(plan, found, options) : found;
    await writeResults(plan.folder, results, manifestOf(plan, quantiles), {
      parquet: options.parquet ?? false,
      inputUnits: new Map(
        plan.models.flatMap(({ inputs }) => inputs.map(({ name, unit }) => [name, unit])),
      ),
    });
    tell(plan.folder, results, options);
    return expectations.some(({ met }) => met === 'no') ? exitCodes.failed : exitCodes.done;
  } catch (error) {
    sayFailure(error);
    return exitCodes.runFailed;
  }
}

/**
 * Loads, compiles and draws; says what is wrong and gives undefined when something is.
 * @param folderOf results folder of a study when no option names one
 * @param mayWrite says why results may not be written there, if they are at all
 */
export async function preparePlan(
  files: readonly string[],
  options: RunOptions,
  folderOf: (study: string) => string = (study) => join('results', study),
  mayWrite: (folder: string) => string | undefined = folderProblem,
): Promise<RunPlan | undefined> {
  const { study, messages } = await loadStudy(files, hearSignals, options.scenario);
  messages.forEach(say);
  if (!study) return undefined;
  const folder = options.out ?? folderOf(study.name);
  const problem = mayWrite(folder);
  if (problem) {
    sayError(problem);
    return undefined;
  }
  const models = await compileStudy(study, folder, options.workers);
  await hearSignals();
  if (!models || !allEventsAct(models)) return undefined;
  const replications = options.replications ?? study.replications;
  const seed = options.seed ?? study.seed;
  if (replications === undefined || seed === undefined) {
    sayError('the scenarios ask for different replications or seeds; say --replications, --seed');
    return undefined;
  }
  const draws: Float64Array[] = [];
  for (const model of models) {
    draws.push(drawInputs(model.inputs, seed, replications, model.sampling));
    await hearSignals();
  }
  return { study, folder, models, draws, replications, seed };
}

/** Says which events meet no cargo; false when there are any. */
function allEventsAct(models: readonly CompiledModel[]): boolean {
  const problems = idleEventProblems(models);
  problems.forEach(sayError);
  return problems.length === 0;
}

/** Says what is wrong with the step, or what no step would mend. */
function stepIsShort({ models }: RunPlan): boolean {
  const problem = stepProblem(models);
  if (problem?.severity === 'error') sayError(problem.message);
  else if (problem) say(`${styled('yellow', 'warning:')} ${problem.message}`);
  return problem?.severity !== 'error';
}

/** Runs all replications and gathers them in tables. */
export async function simulate(plan: RunPlan, options: RunOptions) {
  const { study, models, draws, replications, seed } = plan;
  const scenarios = [study.baseline, ...study.scenarios];
  const aggregator = createAggregator({ models, draws, replications }, scenarios);
  const progress = startProgress(replications, options.quiet ?? false);
  try {
    await interruptible(progress.stop, () =>
      replicate(
        { models, draws, replications },
        options.workers ?? defaultWorkerCount,
        (outcome) => {
          aggregator.add(outcome);
          progress.advance();
        },
      ),
    );
  } finally {
    progress.stop();
  }
  const { tables, expectations, quantiles } = await finish(aggregator);
  const summary = summariseStudy({
    name: study.name,
    scenarios,
    models,
    draws,
    replications,
    seed,
    flows: tables.find(({ name }) => name === 'flows'),
  });
  const results: ResultsFolder = {
    summary,
    tables: new Map(tables.map((table) => [table.name, table])),
  };
  return { results, expectations, quantiles };
}

/** The results with the table `step-check`, from a second run with half the step. */
async function checkStep(
  plan: RunPlan,
  { summary, tables }: ResultsFolder,
  options: RunOptions,
): Promise<ResultsFolder> {
  const study = halveSteps(plan.study);
  const models = await compileStudy(study, plan.folder, options.workers);
  if (!models) throw new Error('the study with half the step cannot be compiled');
  const { results: half } = await simulate({ ...plan, study, models }, options);
  const table = stepCheckTable(tables.get('corridors')!, half.tables.get('corridors')!);
  return { summary, tables: new Map([...tables, [table.name, table]]) };
}

async function finish(aggregator: Aggregator): Promise<FinishedTables> {
  const pieces = aggregator.finishByPieces();
  let piece = pieces.next();
  while (!piece.done) {
    await hearSignals();
    piece = pieces.next();
  }
  return piece.value;
}

export function manifestOf(
  { study, replications, seed }: RunPlan,
  quantiles: FinishedTables['quantiles'],
) {
  return {
    cargoflow: version,
    node: process.version,
    created: new Date().toISOString(),
    seed,
    replications,
    step_days: study.baseline.horizon.stepDays,
    quantiles,
    inputs: study.inputs,
  };
}

function tell(folder: string, results: ResultsFolder, { quiet, json }: RunOptions): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(machineSummary(folder, results), null, 2)}\n`);
  }
  const warning = unnamedWarning(results);
  if (warning) say(`${styled('yellow', 'warning:')} ${warning}`);
  for (const view of viewScenarios(results)) {
    const lines = quiet
      ? unmetLines(view)
      : [...diversionLines(view), ...expectationLines(view), ''];
    lines.forEach(say);
  }
  if (!quiet) stepCheckLines(results).forEach(say);
  if (!quiet) say(`report: ${styled('bold', join(folder, 'report.html'))}`);
}
