// Lists loopless paths in order of cost (Yen 1971).

import { cheapestPath, type PathSearch, pathCost } from './path-search.ts';

/** A path and its free generalised cost, USD/t. */
export interface CostedPath {
  readonly arcs: readonly number[];
  readonly cost: number;
}

/**
 * Loopless paths from the origin to the search's destination, cheapest first, up to a cost limit;
 * ties by the sequence of arcs. Lazy: each next path costs one search per node of the one before.
 * Source: Yen (1971), Management Science 17, 712-716.
 */
export function* looplessPaths(
  search: PathSearch,
  origin: number,
  limit: number,
): Generator<CostedPath> {
  const { network, costs } = search;
  const listed: CostedPath[] = [];
  const candidates = new Map<string, CostedPath>();
  const propose = (prefix: readonly number[], bannedNext: ReadonlySet<number>) => {
    const arcs = cheapestPath(search, { origin, prefix, bannedNext, waypoints: [], limit });
    if (arcs) candidates.set(arcs.join(' '), { arcs, cost: pathCost(network, costs, arcs) });
  };
  propose([], new Set());
  while (candidates.size > 0) {
    const [key, path] = cheapestEntry(candidates);
    candidates.delete(key);
    listed.push(path);
    yield path;
    for (let length = 0; length < path.arcs.length; length++) {
      const prefix = path.arcs.slice(0, length);
      propose(prefix, nextArcsAfter(listed, prefix));
    }
  }
}

/** The arcs with which a listed path leaves the prefix. */
function nextArcsAfter(listed: readonly CostedPath[], prefix: readonly number[]): Set<number> {
  const next = new Set<number>();
  for (const { arcs } of listed) {
    if (prefix.every((arc, position) => arcs[position] === arc)) next.add(arcs[prefix.length]);
  }
  return next;
}

function cheapestEntry(candidates: ReadonlyMap<string, CostedPath>): [string, CostedPath] {
  let best: [string, CostedPath] | undefined;
  for (const entry of candidates) {
    if (!best || comparePaths(entry[1], best[1]) < 0) best = entry;
  }
  return best!;
}

/** Order of paths: by cost, then by the sequence of arcs. */
export function comparePaths(a: CostedPath, b: CostedPath): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  const shorter = Math.min(a.arcs.length, b.arcs.length);
  for (let position = 0; position < shorter; position++) {
    if (a.arcs[position] !== b.arcs[position]) return a.arcs[position] - b.arcs[position];
  }
  return a.arcs.length - b.arcs.length;
}
