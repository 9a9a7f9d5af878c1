// npm run bench:c [scenario.yaml] [rounds]: the engine beside the program in C on one replication, in turns.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ReplicationResult } from '../../src/engine/replication-result.ts';
import { readModel } from './read-model.ts';
import { compileReference, hasCompiler, largestDifference } from './reference.ts';

/** The engine compiles itself while it runs: a run of many replications spends its time in what comes after these. */
const warmUpRounds = 5;

const [file = 'scenarios/trans-afghan/iran-conflict.yaml', rounds = '15'] = process.argv.slice(2);
if (!hasCompiler) throw new Error('there is no gcc');
const { model, draws } = await readModel(file);
const ways = ['kernel', 'plain code'];
const engines = await Promise.all(ways.map(startEngine));
const engineSeconds = ways.map(() => Infinity);
const reference = compileReference();
let referenceSeconds = Infinity;
let difference = 0;
let balance = 0;
for (let round = 0; round < warmUpRounds + Number(rounds); round++) {
  const run = reference.run(model, draws);
  referenceSeconds = Math.min(referenceSeconds, run.seconds);
  for (const [way, engine] of engines.entries()) {
    const { seconds, result } = await replicate(engine);
    engineSeconds[way] = Math.min(engineSeconds[way], seconds);
    difference = Math.max(difference, largestDifference(result, run));
    balance = Math.max(balance, result.largestBalanceError);
  }
}
for (const engine of engines) engine.kill();
reference.dispose();
report();

async function startEngine(way: string): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('engine-process.ts', import.meta.url));
  const engine = fork(program, [file, way], { serialization: 'advanced' });
  await once(engine, 'message');
  return engine;
}

async function replicate(
  engine: ChildProcess,
): Promise<{ seconds: number; result: ReplicationResult }> {
  engine.send('run');
  const [answer] = await once(engine, 'message');
  return answer;
}

function report(): void {
  const { cells, routes, stages, steps } = model.counts;
  console.log(`${file}: ${cells} cells, ${routes} routes, ${stages} stages, ${steps} steps`);
  console.log(`C ${referenceSeconds.toFixed(3)} s`);
  ways.forEach((name, way) => {
    const ratio = engineSeconds[way] / referenceSeconds;
    console.log(`${name} ${engineSeconds[way].toFixed(3)} s, ratio to C ${ratio.toFixed(2)}`);
  });
  console.log(`largest difference ${difference}, largest balance error ${balance}`);
}
