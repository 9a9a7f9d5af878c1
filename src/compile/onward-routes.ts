// Builds the routes on which cargo may go on that turns back from a post, from where it stands there.

import type { Scenario } from '../model/scenario.ts';
import { type ArcNetwork, isWater } from './arc-network.ts';
import { buildChoiceSet, type Route } from './choice-set.ts';
import { cutIntoLegs, type Leg } from './legs.ts';
import type { ArcCosts } from './path-bounds.ts';
import { preparePathSearch } from './path-search.ts';
import type { Posts } from './posts.ts';
import { signatureOf, usableSets } from './route-sets.ts';
import { forwardTree, searchGraph } from './shortest-trees.ts';
import { viaPathFinder } from './via-paths.ts';

/** The routes of a cell from one place where it waits; in order of corridor, then cost. */
interface OnwardSet {
  readonly cell: number;
  readonly routes: readonly Route[];
}

/** All onward sets, and which of them belongs to each passage of each route. */
export interface OnwardRoutes {
  readonly sets: readonly OnwardSet[];
  /** By route of the run, then by passage in order of travel; -1 = no way but on. */
  readonly setsOfRoute: readonly (readonly number[])[];
}

export const noOnwardRoutes: OnwardRoutes = { sets: [], setsOfRoute: [] };

/** What onward routes are built from. */
export interface OnwardContext {
  readonly baseline: Scenario;
  readonly network: ArcNetwork;
  readonly posts: Posts;
  readonly cellRoutes: readonly (readonly Route[])[];
  /** Free costs of the commodity of each cell; the same object for cells that share it. */
  readonly costs: readonly ArcCosts[];
  /** Whether the run can open a route. */
  readonly isOpenable: (route: Route) => boolean;
}

/** Where cargo waits for a post, and the links by which it may leave again without passing it. */
interface Standing {
  readonly node: number;
  readonly links: readonly number[];
}

/**
 * Builds the onward sets. Cargo turns back at most once: onward routes have none of their own. They are built as the
 * choice sets of cells are, with the place where the cargo stands as origin.
 */
export function buildOnwardRoutes(context: OnwardContext): OnwardRoutes {
  const { network, posts, baseline } = context;
  const { stepDays } = baseline.horizon;
  const routesOf = routeCache(context);
  const sets: OnwardSet[] = [];
  const setsOfRoute = context.cellRoutes.flatMap((routes, cell) => {
    const known = new Map<string, number>();
    return routes.map((route) =>
      cutIntoLegs(network, posts, route, stepDays)
        .slice(0, -1)
        .map((leg) => {
          const standing = standingBefore(network, posts, route, leg);
          const key = keyOf(standing);
          if (!known.has(key)) {
            const onward = routesOf(cell, standing);
            known.set(key, onward.length > 0 ? sets.push({ cell, routes: onward }) - 1 : -1);
          }
          return known.get(key)!;
        }),
    );
  });
  return { sets, setsOfRoute };
}

function keyOf({ node, links }: Standing): string {
  return `${node}: ${links.join(' ')}`;
}

/**
 * Where cargo stands that waits at the end of a leg. Before a limited link it may leave by any other link; at a port by
 * the links of the side it is on, land or water; at a border or strait only by the link it came on, since every other
 * way is a passage.
 */
function standingBefore(
  network: ArcNetwork,
  posts: Posts,
  { arcs }: Route,
  { endPost, endPlace }: Leg,
): Standing {
  const next = endPlace < arcs.length ? arcs[endPlace] : -1;
  const before = endPlace > 0 ? arcs[endPlace - 1] : -1;
  const node = next >= 0 ? network.from[next] : network.to[before];
  const around = network.arcsOut[node].map((arc) => arc >> 1);
  const isLinkPost = endPost >= posts.ofNode.size;
  if (isLinkPost) return { node, links: around.filter((link) => link !== next >> 1) };
  if (network.nodes[node].kind !== 'port') return { node, links: [before >> 1] };
  const onWater = (link: number) => isWater(network.links[link].mode);
  const afloat = before >= 0 && onWater(before >> 1);
  return { node, links: around.filter((link) => onWater(link) === afloat) };
}

/** Gives the routes of a cell from a standing, found once for all cells that share destination and commodity. */
function routeCache(context: OnwardContext): (cell: number, from: Standing) => readonly Route[] {
  const { baseline, costs } = context;
  const known = new Map<string, readonly Route[]>();
  return (cell, standing) => {
    const { commodity, destination } = baseline.flows[cell];
    const key = JSON.stringify([commodity, destination, keyOf(standing)]);
    const routes = known.get(key) ?? routesFrom(context, costs[cell], destination, standing);
    known.set(key, routes);
    return routes;
  };
}

function routesFrom(
  { baseline, network, isOpenable }: OnwardContext,
  costs: ArcCosts,
  destinationId: string,
  { node, links }: Standing,
): readonly Route[] {
  const { behaviour } = baseline;
  const destination = network.nodeIndex.get(destinationId)!;
  if (destination === node) return [];
  const signatures = baseline.network.corridors.map((corridor) => signatureOf(network, corridor));
  const searches = usableSets(network).map((usable) => {
    for (const arc of network.arcsOut[node]) if (!links.includes(arc >> 1)) usable[arc >> 1] = 0;
    const graph = searchGraph(network, costs, usable);
    return {
      search: preparePathSearch(graph, destination),
      forward: forwardTree(graph, node),
      findViaPaths: viaPathFinder(graph, behaviour),
    };
  });
  return buildChoiceSet(searches, node, signatures, behaviour)
    .filter(isOpenable)
    .map((route): Route => ({ ...route, underWay: true }));
}
