// cargoflow init: writes a small study that runs and meets its expectations.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { say, sayError } from '../terminal.ts';

const packageFile = createRequire(import.meta.url).resolve('#package.json');
const scenarios = join(dirname(packageFile), 'scenarios');

/**
 * Copies the first study, with the schemas by which editors check it. Nothing is written over.
 * @returns the exit code
 */
export function init(folder: string): number {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    sayError(`${folder} is not empty; name a new folder`);
    return exitCodes.badInput;
  }
  mkdirSync(folder, { recursive: true });
  cpSync(join(scenarios, 'schema'), join(folder, 'schema'), { recursive: true });
  const template = join(scenarios, 'first-study');
  for (const name of readdirSync(template)) {
    const text = readFileSync(join(template, name), 'utf8');
    writeFileSync(join(folder, name), text.replace('$schema=../schema/', '$schema=schema/'));
  }
  say(`${folder}: a study of two corridors. Try:`);
  for (const [command, file] of nextSteps) say(`  cargoflow ${command} ${join(folder, file)}`);
  return exitCodes.done;
}

const nextSteps = [
  ['validate', 'torkham-shut.yaml'],
  ['run', 'torkham-shut.yaml'],
  ['test', ''],
] as const;
