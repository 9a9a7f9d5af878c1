// Runs replications in a process of its own, one a message, so that one way of running the loops does not shape the code that the other runs.

import { createKernelLoops } from '../../src/engine/kernel-loops.ts';
import { plainLoops } from '../../src/engine/plain-loops.ts';
import { createState, runReplication } from '../../src/engine/run-replication.ts';
import { readModel } from './read-model.ts';

const [file, way] = process.argv.slice(2);
const { model, draws } = await readModel(file);
const { steps, groups, cells } = model.counts;
const state = createState(model, way === 'kernel' ? createKernelLoops() : plainLoops);
const series = new Float64Array(steps * (groups + cells));

/** Processor time, so that what else runs on the machine counts as little as it can. */
const seconds = () => process.cpuUsage().user / 1e6;

process.on('message', () => {
  const start = seconds();
  const result = runReplication(model, draws, state, series);
  process.send!({ seconds: seconds() - start, result });
});
process.send!('ready');
