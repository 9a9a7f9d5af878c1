// The command `import`: files of another tool in, a study's folder out.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importStudy } from '../../import/import-study.ts';
import type { LengthUnit, SpeedUnit, TimeUnit } from '../../import/imported-network.ts';
import { modes } from '../../model/network.ts';
import { readSource } from '../../scenario/input-file.ts';
import type { SourceText } from '../../scenario/place.ts';
import type { Problem } from '../../scenario/problem.ts';
import { problemLines } from '../../scenario/problem-formats.ts';
import { exitCodes } from '../exit-codes.ts';
import { readInputFile } from '../files.ts';
import { writeFolder } from '../results-writer.ts';
import { say, sayError, styled } from '../terminal.ts';

export interface ImportOptions {
  readonly out: string;
  readonly volumeUnit: string;
  readonly tariff: string;
  readonly valueOfTime: string;
  readonly routeScale: string;
  readonly mode: string;
  readonly country: string;
  readonly lengthUnit?: LengthUnit;
  readonly speedUnit?: SpeedUnit;
  readonly timeUnit?: TimeUnit;
}

/** @returns exit code: done, or bad input; nothing is written then */
export async function importFiles(
  files: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const problems: Problem[] = [];
  const sources = files.map((file) =>
    readSource(file, readInputFile, problems, { missing: 'there is no such file' }),
  );
  const messages = optionMessages(options);
  if (problems.length > 0 || messages.length > 0) return refuse(problems, messages);
  const units = {
    length: options.lengthUnit,
    speed: options.speedUnit,
    time: options.timeUnit,
  };
  const outcome = importStudy(sources as SourceText[], { ...options, units });
  if ('problems' in outcome) return refuse(outcome.problems, outcome.messages);
  await writeFolder(options.out, async (put) => {
    for (const [name, text] of outcome.files) await put(name, [text]);
  });
  outcome.summary.forEach(say);
  say(`run it: ${styled('bold', `cargoflow run ${join(options.out, 'baseline.yaml')}`)}`);
  return exitCodes.done;
}

function optionMessages({ out, mode, country }: ImportOptions): string[] {
  const messages: string[] = [];
  if (existsSync(out) && !isEmptyFolder(out))
    messages.push(`${out} holds something already; name a new folder`);
  if (!(modes as readonly string[]).includes(mode))
    messages.push(`--mode ${mode}: one of ${modes.join(', ')}`);
  if (!/^[A-Z]{3}$/.test(country)) messages.push(`--country ${country}: three capital letters`);
  return messages;
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

function refuse(problems: readonly Problem[], messages: readonly string[]): number {
  for (const line of problemLines(problems)) say(line);
  messages.forEach(sayError);
  return exitCodes.badInput;
}
