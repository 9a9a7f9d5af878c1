// Turns events into lists of the routes, posts, cells and shut links that each of their effects hits.

import type { CargoFilter, Effect, ScenarioEvent, Target } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Amount, UncertainInput } from '../model/uncertainty.ts';
import type { ArcNetwork } from './arc-network.ts';
import type { Route } from './choice-set.ts';
import { compressRows, startsOf } from './columns.ts';
import { type EventArrays, effectKinds, type RouteArrays } from './compiled-model.ts';
import { layOutTimes, timeColumns } from './event-times.ts';
import type { Posts } from './posts.ts';

/** What events are matched against. */
export interface EventContext {
  readonly scenario: Scenario;
  readonly network: ArcNetwork;
  readonly posts: Posts;
  readonly routes: RouteArrays;
  /** The routes of all cells in the order of their numbers. */
  readonly openRoutes: readonly Route[];
  /** Routes of each cell over all links, so that what a ban splits does not depend on what else is run. */
  readonly allRoutes: readonly (readonly Route[])[];
  /** Corridor ids in index order, `other` last. */
  readonly corridorIds: readonly string[];
  /** Registers an amount and gives its index. */
  readonly addAmount: (amount: Amount) => number;
  /** Registers the draw that decides whether an event happens and gives the input's index. */
  readonly addOccurrence: (eventId: string) => number;
  /** Registers an input of one occurrence and gives the index of its amount. */
  readonly addInput: (input: UncertainInput) => number;
}

/** What one effect hits. */
interface Hits {
  readonly routes: readonly number[];
  readonly legs: readonly number[];
  readonly posts: readonly number[];
  readonly cells: readonly number[];
  readonly shutLinks: readonly number[];
}

const noHits: Hits = { routes: [], legs: [], posts: [], cells: [], shutLinks: [] };

/** Lays out the events of a scenario, in order of their ids; each occurrence of a repeating event is one of them. */
export function layOutEvents(context: EventContext): EventArrays {
  const events = context.scenario.events.toSorted((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
  const shutLinks = findShutLinks(context);
  const laidOut = events.map((event) => ({
    event,
    times: layOutTimes(event, context),
    effects: event.effects.map((effect) => layOutEffect(context, event, effect, shutLinks)),
  }));
  const occurrences = laidOut.flatMap(({ event, times, effects }) =>
    times.map((time) => ({ event, time, effects })),
  );
  const effects = occurrences.flatMap((occurrence) => occurrence.effects);
  const rows = (of: keyof Hits) => compressRows(effects.map(({ hits }) => hits[of]));
  const shutLinkRoutes = compressRows(
    shutLinks.map((link) => routesThrough(context, { nodes: [], links: [link], corridors: [] })),
  );
  return {
    ids: laidOut.flatMap(({ event: { id, repeat }, times }) =>
      repeat ? times.map((_, index) => `${id}.${index + 1}`) : id,
    ),
    ...timeColumns(occurrences.map(({ time }) => time)),
    probability: Float64Array.from(occurrences, ({ event }) => event.probability),
    effectStart: startsOf(occurrences.map((occurrence) => occurrence.effects.length)),
    effectKind: Int32Array.from(effects, ({ kind }) => kind),
    effectAmount: Int32Array.from(effects, ({ amount }) => amount),
    effectRouteStart: rows('routes').starts,
    effectRoutes: rows('routes').members,
    effectLegs: rows('legs').members,
    effectPostStart: rows('posts').starts,
    effectPosts: rows('posts').members,
    effectCellStart: rows('cells').starts,
    effectCells: rows('cells').members,
    effectShutLinkStart: rows('shutLinks').starts,
    effectShutLinks: rows('shutLinks').members,
    shutLinkRouteStart: shutLinkRoutes.starts,
    shutLinkRoutes: shutLinkRoutes.members,
  };
}

function layOutEffect(
  context: EventContext,
  event: ScenarioEvent,
  effect: Effect,
  shutLinks: readonly string[],
) {
  const amount = amountOf(effect);
  return {
    kind: effectKinds[effect.kind],
    amount: amount === undefined ? -1 : context.addAmount(amount),
    hits: hitsOf(context, event, effect, shutLinks),
  };
}

function findShutLinks(context: EventContext): string[] {
  return context.network.links.filter((link) => link.status !== 'existing').map((link) => link.id);
}

function amountOf(effect: Effect): Amount | undefined {
  switch (effect.kind) {
    case 'close':
    case 'open':
      return undefined;
    case 'capacity':
    case 'demand':
      return effect.factor;
    case 'cost':
      return effect.perTonne;
    case 'time':
      return effect.days;
    case 'risk':
      return effect.valueShare;
    case 'ban':
      return effect.share;
  }
}

function hitsOf(
  context: EventContext,
  event: ScenarioEvent,
  effect: Effect,
  shutLinks: readonly string[],
): Hits {
  switch (effect.kind) {
    case 'open': {
      const opened = new Set(event.target.links);
      return {
        ...noHits,
        shutLinks: [...shutLinks.keys()].filter((index) => opened.has(shutLinks[index])),
      };
    }
    case 'close': {
      const posts = postsOf(context, event.target);
      const routes = blockedByClosure(context, event, posts);
      return { ...noHits, routes, legs: routes.map(() => -1), posts };
    }
    case 'capacity':
      return { ...noHits, posts: postsOf(context, event.target) };
    case 'demand':
      return { ...noHits, cells: cellsOf(context, effect.cargo) };
    case 'cost':
    case 'risk':
    case 'time':
    case 'ban':
      return cargoHits(context, event, effect.cargo, effect.kind === 'time');
  }
}

/**
 * The routes that a closure blocks while it lasts. Of an announced one, routes that pass a post of the target are not
 * among them: their cargo can wait there, and shippers know for how long.
 */
function blockedByClosure(
  context: EventContext,
  event: ScenarioEvent,
  posts: readonly number[],
): number[] {
  const routes = routesThrough(context, event.target);
  if (event.noticeDays === undefined) return routes;
  const { routeStageStart, routeStages, stagePost } = context.routes;
  return routes.filter(
    (route) =>
      !routeStages
        .subarray(routeStageStart[route], routeStageStart[route + 1])
        .some((stage) => posts.includes(stagePost[stage])),
  );
}

function cargoHits(
  context: EventContext,
  event: ScenarioEvent,
  cargo: CargoFilter,
  withLegs: boolean,
): Hits {
  const concerned = new Set(cellsOf(context, cargo));
  const { routeCell } = context.routes;
  const routes = routesThrough(context, event.target).filter((route) =>
    concerned.has(routeCell[route]),
  );
  const legs = withLegs
    ? routes.map((route) => firstLegHit(context, route, event.target))
    : routes.map(() => -1);
  const cells = [...concerned].filter((cell) =>
    context.allRoutes[cell].some(routeTest(context, event.target)),
  );
  return { ...noHits, routes, legs, cells };
}

function cellsOf(context: EventContext, cargo: CargoFilter): number[] {
  const matches = (list: readonly string[], value: string) =>
    list.length === 0 || list.includes(value);
  const { flows } = context.scenario;
  return [...flows.keys()].filter(
    (cell) =>
      matches(cargo.commodities, flows[cell].commodity) &&
      matches(cargo.origins, flows[cell].origin) &&
      matches(cargo.destinations, flows[cell].destination),
  );
}

function postsOf(context: EventContext, target: Target): number[] {
  const posts = [
    ...target.nodes.map((node) => context.posts.ofNode.get(node)),
    ...target.links.map((link) => context.posts.ofLink.get(link)),
  ];
  return posts.filter((post) => post !== undefined).sort((a, b) => a - b);
}

function routesThrough(context: EventContext, target: Target): number[] {
  const touches = routeTest(context, target);
  return [...context.openRoutes.keys()].filter((route) => touches(context.openRoutes[route]));
}

/** A test whether a route touches a target; what turned back does not touch the place where it stands. */
function routeTest(context: EventContext, target: Target): (route: Route) => boolean {
  const corridors = new Set(
    target.corridors.map((corridor) => context.corridorIds.indexOf(corridor)),
  );
  const touches = arcTest(context, target);
  return ({ corridor, arcs, underWay }) =>
    corridors.has(corridor) ||
    arcs.some((arc, place) => touches(arc, underWay !== undefined && place === 0));
}

/** A test whether an arc, or a node at its ends (`leavesOnly`: at its far end), belongs to a target. */
function arcTest(
  context: EventContext,
  target: Target,
): (arc: number, leavesOnly?: boolean) => boolean {
  const { network } = context;
  const links = new Set(target.links.map((link) => network.linkIndex.get(link)));
  const nodes = new Set(target.nodes.map((node) => network.nodeIndex.get(node)));
  return (arc, leavesOnly = false) =>
    links.has(arc >> 1) ||
    nodes.has(network.to[arc]) ||
    (!leavesOnly && nodes.has(network.from[arc]));
}

/** The first leg of a route that touches the target; its first leg when only its corridor was named. */
function firstLegHit(context: EventContext, route: number, target: Target): number {
  const { routeStages, routeStageStart, routeLastLeg, legArcs, legArcStart } = context.routes;
  const touches = arcTest(context, target);
  const legs = [
    ...routeStages.subarray(routeStageStart[route], routeStageStart[route + 1]),
    routeLastLeg[route],
  ];
  return (
    legs.find((leg) =>
      legArcs.subarray(legArcStart[leg], legArcStart[leg + 1]).some((arc) => touches(arc)),
    ) ?? legs[0]
  );
}
