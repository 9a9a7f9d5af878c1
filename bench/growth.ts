// npm run bench:growth: how time and memory grow with replications, horizon, flows and network, with fitted exponents.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { growths, type Sample } from './growth-cases.ts';
import { alignedLines } from './table.ts';

const quantities = ['compiling', 'running', 'tables', 'memory'] as const;

const fittedSizes = 3;

for (const [name, { sizes, unit }] of Object.entries(growths)) {
  const samples: Sample[] = [];
  for (const size of sizes) samples.push(await measure(name, size));
  report(name, unit, sizes, samples);
}

/** In a process of its own, so that its peak of memory is its own. */
async function measure(name: string, size: number): Promise<Sample> {
  const program = fileURLToPath(new URL('growth-process.ts', import.meta.url));
  const child = fork(program, [name, String(size)]);
  const answer = once(child, 'message');
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ${size}: the process ended with code ${code}`);
  const [sample] = await answer;
  return sample;
}

function report(name: string, unit: string, sizes: readonly number[], samples: readonly Sample[]) {
  console.log(`\n${name}, ${unit}: over the smallest; in the last line the exponent`);
  const rows = [
    [unit, ...quantities],
    ...samples.map((sample, index) => [
      String(sizes[index]),
      ...quantities.map((key) => (sample[key] / samples[0][key]).toFixed(2)),
    ]),
    ['exponent', ...quantities.map((key) => exponent(sizes, samples, key).toFixed(2))],
  ];
  for (const line of alignedLines(rows)) console.log(line);
  const least = samples[0];
  console.log(
    `smallest: compiling ${least.compiling.toFixed(2)} s, running ${least.running.toFixed(2)} s, ` +
      `tables ${least.tables.toFixed(2)} s; memory above the start of the process ${least.memory.toFixed(0)} MiB, ` +
      `largest ${samples[samples.length - 1].memory.toFixed(0)} MiB`,
  );
}

/** Slope of the least-squares line through the logarithms of the largest sizes: small ones show what does not grow. */
function exponent(
  sizes: readonly number[],
  samples: readonly Sample[],
  key: (typeof quantities)[number],
): number {
  const xs = sizes.slice(-fittedSizes).map(Math.log);
  const ys = samples.slice(-fittedSizes).map((sample) => Math.log(sample[key]));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [xMean, yMean] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, index) => (x - xMean) * (ys[index] - yMean)));
  return covariance / mean(xs.map((x) => (x - xMean) * (x - xMean)));
}
