// Times the start of the pool in the built package, as it is run: in plain JavaScript, in a process of its own.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { compile, loadScenario, replicate } from '../dist/index.js';

const [file, workers] = process.argv.slice(2);
const plan = planWithoutDraws(file, Number(workers));
const thread = await timed(emptyThread);
const pool = await timed(firstAnswer);
console.log(JSON.stringify({ thread, pool }));

/** Its replications fail at once, for want of draws, when the thread stands ready: the first answer says so. */
function planWithoutDraws(path, replications) {
  const { scenario, baseline, problems } = loadScenario(path, readFileSync);
  if (!scenario) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { models: compile(baseline, [scenario]), draws: [], replications };
}

/** Until the first worker has answered and all have ended. */
async function firstAnswer() {
  const answered = () => replicate(plan, Number(workers), () => undefined);
  if (await answered().then(() => true, ({ message }) => !message.startsWith('replication '))) {
    throw new Error('the pool did not answer as it should');
  }
}

/** A thread that says that it is there, and ends: what Node itself takes. */
async function emptyThread() {
  const code = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage(0);`;
  const empty = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  await once(empty, 'message');
  await empty.terminate();
}

/** Time by the clock, and of the processor, ms. */
async function timed(run) {
  const start = performance.now();
  const before = process.cpuUsage();
  await run();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, processorMilliseconds: (user + system) / 1000 };
}
