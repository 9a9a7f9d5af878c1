// Lays out what the free cost of every route is made of, and which countries its cargo crosses.

import type { Commodity } from '../model/demand.ts';
import type { Scenario } from '../model/scenario.ts';
import { type ArcNetwork, buildArcNetwork, isWater, passesPost } from './arc-network.ts';
import { compressRows } from './columns.ts';
import { type CostArrays, freeCostTerms } from './compiled-model.ts';
import { turnBetween } from './path-search.ts';
import type { Structure } from './structure.ts';

/** Terms of every route in the scenario's costs; the sum of a route's terms is its `routeCost`. */
export function layOutCosts(structure: Structure, scenario: Scenario): CostArrays {
  const network = buildArcNetwork(scenario.network);
  const countries = [...new Set(network.nodes.map(({ country }) => country))].sort();
  const byId = new Map(scenario.commodities.map((commodity) => [commodity.id, commodity]));
  const constants = scenario.network.corridors.map(({ constantPerTonne }) => constantPerTonne);
  const sets = [
    ...structure.cellRoutes.map((ofCell, cell) => ({ cell, routes: ofCell })),
    ...structure.onward.sets,
  ];
  const routes = sets.flatMap((set) => {
    const { commodity, origin, destination } = scenario.flows[set.cell];
    const ends = [origin, destination].map((id) => countryOf(network, id));
    return set.routes.map(({ arcs, corridor }) => {
      const parts = partsOf(network, byId.get(commodity)!, arcs);
      return {
        terms: termsOf(parts, byId.get(commodity)!, constants[corridor] ?? 0),
        transit: revenueByCountry(parts).filter(([country]) => !ends.includes(country)),
      };
    });
  });
  const indexOf = (country: string) => countries.indexOf(country);
  const entries = compressRows(
    routes.map(({ transit }) => transit.map(([country]) => indexOf(country))),
  );
  return {
    routeTerms: Float64Array.from(routes.flatMap(({ terms }) => terms)),
    countries,
    transitStart: entries.starts,
    transitCountry: entries.members,
    transitRevenue: Float64Array.from(
      routes.flatMap(({ transit }) => transit.map(([, revenue]) => revenue)),
    ),
  };
}

function countryOf({ nodes, nodeIndex }: ArcNetwork, id: string): string {
  return nodes[nodeIndex.get(id)!].country;
}

/** A stretch or a stop of a route: what it takes, and the countries on whose ground that is. */
interface Part {
  readonly kind: 'haul' | 'passage' | 'transfer';
  readonly days: number;
  readonly money: number;
  /** None at sea; two for a link between countries, half to each; a stop has one. */
  readonly countries: readonly string[];
}

/** The parts of a route in order of travel; straits without a toll lie in no country. */
function partsOf(network: ArcNetwork, commodity: Commodity, arcs: readonly number[]): Part[] {
  return arcs.flatMap((arc, position) => {
    const previous = position > 0 ? arcs[position - 1] : -1;
    const last = position === arcs.length - 1;
    return [
      ...stopParts(network, network.from[arc], previous, arc),
      haulPart(network, commodity, arc),
      ...(last ? stopParts(network, network.to[arc], arc, -1) : []),
    ];
  });
}

function haulPart(network: ArcNetwork, commodity: Commodity, arc: number): Part {
  const { mode } = network.links[arc >> 1];
  const ends = [network.from[arc], network.to[arc]].map((node) => network.nodes[node].country);
  return {
    kind: 'haul',
    days: network.days[arc],
    money: network.money[arc] * (commodity.tariffFactors[mode] ?? 1),
    countries: isWater(mode) ? [] : ends[0] === ends[1] ? [ends[0]] : ends,
  };
}

/** What happens at a node between two arcs (-1 = none: cargo starts or ends there). */
function stopParts(network: ArcNetwork, node: number, before: number, after: number): Part[] {
  const link = (arc: number) => (arc < 0 ? undefined : network.links[arc >> 1]);
  const place = network.nodes[node];
  const parts: Part[] = [];
  if (passesPost(place, link(before), link(after))) {
    const free = place.kind === 'chokepoint' && place.passageCostPerTonne === 0;
    parts.push({
      kind: 'passage',
      days: place.passageDays,
      money: place.passageCostPerTonne,
      countries: free ? [] : [place.country],
    });
  }
  if (before < 0 || after < 0) return parts;
  const transfer = network.turnTransfer[turnBetween(network, before, after)];
  if (transfer.days === 0 && transfer.money === 0) return parts;
  return [...parts, { kind: 'transfer', ...transfer, countries: [place.country] }];
}

/** USD/t of each of `freeCostTerms`. */
function termsOf(parts: readonly Part[], commodity: Commodity, constant: number): number[] {
  const sum = (kind: Part['kind'], value: (part: Part) => number) =>
    parts.reduce((total, part) => (part.kind === kind ? total + value(part) : total), 0);
  const money = ({ money: cost }: Part) => cost;
  const time = ({ days }: Part) => commodity.valueOfTimePerTonneDay * days;
  const terms: Record<(typeof freeCostTerms)[number], number> = {
    haul: sum('haul', money),
    haul_time: sum('haul', time),
    passage: sum('passage', money),
    passage_time: sum('passage', time),
    transfer: sum('transfer', money),
    transfer_time: sum('transfer', time),
    constant,
  };
  return freeCostTerms.map((term) => terms[term]);
}

/** Every country that the parts lie in, in order of appearance, and the money that arises there. */
function revenueByCountry(parts: readonly Part[]): [country: string, revenue: number][] {
  const revenues = new Map<string, number>();
  for (const { countries, money } of parts) {
    for (const country of countries) {
      revenues.set(country, (revenues.get(country) ?? 0) + money / countries.length);
    }
  }
  return [...revenues];
}
