// npm run break-rules [words]: writes each fault of docs/verification.md into the source and sees that its tests fail.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const words = process.argv.slice(2);
const section = readFileSync('docs/verification.md', 'utf8').split('## Rules broken on purpose')[1];
const faults = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && words.every((word) => line.includes(word)))
  .map((line) => line.slice(2, -2).split(' | '))
  .slice(words.length > 0 ? 0 : 1);

let unnoticed = 0;
for (const [rule, fault, ...places] of faults) {
  const [file, code, broken, tests] = places.map((place) => place.replaceAll('`', ''));
  const failed = failsWith(file, code, broken, tests);
  if (!failed) unnoticed += 1;
  console.log(`${failed ? 'noticed ' : 'MISSED  '} ${rule}: ${fault}`);
}
console.log(`${faults.length} faults, ${unnoticed} unnoticed`);
process.exitCode = unnoticed > 0 || faults.length === 0 ? 1 : 0;

/** Whether the tests fail, and do not merely break off, while the code of the file is broken. */
function failsWith(file: string, code: string, broken: string, tests: string): boolean {
  const source = readFileSync(file, 'utf8');
  if (source.split(code).length !== 2) throw new Error(`${file} does not hold once: ${code}`);
  try {
    writeFileSync(
      file,
      source.replace(code, () => broken),
    );
    const run = spawnSync('npx', ['vitest', 'run', '--reporter=json', tests], { encoding: 'utf8' });
    return JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))).numFailedTests > 0;
  } finally {
    writeFileSync(file, source);
  }
}
