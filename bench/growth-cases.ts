// What grows in `npm run bench:growth`, and one measurement of it.

import { createJobRunner } from '../src/replicate/run-job.ts';
import { createAggregator } from '../src/results/aggregate.ts';
import { largeNetwork } from './road-network.ts';
import { processorMilliseconds } from './timing.ts';
import { busyRoads, generatedStudy, type Study } from './whole-runs.ts';
import { gridWorld, regionSize } from './worlds.ts';

/** Processor seconds of the parts of a run, and the peak of memory above that of the bare process, MiB. */
export interface Sample {
  readonly compiling: number;
  readonly running: number;
  readonly tables: number;
  readonly memory: number;
}

interface Growth {
  readonly unit: string;
  readonly sizes: readonly number[];
  readonly study: (size: number) => Study;
}

const year = { ...regionSize, flows: 60 };

/** A baseline and a scenario each; what does not grow stands still. */
export const growths: Readonly<Record<string, Growth>> = {
  replications: {
    unit: 'replications',
    sizes: [1000, 2000, 4000, 8000],
    study: (size) => generatedStudy(gridWorld({ rows: 4, columns: 8, flows: 20, days: 60 }), size),
  },
  horizon: {
    unit: 'years',
    sizes: [4, 8, 16, 32],
    study: (size) => generatedStudy(gridWorld({ ...year, days: 365 * size }), 2),
  },
  cells: {
    unit: 'flows',
    sizes: [75, 150, 300, 600, 1200],
    study: (size) => generatedStudy(gridWorld({ ...regionSize, flows: size }), 2),
  },
  network: {
    unit: 'nodes',
    sizes: [1400, 2800, 5600, 11_200],
    // As many flows between as many zones, and two links a node.
    study: (size) => {
      const rows = Math.round((largeNetwork.rows * size) / 1400);
      const network = { rows, columns: 40, links: 2 * rows * 40, zones: 20 };
      return generatedStudy(busyRoads(network, 120), 2);
    },
  },
};

export function measureGrowth(name: string, size: number): Sample {
  const bare = peakMebibytes();
  const start = processorMilliseconds();
  const { plan, scenarios } = growths[name].study(size);
  const compiled = processorMilliseconds();
  const aggregator = createAggregator(plan, scenarios);
  const runJob = createJobRunner(plan);
  // What the first replication takes longer, while its code is compiled, does not grow.
  runJob(0);
  const warm = processorMilliseconds();
  for (let replication = 0; replication < plan.replications; replication++)
    aggregator.add(runJob(replication));
  const ran = processorMilliseconds();
  aggregator.finish();
  const end = processorMilliseconds();
  return {
    compiling: (compiled - start) / 1000,
    running: (ran - warm) / 1000,
    tables: (end - ran) / 1000,
    memory: peakMebibytes() - bare,
  };
}

function peakMebibytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
