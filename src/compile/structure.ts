// Builds what a baseline and all scenarios on it share: posts, corridors and the routes of every cell.

import type { Network } from '../model/network.ts';
import type { Scenario } from '../model/scenario.ts';
import { type ArcNetwork, buildArcNetwork } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import type { RouteArrays } from './compiled-model.ts';
import { buildOnwardRoutes, noOnwardRoutes, type OnwardRoutes } from './onward-routes.ts';
import { type ArcCosts, arcCosts } from './path-bounds.ts';
import { findPosts, type Posts } from './posts.ts';
import { layOutRoutes } from './route-arrays.ts';
import { buildRouteSets, listRoutes, type RouteSets, routeTask } from './route-sets.ts';

/** The shared part of all compiled models of a baseline. */
export interface Structure {
  readonly baseline: Scenario;
  readonly network: ArcNetwork;
  readonly posts: Posts;
  /** Routes of each cell over all links. */
  readonly allRoutes: readonly (readonly Route[])[];
  /** Of these, the routes that the run can open. */
  readonly cellRoutes: readonly (readonly Route[])[];
  /** Routes on which cargo goes on that turns back; none unless the baseline lets it. */
  readonly onward: OnwardRoutes;
  /** Cost of each cell's cheapest route over all links, whether a scenario opens them or not, USD/t. */
  readonly cheapestCosts: Float64Array;
  /** The routes laid out with the baseline's costs. */
  readonly routes: RouteArrays;
  /** In order of precedence; `other` last. */
  readonly corridorIds: readonly string[];
  readonly corridorNames: readonly string[];
}

/** A model that cannot be compiled, with every reason. */
export class CompileError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'CompileError';
    this.problems = problems;
  }
}

/**
 * Builds the routes of every flow of the baseline. Links count as usable when they are open on the first day
 * or an event of any of the scenarios opens them; closures are ignored.
 * @param routeSets the routes of the baseline where they are known already
 * @throws CompileError naming each flow without a route.
 */
export function buildStructure(
  baseline: Scenario,
  scenarios: readonly Scenario[],
  routeSets?: RouteSets,
): Structure {
  checkHorizon(baseline);
  const network = buildArcNetwork(baseline.network);
  const posts = findPosts(baseline.network);
  const { corridors } = baseline.network;
  const allRoutes = listRoutes(routeSets ?? buildRouteSets(routeTask(baseline)));
  const openable = openableLinks([baseline, ...scenarios]);
  const cellRoutes = keepOpenable(allRoutes, baseline, network, openable);
  const onward = onwardRoutesOf(baseline, network, posts, cellRoutes, openable);
  return {
    baseline,
    network,
    posts,
    allRoutes,
    cellRoutes,
    onward,
    cheapestCosts: Float64Array.from(allRoutes, (routes) =>
      Math.min(...routes.map((route) => route.cost)),
    ),
    routes: layOutScenarioRoutes({ baseline, network, posts, cellRoutes, onward }, baseline),
    corridorIds: [...corridors.map((corridor) => corridor.id), 'other'],
    corridorNames: [...corridors.map((corridor) => corridor.name), 'Other routes'],
  };
}

/** Lays out the shared routes with the times and costs of one scenario. */
export function layOutScenarioRoutes(
  structure: Pick<Structure, 'baseline' | 'network' | 'posts' | 'cellRoutes' | 'onward'>,
  scenario: Scenario,
): RouteArrays {
  const network = buildArcNetwork(scenario.network);
  const weights = costsByCell(structure.baseline, structure.network);
  const costs = costsByCell(scenario, network);
  const cells = structure.cellRoutes.map((routes, cell) => ({
    routes,
    weights: weights[cell],
    costs: costs[cell],
  }));
  return layOutRoutes(cells, structure.onward, {
    network,
    posts: structure.posts,
    stepDays: scenario.horizon.stepDays,
    corridorConstants: corridorConstants(scenario.network),
  });
}

/** Free generalised costs of each cell's commodity. */
function costsByCell(scenario: Scenario, network: ArcNetwork): ArcCosts[] {
  const byCommodity = new Map(
    scenario.commodities.map((commodity) => [commodity.id, arcCosts(network, commodity)]),
  );
  return scenario.flows.map((flow) => byCommodity.get(flow.commodity)!);
}

function corridorConstants(network: Network): Float64Array {
  return Float64Array.from([...network.corridors.map((corridor) => corridor.constantPerTonne), 0]);
}

function checkHorizon(baseline: Scenario): void {
  const { startDay, endDay, stepDays } = baseline.horizon;
  const steps = (endDay - startDay) / stepDays;
  if (steps >= 1 && Math.abs(steps - Math.round(steps)) < 1e-9) return;
  throw new CompileError([
    `the horizon of ${endDay - startDay} days is not a whole number of steps of ${stepDays} days`,
  ]);
}

function openableLinks(scenarios: readonly Scenario[]): Set<string> {
  const opened = scenarios.flatMap((scenario) =>
    scenario.events
      .filter((event) => event.effects.some((effect) => effect.kind === 'open'))
      .flatMap((event) => event.target.links),
  );
  const existing = scenarios[0].network.links
    .filter((link) => link.status === 'existing')
    .map((link) => link.id);
  return new Set([...existing, ...opened]);
}

/** The onward routes of a baseline that lets cargo turn back. */
function onwardRoutesOf(
  baseline: Scenario,
  network: ArcNetwork,
  posts: Posts,
  cellRoutes: readonly (readonly Route[])[],
  openable: ReadonlySet<string>,
): OnwardRoutes {
  if (!baseline.behaviour.turningBack) return noOnwardRoutes;
  return buildOnwardRoutes({
    baseline,
    network,
    posts,
    cellRoutes,
    costs: costsByCell(baseline, network),
    isOpenable: ({ arcs }) => arcs.every((arc) => openable.has(network.links[arc >> 1].id)),
  });
}

/** Leaves out the routes over links that nothing opens: they could carry nothing. */
function keepOpenable(
  cellRoutes: readonly Route[][],
  { flows }: Scenario,
  { links }: ArcNetwork,
  openable: ReadonlySet<string>,
): Route[][] {
  const kept = cellRoutes.map((routes) =>
    routes.filter((route) => route.arcs.every((arc) => openable.has(links[arc >> 1].id))),
  );
  const problems = flows
    .filter((_, cell) => kept[cell].length === 0)
    .map((flow) => `flow "${flow.id}": no route from ${flow.origin} to ${flow.destination}`);
  if (problems.length > 0) throw new CompileError(problems);
  return kept;
}
