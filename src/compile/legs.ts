// Cuts a route into legs between the posts that it passes.

import { type ArcNetwork, effortTerms, passesPost } from './arc-network.ts';
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
  /** What its days are the sum of, in order (`effortTerms`), before short legs are kept to a step. */
  readonly terms: readonly number[];
}

/** A leg that is being put together. */
interface OpenLeg {
  days: number;
  arcs: number[];
  terms: number[];
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
  let open: OpenLeg = { days: 0, arcs: [], terms: [] };
  const spend = (term: number) => {
    open.days += daysOfTerm(network, term);
    open.terms.push(term);
  };
  const stopAt = (post: number | undefined, endPlace: number) => {
    if (post === undefined) return;
    legs.push({ ...open, endPost: post, endPlace });
    open = { days: 0, arcs: [], terms: [] };
  };
  arcs.forEach((arc, position) => {
    const previous = position > 0 ? arcs[position - 1] : -1;
    if (previous >= 0 || !underWay) {
      stopAt(nodePost(network, posts, network.from[arc], previous, arc), position);
      spend(termBefore(network, previous, arc));
    }
    stopAt(posts.ofLink.get(network.links[arc >> 1].id), position);
    spend(arc);
    open.arcs.push(arc);
  });
  const last = arcs[arcs.length - 1];
  stopAt(nodePost(network, posts, network.to[last], last, -1), arcs.length);
  spend(effortTerms(network).end + last);
  legs.push({ ...open, endPost: -1, endPlace: arcs.length });
  return keepToSteps(legs, stepDays);
}

/** Term of what happens at the node before an arc, after another one (-1 = none). */
function termBefore(network: ArcNetwork, previous: number, arc: number): number {
  const { turn, start } = effortTerms(network);
  return previous < 0 ? start + arc : turn + turnBetween(network, previous, arc);
}

function daysOfTerm(network: ArcNetwork, term: number): number {
  const { turn, start, end } = effortTerms(network);
  if (term < turn) return network.days[term];
  if (term < start) return network.turnDays[term - turn];
  return term < end ? network.startDays[term - start] : network.endDays[term - end];
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
  const days = legs.map((leg) => leg.days);
  keepDaysToSteps(days, stepDays);
  return legs.map((leg, index) => ({ ...leg, days: days[index] }));
}

/** Makes the days of the legs of one route, first to last, at least a step between two posts. */
export function keepDaysToSteps(days: number[], stepDays: number): void {
  let excessDays = 0;
  for (let index = 0; index < days.length; index++) {
    const betweenPosts = index > 0 && index + 1 < days.length;
    const wantedDays = days[index] - excessDays;
    days[index] = Math.max(betweenPosts ? stepDays : 0, wantedDays);
    excessDays = days[index] - wantedDays;
  }
}
