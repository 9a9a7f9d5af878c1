// Times the choice sets and the path-size-logit split of generated road networks, and prints the peak of memory.

import { type RouteSets, routeTask } from '../src/compile/route-sets.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { nestedLogit } from '../src/numerics/nested-logit.ts';
import { overlapCorrections } from '../src/numerics/overlap.ts';
import { defaultWorkerCount } from '../src/replicate/pool.ts';
import { buildRouteSetsOnThreads } from '../src/replicate/pool-routes.ts';
import { scenario } from '../tests/networks.ts';
import { hugeNetwork, largeNetwork, roadNetwork } from './road-network.ts';

const sizes = { large: largeNetwork, huge: hugeNetwork };
const asked = Object.keys(sizes).filter((name) => process.argv.includes(name));

/** `npm run bench:choice-sets -- huge 2`: on two threads. */
const workers = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? defaultWorkerCount);

for (const name of asked.length > 0 ? asked : Object.keys(sizes)) {
  const baseline = scenario(roadNetwork(sizes[name as keyof typeof sizes]));
  await measure(name, baseline);
}

async function measure(name: string, baseline: Scenario): Promise<void> {
  const start = clocks();
  const sets = await buildRouteSetsOnThreads(routeTask(baseline), workers);
  const built = clocks();
  const tonnes = split(baseline, sets);
  const end = clocks();
  const { network, flows } = baseline;
  const part = (from: Clocks, to: Clocks) =>
    `${(to.wall - from.wall).toFixed(2)} s (${(to.cpu - from.cpu).toFixed(2)} s of CPU)`;
  console.log(
    `${name}: ${network.nodes.length} nodes, ${network.links.length} links, ${flows.length} pairs, ` +
      `${sets.routeCost.length} routes: sets ${part(start, built)}, split ${part(built, end)}, ` +
      `${workers} threads, peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB, ` +
      `${tonnes.toFixed(0)} t/day on links`,
  );
}

type Clocks = ReturnType<typeof clocks>;

function clocks() {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6 };
}

/** Path-size logit over all routes of each pair; gives the sum of the tonnes of all links. */
function split({ flows, commodities }: Scenario, sets: RouteSets): number {
  const { cellRouteStart, routeArcStart, routeArcs, routeCost } = sets;
  const { routeScale } = commodities[0];
  const routes = routeCost.length;
  const weights = new Float64Array(routeArcs.length).fill(1);
  const available = new Uint8Array(routes).fill(1);
  const utility = new Float64Array(routes);
  const probability = new Float64Array(routes);
  const nestUtility = new Float64Array(flows.length);
  const weighted = { routeArcStart, routeArcs, routeArcWeight: weights };
  let linkTonnes = 0;
  flows.forEach((flow, cell) => {
    const [first, end] = [cellRouteStart[cell], cellRouteStart[cell + 1]];
    overlapCorrections['path-size'](weighted, first, end, 0, available, utility);
    for (let route = first; route < end; route++) utility[route] -= routeScale * routeCost[route];
    const scale = [cellRouteStart, cell, cell + 1, 0, 1, -Infinity] as const;
    nestedLogit(utility, ...scale, nestUtility, probability);
    for (let route = first; route < end; route++)
      linkTonnes +=
        (flow.volumeTonnesPerYear as number) *
        probability[route] *
        (routeArcStart[route + 1] - routeArcStart[route]);
  });
  return linkTonnes;
}
