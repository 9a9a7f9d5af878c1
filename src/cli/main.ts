#!/usr/bin/env node
// The command line: reads arguments, calls a command, sets the exit status.

import './optimise-later.ts';
import { Command, CommanderError } from 'commander';
import { declareAccept } from './declarations/accept.ts';
import { declareBacktest } from './declarations/backtest.ts';
import { declareCalibrate } from './declarations/calibrate.ts';
import { declareCompare } from './declarations/compare.ts';
import { declareDump } from './declarations/dump.ts';
import { declareExplain } from './declarations/explain.ts';
import { declareImport } from './declarations/import.ts';
import { declareInit } from './declarations/init.ts';
import { declarePlot } from './declarations/plot.ts';
import { declareReport } from './declarations/report.ts';
import { declareResolve } from './declarations/resolve.ts';
import { declareRun } from './declarations/run.ts';
import { declareSchema } from './declarations/schema.ts';
import { declareSources } from './declarations/sources.ts';
import { declareTest } from './declarations/test.ts';
import { declareValidate } from './declarations/validate.ts';
import { exitCodes } from './exit-codes.ts';
import { version } from './version.ts';

/** In the order of the help. A declaration loads what its command needs when it is called, so that --help answers at once. */
const declarations = [
  declareInit,
  declareRun,
  declareValidate,
  declareResolve,
  declareTest,
  declareCompare,
  declareAccept,
  declareExplain,
  declareReport,
  declarePlot,
  declareSchema,
  declareDump,
  declareCalibrate,
  declareSources,
  declareImport,
  declareBacktest,
];

const program = new Command('cargoflow')
  .description(
    'Simulates how freight moves between competing corridors, and who loses which tonnes to whom.',
  )
  .version(version)
  .exitOverride();
for (const declare of declarations) declare(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  } else {
    const { sayFailure } = await import('./terminal.ts');
    sayFailure(error);
    process.exitCode = exitCodes.runFailed;
  }
}
