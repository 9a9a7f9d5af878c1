// Lists the places where cargo can queue: borders, ports, straits and limited links.

import type { Link, Network, Node } from '../model/network.ts';

/** The posts of a network, nodes first, in the order of the network. */
export interface Posts {
  readonly ids: readonly string[];
  /** t/day, Infinity = no limit. */
  readonly capacityTonnesPerDay: Float64Array;
  /** Post of a node or of a link, by id; undefined = cargo never queues there. */
  readonly ofNode: ReadonlyMap<string, number>;
  readonly ofLink: ReadonlyMap<string, number>;
}

/** Finds the posts of a network. */
export function findPosts(network: Network): Posts {
  const nodes = network.nodes.filter(isPostNode);
  const links = network.links.filter((link) => link.limited);
  const all: readonly (Node | Link)[] = [...nodes, ...links];
  return {
    ids: all.map((post) => post.id),
    capacityTonnesPerDay: Float64Array.from(all, (post) => post.capacityTonnesPerDay),
    ofNode: new Map(nodes.map((node, index) => [node.id, index])),
    ofLink: new Map(links.map((link, index) => [link.id, nodes.length + index])),
  };
}

/** Whether cargo can queue at a node of this kind, with or without a limit of capacity. */
function isPostNode(node: Node): boolean {
  return node.kind === 'border' || node.kind === 'port' || node.kind === 'chokepoint';
}
