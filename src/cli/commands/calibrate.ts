// The command `calibrate`: fits a study's corridor constants to its observations.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate } from '../../calibration/calibrate.ts';
import { writeConstants } from '../../calibration/write-constants.ts';
import { calibrationReport } from '../../report/calibration-report.ts';
import { loadScenario } from '../../scenario/load.ts';
import { readObserved } from '../../scenario/observed.ts';
import { formatProblem, hasErrors, type Problem } from '../../scenario/problem.ts';
import { exitCodes } from '../exit-codes.ts';
import { readInputFile } from '../files.ts';
import { say, sayError } from '../terminal.ts';

export interface CalibrateOptions {
  readonly write?: boolean;
  readonly scales?: boolean;
  readonly json?: boolean;
}

const triedScales = [0.7, 1, 1.4];

/** @returns exit code: failed when the fit does not converge */
export function calibrateStudy(folder: string, options: CalibrateOptions): number {
  const loaded = loadBoth(folder);
  if (!loaded) return exitCodes.badInput;
  const { baseline, observations } = loaded;
  const result = calibrate(baseline, observations, options.scales ? triedScales : []);
  if (options.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else process.stdout.write(calibrationReport(result));
  if (!result.converged) return exitCodes.failed;
  if (!options.write) return exitCodes.done;
  const file = join(folder, 'corridors.yaml');
  const constants = new Map(result.constants.map(({ corridor, after }) => [corridor, after]));
  const text = writeConstants(readFileSync(file, 'utf8'), constants);
  if (text === undefined) {
    sayError(
      `${file}: every corridor that is fitted needs a line \`constant: 0 USD/t\` to start from`,
    );
    return exitCodes.badInput;
  }
  writeFileSync(file, text);
  say(`written: ${file}`);
  return exitCodes.done;
}

function loadBoth(folder: string) {
  const problems: Problem[] = [];
  const outcome = loadScenario(join(folder, 'baseline.yaml'), readInputFile);
  problems.push(...outcome.problems);
  const baseline = 'baseline' in outcome ? outcome.baseline : undefined;
  const observations =
    baseline && readObserved(join(folder, 'observed.yaml'), baseline, readInputFile, problems);
  for (const problem of problems) say(formatProblem(problem));
  if (!baseline || !observations || hasErrors(problems)) return undefined;
  return { baseline, observations };
}
