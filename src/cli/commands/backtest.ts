// The command `backtest`: runs episodes whose outcome is known, and prints how the model did.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BacktestScore, scoreBacktest } from '../../calibration/backtest.ts';
import { backtestReport } from '../../report/backtest-report.ts';
import { readBacktest } from '../../scenario/backtest.ts';
import { loadScenario } from '../../scenario/load.ts';
import { formatProblem, type Problem } from '../../scenario/problem.ts';
import { exitCodes } from '../exit-codes.ts';
import { readTextFile } from '../files.ts';
import { say, sayError } from '../terminal.ts';

export interface BacktestOptions {
  readonly replications: number;
  readonly json?: boolean;
}

const fileName = 'backtest.yaml';

/** @returns exit code: failed when a naive forecast is better than the model */
export function backtest(folder: string, { replications, json }: BacktestOptions): number {
  const folders = foldersUnder(folder);
  if (folders.length === 0) {
    sayError(`there is no ${fileName} in ${folder} or in a folder inside it`);
    return exitCodes.badInput;
  }
  const scores = folders.map((one) => scoreFolder(one, replications));
  const whole = scores.filter((score) => score !== undefined);
  if (whole.length < folders.length) return exitCodes.badInput;
  process.stdout.write(json ? `${JSON.stringify(whole, null, 2)}\n` : `${backtestReport(whole)}\n`);
  const beaten = whole.some(
    ({ modelError, unchangedError, proportionalError }) =>
      modelError >= Math.min(unchangedError, proportionalError),
  );
  return beaten ? exitCodes.failed : exitCodes.done;
}

function foldersUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  return [folder, ...inside].filter((one) => existsSync(join(one, fileName)));
}

function scoreFolder(folder: string, replications: number): BacktestScore | undefined {
  const problems: Problem[] = [];
  const episode = readBacktest(join(folder, fileName), readTextFile, problems);
  const outcome = episode && loadScenario(join(folder, episode.scenario), readTextFile);
  problems.push(...(outcome?.problems ?? []));
  for (const problem of problems) say(formatProblem(problem));
  if (!episode || !outcome || !('scenario' in outcome)) return undefined;
  return scoreBacktest(episode, outcome.baseline, outcome.scenario, replications);
}
