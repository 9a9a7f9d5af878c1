// npm run bench [-- --brief] [-- --update]: times the loops and whole runs, and compares them with bench/baseline.json.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Baseline,
  better,
  type ComparedBenchmark,
  compareWithBaseline,
  type Measurement,
  renewed,
} from './comparison.ts';
import { tableLines, verdictLine } from './table.ts';

const suites = ['loops-kernel', 'loops-plain', 'ledger', 'small', 'large', 'study'];
/** A benchmark that seems slower is measured again as often, in new processes; its best counts. */
const repetitions = 3;
/** Of as many measurements the middle one becomes the baseline: the best is luck that later runs need not have. */
const baselineRounds = 3;

const baselineFile = fileURLToPath(new URL('baseline.json', import.meta.url));
const node = `node-${process.versions.node.split('.')[0]}`;
const baseline: Baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
const form = process.argv.includes('--brief') ? 'brief' : 'full';

if (process.argv.includes('--update')) await update();
else await compare();

async function compare(): Promise<void> {
  const compared: ComparedBenchmark[] = [];
  for (const suite of suites) compared.push(...(await compareSuite(suite)));
  for (const line of tableLines(compared)) console.log(line);
  console.log(verdictLine(compared, node));
  if (compared.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
}

/** Measures a suite, and again while a benchmark of it seems slower than it was. */
async function compareSuite(suite: string): Promise<ComparedBenchmark[]> {
  let measurements = await measure(suite);
  let compared = compareWithBaseline(measurements, baseline[node]);
  for (let round = 0; round < repetitions && compared.some(isWorse); round++) {
    measurements = bestOf(measurements, await measure(suite));
    compared = compareWithBaseline(measurements, baseline[node]);
  }
  return compared;
}

function isWorse({ verdict }: ComparedBenchmark): boolean {
  return verdict === 'slower' || verdict === 'failed';
}

async function update(): Promise<void> {
  const measurements: Measurement[] = [];
  for (const suite of suites) {
    const rounds: Measurement[][] = [];
    for (let round = 0; round < baselineRounds; round++) rounds.push(await measure(suite));
    measurements.push(...middleOf(rounds));
  }
  writeFileSync(
    baselineFile,
    `${JSON.stringify(renewed(baseline, node, measurements), null, 2)}\n`,
  );
  for (const line of tableLines(compareWithBaseline(measurements, baseline[node])))
    console.log(line);
  console.log(`${baselineFile} renewed for ${node}`);
}

function middleOf(rounds: readonly Measurement[][]): Measurement[] {
  return rounds[0].map((_, index) => {
    const ofOne = rounds.map((round) => round[index]).sort((a, b) => a.ratio - b.ratio);
    return ofOne[(ofOne.length - 1) / 2];
  });
}

function bestOf(first: readonly Measurement[], second: readonly Measurement[]): Measurement[] {
  return first.map((each, index) => better(each, second[index]));
}

/** Runs a suite in a process of its own. */
async function measure(suite: string): Promise<Measurement[]> {
  process.stderr.write(`measuring ${suite}\n`);
  const program = fileURLToPath(new URL('measure.ts', import.meta.url));
  const child = fork(program, [suite, form]);
  const answer = once(child, 'message');
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${suite}: the process ended with code ${code}`);
  const [measurements] = await answer;
  return measurements;
}
