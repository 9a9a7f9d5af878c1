// npm run bench:threads [replications] [turns]: two workers beside one on the shipped study, and the start of the pool.

import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { replicate } from '../src/replicate/pool.ts';
import { createJobRunner, type ReplicationOutcome } from '../src/replicate/run-job.ts';
import { createAggregator } from '../src/results/aggregate.ts';
import { alignedLines } from './table.ts';
import { median, processorMilliseconds } from './timing.ts';
import { type Study, shippedStudy } from './whole-runs.ts';

const file = 'scenarios/trans-afghan/chabahar-sanctions.yaml';
const [replications, turns] = [process.argv[2] ?? 24, process.argv[3] ?? 3].map(Number);
/** Starts of the pool, each in a process of its own. */
const starts = 9;

const study = await shippedStudy([file], replications);
const aggregationMilliseconds = timeAggregation(study);
const [one, two]: Turn[][] = [[], []];
for (let turn = 0; turn < turns; turn++) {
  one.push(await runWith(study, 1));
  two.push(await runWith(study, 2));
}
reportRuns();
reportStarts();

interface Turn {
  /** From the first result to the last: the start of the threads is measured by itself. */
  readonly secondsPerReplication: number;
  /** Of all threads. */
  readonly processorSecondsPerReplication: number;
  /** How long the worker that ended first had nothing to do, as a part of the run. */
  readonly idlePart: number;
}

async function runWith({ plan, scenarios }: Study, workers: number): Promise<Turn> {
  const aggregator = createAggregator(plan, scenarios);
  const arrivals: number[] = [];
  let processorStart = 0;
  await replicate(plan, workers, (outcome) => {
    if (arrivals.length === 0) processorStart = processorMilliseconds();
    arrivals.push(performance.now());
    aggregator.add(outcome);
  });
  const counted = arrivals.length - 1;
  const milliseconds = arrivals[counted] - arrivals[0];
  return {
    secondsPerReplication: milliseconds / counted / 1000,
    processorSecondsPerReplication: (processorMilliseconds() - processorStart) / counted / 1000,
    idlePart: workers === 1 ? 0 : (arrivals[counted] - arrivals[counted - 1]) / milliseconds,
  };
}

/** Processor time that the main thread takes for a replication: the tables take it in. */
function timeAggregation({ plan, scenarios }: Study): number {
  const aggregator = createAggregator(plan, scenarios);
  const outcome = createJobRunner(plan)(0);
  const times = Array.from({ length: plan.replications }, (_, replication) => {
    const again: ReplicationOutcome = { ...outcome, replication };
    const start = processorMilliseconds();
    aggregator.add(again);
    return processorMilliseconds() - start;
  });
  return median(times.slice(times.length >> 1));
}

function reportRuns(): void {
  const of = (runs: readonly Turn[], key: keyof Turn) => median(runs.map((run) => run[key]));
  const work = of(one, 'processorSecondsPerReplication');
  const workOfTwo = of(two, 'processorSecondsPerReplication');
  const share = aggregationMilliseconds / 1000 / work;
  const byClock = median(
    one.map((run, turn) => run.secondsPerReplication / two[turn].secondsPerReplication),
  );
  // One worker has a core to itself, the main thread the other; two workers share theirs with the main thread.
  const byProcessor = (2 * (1 - share) * work) / workOfTwo;
  console.log(`${file}: ${replications} replications, ${turns} turns each with 1 and 2 workers`);
  console.log(`this machine runs ${availableParallelism()} threads at once`);
  const rows = [
    ['', '1 worker', '2 workers'],
    [
      's per replication',
      ...[one, two].map((runs) => of(runs, 'secondsPerReplication').toFixed(3)),
    ],
    ['processor s per replication', work.toFixed(3), workOfTwo.toFixed(3)],
    ['of which the main thread', `${(100 * share).toFixed(1)} %`, ''],
    ['messages per replication', '2', '2'],
    ['first worker idle at the end', '', `${(100 * of(two, 'idlePart')).toFixed(1)} %`],
    ['throughput over 1 worker, by the clock', '', byClock.toFixed(2)],
    ['the same by processor time', '', byProcessor.toFixed(2)],
  ];
  for (const line of alignedLines(rows)) console.log(line);
}

interface Times {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
}

function reportStarts(): void {
  const program = fileURLToPath(new URL('pool-start.js', import.meta.url));
  const runs = Array.from({ length: starts }, (): { thread: Times; pool: Times } =>
    JSON.parse(execFileSync(process.execPath, [program, file, '2'], { encoding: 'utf8' })),
  );
  const row = (name: string, times: readonly Times[]) => [
    name,
    median(times.map(({ milliseconds }) => milliseconds)).toFixed(0),
    Math.min(...times.map(({ milliseconds }) => milliseconds)).toFixed(0),
    median(times.map((each) => each.processorMilliseconds)).toFixed(0),
  ];
  console.log(`start in the built package, ${starts} processes, ms`);
  const rows = [
    ['', 'median', 'least', 'processor'],
    row(
      'an empty thread of Node, there and back',
      runs.map(({ thread }) => thread),
    ),
    row(
      'a pool of 2 with the study, to its first answer and its end',
      runs.map(({ pool }) => pool),
    ),
  ];
  for (const line of alignedLines(rows)) console.log(line);
}
