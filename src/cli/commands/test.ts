// The command `test`: runs scenarios for their expectations alone.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ScenarioView, viewScenario } from '../../report/scenario-view.ts';
import { exitCodes } from '../exit-codes.ts';
import { junitReport } from '../junit.ts';
import { expectationLines } from '../run-summary.ts';
import { say, sayError, sayFailure, styled } from '../terminal.ts';
import { preparePlan, type RunOptions, simulate } from './run.ts';

export interface TestOptions extends RunOptions {
  readonly format: 'text' | 'junit';
}

/**
 * Tests the scenarios study by study.
 * @returns exit code: failed when an expectation is not met, bad input when a file is wrong or nothing is expected
 */
export async function test(paths: readonly string[], options: TestOptions): Promise<number> {
  const files = paths.flatMap(scenariosIn);
  if (files.length === 0) {
    sayError('there is no scenario in these folders: a YAML file that `extends` another');
    return exitCodes.badInput;
  }
  const tested: ScenarioView[] = [];
  for (const group of byFolder(files)) {
    const outcome = await testGroup(group, options);
    if (typeof outcome === 'number') return outcome;
    tested.push(...outcome);
  }
  const expectations = tested.flatMap((scenario) => scenario.expectations);
  if (expectations.length === 0) {
    sayError('these scenarios expect nothing; write `expect:`');
    return exitCodes.badInput;
  }
  tell(tested, options);
  return expectations.some(({ met }) => met === 'no') ? exitCodes.failed : exitCodes.done;
}

/** The file itself, or the scenarios of a folder by name. */
function scenariosIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return files
    .sort()
    .map((name) => join(path, name))
    .filter((file) => /^extends:/m.test(readFileSync(file, 'utf8')));
}

/** Files of one folder are run together, since their baseline is run once. */
function byFolder(files: readonly string[]): string[][] {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  return folders.map((folder) => files.filter((file) => dirname(file) === folder));
}

async function testGroup(
  files: readonly string[],
  options: TestOptions,
): Promise<ScenarioView[] | number> {
  const plan = await preparePlan(files, options, undefined, () => undefined);
  if (!plan) return exitCodes.badInput;
  try {
    const { results } = await simulate(plan, options);
    return results.summary.scenarios
      .filter(({ baseline }) => baseline !== '')
      .map((scenario) => viewScenario(results, scenario));
  } catch (error) {
    sayFailure(error);
    return exitCodes.runFailed;
  }
}

function tell(tested: readonly ScenarioView[], { format }: TestOptions): void {
  if (format === 'junit') {
    process.stdout.write(junitReport(tested));
    return;
  }
  for (const view of tested) {
    say(styled('bold', view.scenario.title));
    for (const line of expectationLines(view)) say(line);
    if (view.expectations.length === 0) say('nothing is expected');
    say('');
  }
  const all = tested.flatMap(({ expectations }) => expectations);
  const count = (verdict: string) => all.filter(({ met }) => met === verdict).length;
  const parts = [
    `${count('yes')} met`,
    `${count('no')} not met`,
    `${count('undecided')} undecided`,
  ];
  say(parts.filter((part) => !part.startsWith('0 ')).join(', '));
}
