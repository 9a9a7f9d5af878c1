// Times a benchmark in turns with the calibration kernel, so that what else the machine does slows both alike.

import { Bench } from 'tinybench';
import { calibrate, calibrationElements } from './calibration.ts';

/** A benchmark: what to call, and how much work a call is. */
export interface Benchmark {
  readonly id: string;
  readonly run: () => unknown;
  /** Route-stages times steps that a call works on. */
  readonly stageSteps: number;
}

/** How long to measure. */
export interface Effort {
  /** Pairs of benchmark and calibration that count. */
  readonly samples: number;
  readonly warmUpCalls: number;
  /** A sample repeats the benchmark until it takes this long. */
  readonly sampleMilliseconds: number;
}

/** Processor time of a benchmark. */
export interface Timing {
  readonly nanosecondsPerStageStep: number;
  readonly callsPerSecond: number;
  /** Time per stage and step over the calibration kernel's time per element: the median of all pairs. */
  readonly ratio: number;
}

/** Processor time of this process, ms: waiting for the processor does not count. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Keeps results alive, so that no compiler leaves their computation out. */
let kept: unknown;

export function time({ id, run, stageSteps }: Benchmark, effort: Effort): Timing {
  const calls = callsPerSample(run, effort);
  const calibrations: number[] = [];
  const bench = new Bench({
    now: processorMilliseconds,
    iterations: effort.samples,
    time: 0,
    warmup: false,
    retainSamples: true,
    throws: true,
  });
  bench.add(
    id,
    () => {
      for (let call = 0; call < calls; call++) kept = run();
    },
    { async: false, beforeEach: () => void calibrations.push(millisecondsOf(calibrate)) },
  );
  bench.runSync();
  const { result } = bench.tasks[0];
  if (result.state !== 'completed' || kept === undefined) throw new Error(`${id}: ${result.state}`);
  const milliseconds = result.latency.samples!.map((sample) => sample / calls);
  return summarise(milliseconds, calibrations, stageSteps);
}

/** Warms up; gives the calls that fill a sample. */
function callsPerSample(run: () => unknown, { warmUpCalls, sampleMilliseconds }: Effort): number {
  for (let call = 0; call < warmUpCalls; call++) calibrate();
  let fastest = Infinity;
  let spent = 0;
  for (let call = 0; call < warmUpCalls || spent < 10 * sampleMilliseconds; call++) {
    const milliseconds = millisecondsOf(() => {
      kept = run();
    });
    fastest = Math.min(fastest, milliseconds);
    spent += Math.max(milliseconds, 0.001);
  }
  return Math.max(1, Math.ceil(sampleMilliseconds / Math.max(fastest, 0.001)));
}

function millisecondsOf(run: () => unknown): number {
  const start = processorMilliseconds();
  run();
  return processorMilliseconds() - start;
}

function summarise(
  milliseconds: readonly number[],
  calibrations: readonly number[],
  stageSteps: number,
): Timing {
  const perElement = calibrations.map((each) => each / calibrationElements);
  const perStageStep = milliseconds.map((each) => each / stageSteps);
  return {
    nanosecondsPerStageStep: 1e6 * median(perStageStep),
    callsPerSecond: 1000 / median(milliseconds),
    ratio: median(perStageStep.map((each, sample) => each / perElement[sample])),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
