// cargoflow run --static: scenario files in, the stationary split on given dates out.

import { join } from 'node:path';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import { modelOnDate } from '../../equilibrium/model-on-date.ts';
import {
  NoStationarySplit,
  type StaticSplit,
  solveStaticSplit,
} from '../../equilibrium/static-split.ts';
import { calendarDate, dayNumber, formatDate } from '../../model/calendar.ts';
import type { Horizon } from '../../model/scenario.ts';
import { createStaticRecorder } from '../../results/static-tables.ts';
import type { Table } from '../../results/table.ts';
import { exitCodes } from '../exit-codes.ts';
import { hearSignals } from '../interrupt.ts';
import { startProgress } from '../progress.ts';
import { writeTables } from '../results-folder.ts';
import { staticLines } from '../static-summary.ts';
import { say, sayError, sayFailure, styled } from '../terminal.ts';
import { manifestOf, preparePlan, type RunOptions, type RunPlan } from './run.ts';

/** @returns the exit code */
export async function runStatic(files: readonly string[], options: RunOptions): Promise<number> {
  const plan = await preparePlan(files, options, (study) => join('results', `${study}-static`));
  if (!plan) return exitCodes.badInput;
  const { horizon } = plan.study.baseline;
  const days = options.on === undefined ? midYears(horizon) : [options.on];
  const problem = dateProblem(days[0], horizon);
  if (problem) {
    sayError(problem);
    return exitCodes.badInput;
  }
  try {
    const tables = await solveAll(plan, days, options.quiet ?? false);
    await writeTables(plan.folder, tables, manifestOf(plan, 'exact'));
    if (!options.quiet) tell(plan, tables, days);
    return exitCodes.done;
  } catch (error) {
    if (error instanceof NoStationarySplit) sayError(error.message);
    else sayFailure(error);
    return exitCodes.runFailed;
  }
}

function dateProblem(day: number, { startDay, endDay }: Horizon): string | undefined {
  if (day >= startDay && day < endDay) return undefined;
  const [start, end] = [startDay, endDay - 1].map(formatDate);
  return `--on ${formatDate(day)} lies outside the horizon, ${start} to ${end}`;
}

/** 1 July of every calendar year in the horizon; its last day when there is none. */
function midYears({ startDay, endDay }: Horizon): number[] {
  const days: number[] = [];
  const lastYear = calendarDate(endDay - 1).year;
  for (let { year } = calendarDate(startDay); year <= lastYear; year++) {
    const day = dayNumber(year, 7, 1);
    if (day >= startDay && day < endDay) days.push(day);
  }
  return days.length > 0 ? days : [endDay - 1];
}

/** Solves every scenario on every date with the draws of every replication. */
async function solveAll(
  { models, draws, replications }: RunPlan,
  days: readonly number[],
  quiet: boolean,
): Promise<Table[]> {
  const recorder = createStaticRecorder(models, days.map(formatDate), replications);
  const progress = startProgress(replications, quiet);
  try {
    for (let replication = 0; replication < replications; replication++) {
      models.forEach((model, index) => {
        const first = replication * model.inputs.length;
        const drawn = draws[index].subarray(first, first + model.inputs.length);
        days.forEach((day, date) => {
          const place = `${model.name}, ${formatDate(day)}, replication ${replication}`;
          recorder.add(index, date, replication, solveOn(model, day, drawn, place));
        });
      });
      progress.advance();
      await hearSignals();
    }
  } finally {
    progress.stop();
  }
  return recorder.tables();
}

/** @param place for the message when there is no split */
function solveOn(
  model: CompiledModel,
  day: number,
  draws: Float64Array,
  place: string,
): StaticSplit {
  try {
    return solveStaticSplit(modelOnDate(model, day), draws);
  } catch (error) {
    if (error instanceof NoStationarySplit) error.message = `${place}: ${error.message}`;
    throw error;
  }
}

function tell({ study, folder }: RunPlan, list: readonly Table[], days: readonly number[]): void {
  const tables = new Map(list.map((table) => [table.name, table]));
  for (const { name } of study.scenarios) {
    staticLines({ tables }, study.baseline.name, name, days.map(formatDate)).forEach(say);
    say('');
  }
  say(`tables: ${styled('bold', join(folder, 'static-corridors.csv'))}`);
}
