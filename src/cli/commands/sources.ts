// The command `sources`: where the numbers of a study come from.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf } from '../../provenance/coverage.ts';
import { coverageReport } from '../../report/coverage-report.ts';
import { studyFileNames } from '../../scenario/study-files.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadStudy } from '../load-study.ts';
import { say } from '../terminal.ts';

/** @returns exit code: failed when an assumed number has no plausible range */
export async function sources(
  folder: string,
  { format }: { readonly format: string },
): Promise<number> {
  const { study, messages } = await loadStudy(scenarioFilesOf(folder), async () => {});
  messages.forEach(say);
  if (!study) return exitCodes.badInput;
  const coverage = coverageOf(study.baseline, study.scenarios);
  const text =
    format === 'json' ? `${JSON.stringify(coverage, null, 2)}\n` : coverageReport(coverage);
  process.stdout.write(text);
  return coverage.withoutRange.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** The baseline and the scenarios of a study's folder. */
function scenarioFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !studyFileNames.includes(name))
    .sort()
    .map((name) => join(folder, name));
}
