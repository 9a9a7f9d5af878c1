// Benchmarks of whole replications, of a baseline and a scenario with the ledger: what a worker thread does.

import { loadStudy } from '../src/cli/load-study.ts';
import { compile } from '../src/compile/compile.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { drawInputs } from '../src/replicate/draws.ts';
import { createJobRunner, type ReplicationPlan } from '../src/replicate/run-job.ts';
import { event, scenario, type World } from '../tests/networks.ts';
import { largeNetwork, type RoadNetworkSize, roadNetwork } from './road-network.ts';
import { gridWorld } from './worlds.ts';

/** A baseline and the scenarios on it, compiled, with draws. */
export interface Study {
  readonly scenarios: readonly Scenario[];
  readonly plan: ReplicationPlan;
}

/** What is run; the sizes are those of docs/performance.md. */
export const worlds = {
  small: () => generatedStudy(gridWorld({ rows: 4, columns: 8, flows: 20, days: 365 })),
  study: () => shippedStudy(['scenarios/trans-afghan/chabahar-sanctions.yaml']),
  large: () => generatedStudy(busyRoads(largeNetwork, 120)),
} as const;

export type WorldName = keyof typeof worlds;

/** A world as a scenario, on a baseline without its events. */
export function generatedStudy(world: World, replications = 1): Study {
  return studyOf(scenario({ ...world, events: [] }), [scenario(world)], 'bench', replications);
}

/** @throws Error with the messages of files that cannot be read */
export async function shippedStudy(files: readonly string[], replications = 1): Promise<Study> {
  const { study, messages } = await loadStudy(files, async () => {});
  if (!study) throw new Error(messages.join('\n'));
  return studyOf(study.baseline, study.scenarios, study.seed ?? 'bench', replications);
}

function studyOf(
  baseline: Scenario,
  scenarios: readonly Scenario[],
  seed: string,
  replications: number,
): Study {
  const models = compile(baseline, scenarios);
  const draws = models.map(({ inputs, sampling }) =>
    drawInputs(inputs, seed, replications, sampling),
  );
  return { scenarios: [baseline, ...scenarios], plan: { models, draws, replications } };
}

/** Route-stages times steps of a replication of all models. */
export function stageStepsOf({ models }: ReplicationPlan): number {
  return models.reduce((sum, { counts }) => sum + counts.stages * counts.steps, 0);
}

/** A replication in the way that this machine runs the loops. */
export function replicationOf(plan: ReplicationPlan): () => unknown {
  const run = createJobRunner(plan);
  return () => run(0);
}

/** A road network with a capacity at every eighth place, of which one shuts for a month. */
export function busyRoads(size: RoadNetworkSize, days: number): World {
  const world = roadNetwork(size);
  const nodes = world.nodes!.map((node, index) =>
    index % 8 === 3
      ? { ...node, kind: 'border' as const, capacityTonnesPerDay: 60, passageDays: 0.5 }
      : node,
  );
  const shut = { nodes: [nodes[Math.floor(nodes.length / 16) * 8 + 3].id] };
  return { ...world, nodes, days, events: [event('shut', shut, 30, 30, [{ kind: 'close' }])] };
}
