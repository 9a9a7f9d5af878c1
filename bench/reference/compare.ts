// npm run bench:c [scenario.yaml] [rounds]: the engine beside the program in C on one replication, in turns.

import { loadStudy } from '../../src/cli/load-study.ts';
import { compile } from '../../src/compile/compile.ts';
import { createKernelLoops } from '../../src/engine/kernel-loops.ts';
import { plainLoops } from '../../src/engine/plain-loops.ts';
import { createState, runReplication } from '../../src/engine/run-replication.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { compileReference, hasCompiler, largestDifference } from './reference.ts';

const [file = 'scenarios/trans-afghan/iran-conflict.yaml', rounds = '5'] = process.argv.slice(2);
if (!hasCompiler) throw new Error('there is no gcc');
const { study, messages } = await loadStudy([file], async () => {});
if (!study) throw new Error(messages.join('\n'));

const model = compile(study.baseline, study.scenarios).at(-1)!;
const draws = drawInputs(model.inputs, study.seed!, study.replications!, model.sampling).slice(
  0,
  model.inputs.length,
);
const { steps, groups, cells, routes, stages } = model.counts;
const states = [createState(model, createKernelLoops()), createState(model, plainLoops)];
const series = new Float64Array(steps * (groups + cells));
/** Processor time, so that what else runs on the machine counts as little as it can. */
const seconds = () => process.cpuUsage().user / 1e6;

const reference = compileReference();
const engineSeconds = [Infinity, Infinity];
let referenceSeconds = Infinity;
let difference = 0;
let balance = 0;
for (let round = 0; round < Number(rounds); round++) {
  const run = reference.run(model, draws, 2);
  referenceSeconds = Math.min(referenceSeconds, run.seconds);
  states.forEach((state, way) => {
    const start = seconds();
    const result = runReplication(model, draws, state, series);
    engineSeconds[way] = Math.min(engineSeconds[way], seconds() - start);
    difference = Math.max(difference, largestDifference(result, run));
    balance = Math.max(balance, result.largestBalanceError);
  });
}
reference.dispose();
console.log(`${file}: ${cells} cells, ${routes} routes, ${stages} stages, ${steps} steps`);
console.log(`C ${referenceSeconds.toFixed(3)} s`);
['kernel', 'plain code'].forEach((name, way) => {
  const ratio = engineSeconds[way] / referenceSeconds;
  console.log(`${name} ${engineSeconds[way].toFixed(3)} s, ratio to C ${ratio.toFixed(2)}`);
});
console.log(`largest difference ${difference}, largest balance error ${balance}`);
