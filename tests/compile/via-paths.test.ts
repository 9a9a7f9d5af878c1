// Alternatives through one via-node: what is in the set, what is not, and that it is the same for every order.

import { describe, expect, test } from 'vitest';
import { roadNetwork } from '../../bench/road-network.ts';
import { buildArcNetwork } from '../../src/compile/arc-network.ts';
import { arcCosts } from '../../src/compile/path-bounds.ts';
import { pathCost } from '../../src/compile/path-search.ts';
import {
  buildPart,
  buildRouteSets,
  joinParts,
  listRoutes,
  partsOf,
  routeTask,
} from '../../src/compile/route-sets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { corridor, flow, link, node, scenario, type World } from '../networks.ts';

/** The link ids of each route of the first cell. */
function routesOf(world: World): string[] {
  const baseline = scenario(world);
  const [routes] = listRoutes(buildRouteSets(routeTask(baseline)));
  return routes.map(({ arcs }) => arcs.map((arc) => world.links[arc >> 1].id).join(' '));
}

const via = (maximumRoutes: number, detourLimit: number, overlapLimit: number) => ({
  choiceSets: 'via-node' as const,
  maximumRoutes,
  detourLimit,
  overlapLimit,
});

describe('a hand-made network: A to B by C, by D, or by C and then D', () => {
  // A-C-B costs 10, A-D-B 12, A-C-D-B 5 + 1 + 6 = 12 too; through E it is 20, and F hangs on C by one road.
  const world: World = {
    nodes: [...'ABCDEF'].map((id) => node(id)),
    links: [
      link('AC', 'A', 'C', { costPerTonne: 5 }),
      link('CB', 'C', 'B', { costPerTonne: 5 }),
      link('AD', 'A', 'D', { costPerTonne: 6 }),
      link('DB', 'D', 'B', { costPerTonne: 6 }),
      link('CD', 'C', 'D', { costPerTonne: 1 }),
      link('AE', 'A', 'E', { costPerTonne: 10 }),
      link('EB', 'E', 'B', { costPerTonne: 10 }),
      link('CF', 'C', 'F', { costPerTonne: 1, directed: false }),
    ],
    flows: [flow('ab', 'A', 'B', 1)],
    days: 1,
  };

  test('cheapest first; of ways to a node that cost the same, the one by the smaller arc', () => {
    // D is reached from A (6) and over C (5 + 1): the path through D is the one by AD, declared before CD.
    expect(routesOf({ ...world, behaviour: via(4, 1.3, 1) })).toEqual(['AC CB', 'AD DB']);
    const cheaper = world.links.map((item) =>
      item.id === 'CD' ? { ...item, costPerTonne: 0.5 } : item,
    );
    expect(routesOf({ ...world, links: cheaper, behaviour: via(4, 1.3, 1) })).toEqual([
      'AC CB',
      'AC CD DB',
    ]);
  });

  test('no more than the detour limit, than the overlap limit, than the maximum', () => {
    expect(routesOf({ ...world, behaviour: via(4, 2, 1) })).toEqual(['AC CB', 'AD DB', 'AE EB']);
    expect(routesOf({ ...world, behaviour: via(4, 1.19, 1) })).toEqual(['AC CB']);
    expect(routesOf({ ...world, behaviour: via(2, 2, 1) })).toEqual(['AC CB', 'AD DB']);
    // Over a cheap CD the second path shares AC with the first: 5 of its 11.5.
    const links = world.links.map((item) =>
      item.id === 'CD' ? { ...item, costPerTonne: 0.5 } : item,
    );
    const shares = { ...world, links };
    expect(routesOf({ ...shares, behaviour: via(4, 1.3, 0.44) })).toHaveLength(2);
    expect(routesOf({ ...shares, behaviour: via(4, 1.3, 0.43) })).toEqual(['AC CB']);
  });

  test('the cheapest path through each corridor comes first, and is not found twice', () => {
    const corridors = [corridor('east', [['E']]), corridor('direct', [['C']])];
    expect(routesOf({ ...world, corridors, behaviour: via(4, 2, 1) })).toEqual([
      'AE EB',
      'AC CB',
      'AD DB',
    ]);
  });

  test('a planned link is searched beside the links of today', () => {
    const links = world.links.map((item) =>
      item.id === 'CB' ? { ...item, status: 'planned' as const } : item,
    );
    const opened = { ...world, links, behaviour: via(1, 1.1, 0.6) };
    // Today's cheapest costs 12; with the plan it is 10, and 12 would fall outside the detour limit. Of today's paths
    // through C and through D, both of 12, the one through C has the smaller arc.
    expect(routesOf(opened)).toEqual(['AC CB', 'AC CD DB']);
  });
});

describe('a generated road network of 120 nodes', () => {
  const baseline = scenario(roadNetwork({ rows: 10, columns: 12, links: 230, zones: 12 }));
  const task = routeTask(baseline);
  const sets = buildRouteSets(task);
  const routes = listRoutes(sets);

  test('routes are loopless, connected, within the limits, and the cheapest is the shortest path', () => {
    const network = buildArcNetwork(baseline.network);
    const costs = arcCosts(network, baseline.commodities[0]);
    const { detourLimit, overlapLimit, maximumRoutes } = baseline.behaviour;
    const cheapest = cheapestPathCosts(baseline);
    routes.forEach((list, cell) => {
      expect(list.length).toBeGreaterThan(0);
      expect(list.length).toBeLessThanOrEqual(maximumRoutes);
      expect(list[0].cost).toBeCloseTo(cheapest[cell], 9);
      list.forEach(({ arcs, cost }, index) => {
        const nodes = [network.from[arcs[0]], ...arcs.map((arc) => network.to[arc])];
        expect(new Set(nodes).size).toBe(nodes.length);
        expect(nodes.slice(0, -1)).toEqual(arcs.map((arc) => network.from[arc]));
        expect(network.nodes[nodes[0]].id).toBe(baseline.flows[cell].origin);
        expect(network.nodes[nodes.at(-1)!].id).toBe(baseline.flows[cell].destination);
        expect(cost).toBe(pathCost(network, costs, arcs));
        expect(cost).toBeLessThanOrEqual(detourLimit * list[0].cost * (1 + 1e-12));
        const length = (of: readonly number[]) => of.reduce((sum, arc) => sum + costs.arc[arc], 0);
        for (const { arcs: other } of list.slice(0, index))
          expect(length(arcs.filter((arc) => other.includes(arc)))).toBeLessThanOrEqual(
            overlapLimit * length(arcs) * (1 + 1e-12),
          );
      });
    });
    // Most cells have all the routes they may have.
    expect(routes.filter((list) => list.length === maximumRoutes).length).toBeGreaterThan(60);
  });

  test('parts made apart and joined are the same bits, however many', () => {
    const parts = partsOf(task, 4);
    expect(parts).toHaveLength(4);
    const built = parts.toReversed().map((cells) => buildPart(task, cells));
    expect(joinParts(task, parts, built.toReversed())).toEqual(sets);
  });

  test('every route is put together of the shortest path to one of its links and the one from it', () => {
    const costOf = pairCosts(baseline);
    const network = buildArcNetwork(baseline.network);
    const costs = arcCosts(network, baseline.commodities[0]);
    for (const list of routes.slice(0, 40)) {
      for (const { arcs, cost } of list) {
        const [origin, destination] = [network.from[arcs[0]], network.to[arcs.at(-1)!]];
        const through = arcs.map(
          (arc) =>
            costOf(origin, network.from[arc]) +
            costs.arc[arc] +
            costOf(network.to[arc], destination),
        );
        expect(Math.min(...through.map((way) => Math.abs(way - cost)))).toBeLessThan(1e-9);
      }
    }
  });
});

/** Cost of the cheapest way between any two nodes, by Floyd and Warshall. */
function pairCosts({ network: { nodes, links }, commodities }: Scenario) {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const cost = nodes.map((_, from) => nodes.map((__, to) => (from === to ? 0 : Infinity)));
  for (const { from, to, costPerTonne, travelDays } of links) {
    const price = costPerTonne + commodities[0].valueOfTimePerTonneDay * travelDays;
    const [a, b] = [index.get(from)!, index.get(to)!];
    cost[a][b] = Math.min(cost[a][b], price);
    cost[b][a] = Math.min(cost[b][a], price);
  }
  for (const middle of cost.keys())
    for (const row of cost)
      for (const to of cost.keys()) row[to] = Math.min(row[to], row[middle] + cost[middle][to]);
  return (from: number, to: number) => cost[from][to];
}

function cheapestPathCosts(baseline: Scenario): number[] {
  const costOf = pairCosts(baseline);
  const index = new Map(baseline.network.nodes.map(({ id }, at) => [id, at]));
  return baseline.flows.map(({ origin, destination }) =>
    costOf(index.get(origin)!, index.get(destination)!),
  );
}
