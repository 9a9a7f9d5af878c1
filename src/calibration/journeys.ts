// Sets published lengths, times and prices of journeys beside those of the model.

import { compile } from '../compile/compile.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Flow } from '../model/demand.ts';
import type { PublishedJourney, PublishedRange } from '../model/published.ts';
import type { Scenario } from '../model/scenario.ts';
import { firstYearOf } from './first-year.ts';

/** A way as the files of the study give it, without queues. */
interface ModelledJourney {
  readonly lengthKm: number;
  readonly days: number;
  /** Tariffs, fees and transfers, USD/t. */
  readonly costPerTonne: number;
}

/** Routes that are looked at for each journey, and how much dearer than the cheapest they may be. */
const search = { maximumRoutes: 40, detourLimit: 15, overlapLimit: 1 };

/**
 * The cheapest way of each journey that passes all its `via`, over existing and planned links; undefined where there
 * is none among the routes searched.
 */
function modelledJourneys(
  baseline: Scenario,
  journeys: readonly PublishedJourney[],
): (ModelledJourney | undefined)[] {
  const firstYear = firstYearOf(baseline);
  const flows = journeys.map(flowOf);
  const links = firstYear.network.links.map((link) => ({ ...link, status: 'existing' as const }));
  const probe: Scenario = {
    ...firstYear,
    flows,
    events: [],
    inputs: [],
    network: { ...firstYear.network, links, corridors: signposts(journeys) },
    behaviour: { ...firstYear.behaviour, ...search },
  };
  const [model] = compile(probe, []);
  return journeys.map((journey, cell) => cheapest(model, probe, journey, cell));
}

/** A published value beside that of the model. */
export interface ComparedValue {
  readonly journey: PublishedJourney;
  readonly what: 'length' | 'time' | 'cost' | 'time against' | 'cost against';
  /** km, days, USD/t, or a share of the other journey. */
  readonly unit: string;
  readonly modelled: number;
  readonly published: PublishedRange;
  /** Share by which the model lies outside the published range; negative below, 0 within it. */
  readonly miss: number;
}

/** Every published value beside the model's; NaN where the model has no such way. */
export function compareJourneys(
  baseline: Scenario,
  journeys: readonly PublishedJourney[],
): ComparedValue[] {
  const modelled = modelledJourneys(baseline, journeys);
  const byId = new Map(journeys.map(({ id }, index) => [id, modelled[index]]));
  return journeys.flatMap((journey, index) => {
    const own = modelled[index];
    const other = byId.get(journey.than);
    const ratio = (part: 'days' | 'costPerTonne') => (own?.[part] ?? NaN) / (other?.[part] ?? NaN);
    const rows = [
      { what: 'length', unit: 'km', modelled: own?.lengthKm, published: journey.lengthKm },
      { what: 'time', unit: 'days', modelled: own?.days, published: journey.days },
      { what: 'cost', unit: 'USD/t', modelled: own?.costPerTonne, published: journey.costPerTonne },
      { what: 'time against', unit: '1', modelled: ratio('days'), published: journey.daysRatio },
      {
        what: 'cost against',
        unit: '1',
        modelled: ratio('costPerTonne'),
        published: journey.costRatio,
      },
    ] as const;
    return rows.flatMap(({ published, modelled: value = NaN, ...rest }) =>
      published
        ? { journey, ...rest, modelled: value, published, miss: missOf(value, published) }
        : [],
    );
  });
}

function missOf(value: number, [low, high]: PublishedRange): number {
  if (value < low) return value / low - 1;
  return value > high ? value / high - 1 : value - value;
}

function flowOf({ id, origin, destination, commodity }: PublishedJourney): Flow {
  return {
    id,
    origin,
    destination,
    commodity,
    volumeTonnesPerYear: 1,
    volumeFactors: [1, 1],
    calendar: '',
    notShippedShare: 0,
    reservationCostPerTonne: undefined,
  };
}

/** A corridor for each journey, so that the search looks for its way; those that say most first, since a route has one. */
function signposts(journeys: readonly PublishedJourney[]): Scenario['network']['corridors'] {
  return journeys
    .filter(({ via }) => via.length > 0)
    .sort((a, b) => b.via.length - a.via.length)
    .map(({ id, via }) => ({ id, name: id, alternatives: [via], constantPerTonne: 0 }));
}

function cheapest(
  { routes, labels }: CompiledModel,
  { network, commodities }: Scenario,
  { via, commodity }: PublishedJourney,
  cell: number,
): ModelledJourney | undefined {
  const lengths = new Map(network.links.map(({ id, lengthKm }) => [id, lengthKm]));
  const valueOfTime = commodities.find(({ id }) => id === commodity)!.valueOfTimePerTonneDay;
  let best: number | undefined;
  for (let route = routes.cellRouteStart[cell]; route < routes.cellRouteStart[cell + 1]; route++) {
    const places = new Set(
      [...arcsOf(routes, route)].flatMap((arc) => [
        labels.links[arc >> 1],
        labels.arcFrom[arc],
        labels.arcTo[arc],
      ]),
    );
    if (!via.every((id) => places.has(id))) continue;
    if (best === undefined || routes.routeCost[route] < routes.routeCost[best]) best = route;
  }
  if (best === undefined) return undefined;
  const days = daysOf(routes, best);
  const lengthKm = [...arcsOf(routes, best)].reduce(
    (sum, arc) => sum + lengths.get(labels.links[arc >> 1])!,
    0,
  );
  return { lengthKm, days, costPerTonne: routes.routeCost[best] - valueOfTime * days };
}

function arcsOf({ routeArcs, routeArcStart }: CompiledModel['routes'], route: number): Int32Array {
  return routeArcs.subarray(routeArcStart[route], routeArcStart[route + 1]);
}

/** Days of all legs of a route, passages of posts included. */
function daysOf(routes: CompiledModel['routes'], route: number): number {
  let days = 0;
  routes.legRoute.forEach((of, leg) => {
    if (of === route) days += routes.legDays[leg];
  });
  return days;
}
