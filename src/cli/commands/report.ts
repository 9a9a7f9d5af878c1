// cargoflow report: the reports of a results folder, rendered again from its tables.

import { join } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { rewriteReports } from '../results-folder.ts';
import { say, sayError } from '../terminal.ts';

/** @returns the exit code */
export async function report(folder: string): Promise<number> {
  try {
    await rewriteReports(folder);
  } catch (error) {
    sayError((error as Error).message);
    return exitCodes.badInput;
  }
  say(`report: ${join(folder, 'report.html')}`);
  return exitCodes.done;
}
