// npm run bench:c [scenario.yaml] [rounds]: the engine beside the program in C on one replication, in turns.

import { loadStudy } from '../../src/cli/load-study.ts';
import { compile } from '../../src/compile/compile.ts';
import { createState, runReplication } from '../../src/engine/run-replication.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { compileReference, hasCompiler, largestDifference } from './reference.ts';

const [file = 'scenarios/trans-afghan/iran-conflict.yaml', rounds = '5'] = process.argv.slice(2);
if (!hasCompiler) throw new Error('there is no gcc');
const { study, messages } = await loadStudy([file], async () => {});
if (!study) throw new Error(messages.join('\n'));

const model = compile(study.baseline, study.scenarios).at(-1)!;
const draws = drawInputs(model.inputs, study.seed!, study.replications!).slice(
  0,
  model.inputs.length,
);
const { steps, groups, cells, routes, stages } = model.counts;
const state = createState(model);
const series = new Float64Array(steps * (groups + cells));
/** Processor time, so that what else runs on the machine counts as little as it can. */
const seconds = () => process.cpuUsage().user / 1e6;

const reference = compileReference();
let engineSeconds = Infinity;
let referenceSeconds = Infinity;
let difference = 0;
let balance = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = seconds();
  const result = runReplication(model, draws, state, series);
  engineSeconds = Math.min(engineSeconds, seconds() - start);
  const run = reference.run(model, draws, 2);
  referenceSeconds = Math.min(referenceSeconds, run.seconds);
  difference = Math.max(difference, largestDifference(result, run));
  balance = Math.max(balance, result.largestBalanceError);
}
reference.dispose();
console.log(`${file}: ${cells} cells, ${routes} routes, ${stages} stages, ${steps} steps`);
console.log(`engine ${engineSeconds.toFixed(3)} s, C ${referenceSeconds.toFixed(3)} s`);
console.log(`ratio ${(engineSeconds / referenceSeconds).toFixed(2)}`);
console.log(`largest difference ${difference}, largest balance error ${balance}`);
