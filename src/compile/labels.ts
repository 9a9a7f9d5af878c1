// Counts what there is in a compiled model and names it.

import type { Scenario } from '../model/scenario.ts';
import type { ChoiceArrays, Counts, Labels } from './compiled-model.ts';
import type { Structure } from './structure.ts';
import type { NamedTimeArrays } from './time-arrays.ts';

/** Counts everything. */
export function countAll(
  structure: Structure,
  time: NamedTimeArrays,
  choice: ChoiceArrays,
): Counts {
  const { routes, posts, network, corridorIds } = structure;
  return {
    cells: routes.cellRouteStart.length - 1,
    routes: routes.routeCell.length,
    groups: routes.groupCorridor.length,
    stages: routes.stagePost.length,
    posts: posts.ids.length,
    arcs: network.from.length,
    corridors: corridorIds.length,
    segments: choice.segmentCell.length,
    options: choice.segmentOptionStart[choice.segmentCell.length],
    steps: time.stepMonth.length,
    months: time.months.length,
    years: time.years.length,
  };
}

/** Names everything that has an index. */
export function labelAll(structure: Structure, scenario: Scenario, time: NamedTimeArrays): Labels {
  const { network, posts, corridorIds, corridorNames } = structure;
  const nodeId = (node: number) => network.nodes[node]?.id ?? '';
  return {
    cellOrigins: scenario.flows.map((flow) => flow.origin),
    cellDestinations: scenario.flows.map((flow) => flow.destination),
    cellCommodities: scenario.flows.map((flow) => flow.commodity),
    corridors: corridorIds,
    corridorNames,
    posts: posts.ids,
    links: network.links.map((link) => link.id),
    arcFrom: Array.from(network.from, nodeId),
    arcTo: Array.from(network.to, nodeId),
    months: time.months,
    years: time.years,
  };
}
