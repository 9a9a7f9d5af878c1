// A process of its own for each suite: one way of running the loops does not shape the code that another runs.

import { createKernelLoops } from '../src/engine/kernel-loops.ts';
import { plainLoops } from '../src/engine/plain-loops.ts';
import type { Measurement } from './comparison.ts';
import { ledgerBenchmark, loopBenchmarks } from './loops.ts';
import { type Benchmark, type Effort, time } from './timing.ts';
import { replicationOf, stageStepsOf, type WorldName, worlds } from './whole-runs.ts';

const loopEffort = { samples: 50, warmUpCalls: 50, sampleMilliseconds: 4 };
const runEffort = { samples: 9, warmUpCalls: 3, sampleMilliseconds: 40 };
const briefRunEffort = { ...runEffort, samples: 4 };

const [suite, form] = process.argv.slice(2);
process.send!(await measure(suite, form === 'brief'));

async function measure(name: string, brief: boolean): Promise<Measurement[]> {
  if (name === 'loops-kernel') return loopBenchmarks('kernel', createKernelLoops()).map(timeLoop);
  if (name === 'loops-plain') return [...loopBenchmarks('plain', plainLoops)].map(timeLoop);
  if (name === 'ledger') return [timeLoop(ledgerBenchmark())];
  return [await timeRun(name as WorldName, brief ? briefRunEffort : runEffort)];
}

function timeLoop(benchmark: Benchmark): Measurement {
  const { nanosecondsPerStageStep, ratio } = time(benchmark, loopEffort);
  return { id: benchmark.id, nanosecondsPerStageStep, ratio };
}

async function timeRun(world: WorldName, effort: Effort): Promise<Measurement> {
  const { plan } = await worlds[world]();
  const id = `${world} run`;
  const stageSteps = stageStepsOf(plan);
  const { callsPerSecond, ...timing } = time({ id, run: replicationOf(plan), stageSteps }, effort);
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  return { id, ...timing, replicationsPerSecond: callsPerSecond, peakMebibytes };
}
