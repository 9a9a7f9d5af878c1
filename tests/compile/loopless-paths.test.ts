// Loopless paths in order of cost: Yen's own example.

import { expect, test } from 'vitest';
import { buildArcNetwork } from '../../src/compile/arc-network.ts';
import { looplessPaths } from '../../src/compile/loopless-paths.ts';
import { arcCosts } from '../../src/compile/path-bounds.ts';
import { preparePathSearch } from '../../src/compile/path-search.ts';
import { searchGraph } from '../../src/compile/shortest-trees.ts';
import { commodity, link, node } from '../networks.ts';

const example = [
  ['C', 'D', 3],
  ['C', 'E', 2],
  ['D', 'F', 4],
  ['E', 'D', 1],
  ['E', 'F', 2],
  ['E', 'G', 3],
  ['F', 'G', 2],
  ['F', 'H', 1],
  ['G', 'H', 2],
] as const;

test("Yen's example has seven loopless paths from C to H, with costs 5, 7, 8, 8, 8, 11, 11", () => {
  const network = buildArcNetwork({
    nodes: [...'CDEFGH'].map((id) => node(id)),
    links: example.map(([from, to, cost]) => link(from + to, from, to, { costPerTonne: cost })),
    transfers: [],
    corridors: [],
    calendars: [],
  });
  const usable = new Uint8Array(example.length).fill(1);
  const graph = searchGraph(network, arcCosts(network, commodity()), usable);
  const search = preparePathSearch(graph, network.nodeIndex.get('H')!);
  const paths = [...looplessPaths(search, network.nodeIndex.get('C')!, Infinity)];
  expect(paths.map((path) => path.cost)).toEqual([5, 7, 8, 8, 8, 11, 11]);
  expect(paths[0].arcs.map((arc) => network.links[arc >> 1].id)).toEqual(['CE', 'EF', 'FH']);
});
