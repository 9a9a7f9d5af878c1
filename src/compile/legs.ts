// Cuts a route into legs between the posts that it passes.

import { type ArcNetwork, passesPost } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import { turnBetween } from './path-search.ts';
import type { Posts } from './posts.ts';

/** A stretch of a route that cargo covers without queueing. */
export interface Leg {
  /** Days under way, at least one step between two posts. */
  readonly days: number;
  /** Arcs travelled, in order; empty when only a passage lies between two posts. */
  readonly arcs: readonly number[];
  /** Post at its end; -1 = the destination. */
  readonly endPost: number;
  /** Arcs of the route before its end. */
  readonly endPlace: number;
}

/** A leg that is being put together. */
interface OpenLeg {
  days: number;
  arcs: number[];
}

/**
 * The legs of a route, first to last: one more than it passes posts.
 *
 * Cargo passes at most one post a step, so a leg between two posts takes at least one step. What a short leg
 * takes too long is taken off the next ones, so that the whole route keeps its time where that is possible.
 */
export function cutIntoLegs(
  network: ArcNetwork,
  posts: Posts,
  { arcs, underWay }: Pick<Route, 'arcs' | 'underWay'>,
  stepDays: number,
): Leg[] {
  const legs: Leg[] = [];
  let open: OpenLeg = { days: 0, arcs: [] };
  const stopAt = (post: number | undefined, endPlace: number) => {
    if (post === undefined) return;
    legs.push({ ...open, endPost: post, endPlace });
    open = { days: 0, arcs: [] };
  };
  arcs.forEach((arc, position) => {
    const previous = position > 0 ? arcs[position - 1] : -1;
    if (previous >= 0 || !underWay) {
      stopAt(nodePost(network, posts, network.from[arc], previous, arc), position);
      open.days += stopDays(network, previous, arc);
    }
    stopAt(posts.ofLink.get(network.links[arc >> 1].id), position);
    open.days += network.days[arc];
    open.arcs.push(arc);
  });
  const last = arcs[arcs.length - 1];
  stopAt(nodePost(network, posts, network.to[last], last, -1), arcs.length);
  open.days += network.endDays[last];
  legs.push({ ...open, endPost: -1, endPlace: arcs.length });
  return keepToSteps(legs, stepDays);
}

/** Days at the node before an arc, after another one (-1 = none). */
function stopDays(network: ArcNetwork, previous: number, arc: number): number {
  if (previous < 0) return network.startDays[arc];
  return network.turnDays[turnBetween(network, previous, arc)];
}

/** Post that cargo passes at a node between two arcs (-1 = none: it starts or ends there), if any. */
function nodePost(
  network: ArcNetwork,
  posts: Posts,
  node: number,
  before: number,
  after: number,
): number | undefined {
  const link = (arc: number) => (arc < 0 ? undefined : network.links[arc >> 1]);
  const place = network.nodes[node];
  return passesPost(place, link(before), link(after)) ? posts.ofNode.get(place.id) : undefined;
}

function keepToSteps(legs: readonly Leg[], stepDays: number): Leg[] {
  let excessDays = 0;
  return legs.map((leg, index) => {
    const betweenPosts = index > 0 && leg.endPost >= 0;
    const wantedDays = leg.days - excessDays;
    const days = Math.max(betweenPosts ? stepDays : 0, wantedDays);
    excessDays = days - wantedDays;
    return { ...leg, days };
  });
}
