// Gives a compiled model the numbers that one replication draws; its routes stay those of the medians.

import type { Commodity } from '../model/demand.ts';
import { type ArcNetwork, buildArcNetwork, effortTerms } from './arc-network.ts';
import { choiceOfCells } from './choice-arrays.ts';
import type { CompiledModel, DrawnWorld } from './compiled-model.ts';
import { yearFactors } from './demand-arrays.ts';
import { type DrawPlan, drawPlan } from './draw-plan.ts';
import { drawWorld } from './draw-world.ts';
import { keepDaysToSteps } from './legs.ts';
import { arcCosts } from './path-bounds.ts';
import { findPosts } from './posts.ts';

/**
 * The model of one replication: costs and times of the routes, capacities, values of time and volumes as drawn. The
 * same model when nothing of its world is uncertain. Reservation costs stay those of the medians.
 * @param draws value of each of the model's inputs, in the unit of its field [inputs]
 */
export function drawModel(model: CompiledModel, draws: Float64Array): CompiledModel {
  if (!model.drawnWorld) return model;
  const indexOf = new Map(model.inputs.map(({ name }, index) => [name, index]));
  const world = drawWorld(model.drawnWorld, (input) => draws[indexOf.get(input)!]);
  const network = buildArcNetwork(world.network);
  return {
    ...model,
    routes: {
      ...model.routes,
      routeCost: costsOfRoutes(model, world, network),
      legDays: daysOfLegs(model, network),
    },
    choice: {
      ...model.choice,
      ...choiceOfCells(world),
      inertiaDays: world.behaviour.inertiaDays,
      costSmoothingDays: world.behaviour.costSmoothingDays,
    },
    demand: { ...model.demand, yearFactor: yearFactors(world.flows, model.counts.years) },
    postCapacity: findPosts(world.network).capacityTonnesPerDay,
    drawnWorld: undefined,
  };
}

/** Free costs of the routes, USD/t, in the order of sums of `freeCost`. */
function costsOfRoutes(
  model: CompiledModel,
  { network: { corridors }, commodities, flows }: DrawnWorld,
  network: ArcNetwork,
): Float64Array {
  const { routeCell, routeGroup, groupCorridor, onwardRouteStart } = model.routes;
  const { routeTermStart, routeTerms } = drawPlan(model);
  const ofCommodity = new Map(commodities.map((item) => [item.id, termCosts(network, item)]));
  return Float64Array.from(routeCell, (cell, route) => {
    const costs = ofCommodity.get(flows[cell].commodity)!;
    const first = routeTermStart[route];
    let cost = 0;
    for (let at = first; at < routeTermStart[route + 1]; at++) cost += costs[routeTerms[at]];
    if (route >= onwardRouteStart[0]) cost -= costs[routeTerms[first]];
    return cost + (corridors[groupCorridor[routeGroup[route]]]?.constantPerTonne ?? 0);
  });
}

/** The legs keep their numbers, which follow their days at the medians: only speed hangs on that order. */
function daysOfLegs(model: CompiledModel, network: ArcNetwork): Float64Array {
  const { routeStageStart, routeStages, routeLastLeg } = model.routes;
  const days = sumsOfTerms(drawPlan(model), daysOfTerms(network));
  for (let route = 0; route < routeLastLeg.length; route++) {
    const stages = routeStages.subarray(routeStageStart[route], routeStageStart[route + 1]);
    const legs = [...stages, routeLastLeg[route]];
    const kept = legs.map((leg) => days[leg]);
    keepDaysToSteps(kept, model.time.stepDays);
    legs.forEach((leg, place) => {
      days[leg] = kept[place];
    });
  }
  return days;
}

function sumsOfTerms({ legTermStart, legTerms }: DrawPlan, ofTerm: Float64Array): Float64Array {
  const sums = new Float64Array(legTermStart.length - 1);
  for (let leg = 0; leg < sums.length; leg++) {
    let sum = 0;
    for (let at = legTermStart[leg]; at < legTermStart[leg + 1]; at++) sum += ofTerm[legTerms[at]];
    sums[leg] = sum;
  }
  return sums;
}

/** Days of every term (`effortTerms`). */
function daysOfTerms(network: ArcNetwork): Float64Array {
  return inTerms(network, network.days, network.turnDays, network.startDays, network.endDays);
}

/** Free cost of every term, USD/t. */
function termCosts(network: ArcNetwork, commodity: Commodity): Float64Array {
  const { arc, turn, start, end } = arcCosts(network, commodity);
  return inTerms(network, arc, turn, start, end);
}

function inTerms(
  network: ArcNetwork,
  ofArcs: Float64Array,
  ofTurns: Float64Array,
  atStart: Float64Array,
  atEnd: Float64Array,
): Float64Array {
  const { turn, start, end, count } = effortTerms(network);
  const all = new Float64Array(count);
  all.set(ofArcs);
  all.set(ofTurns, turn);
  all.set(atStart, start);
  all.set(atEnd, end);
  return all;
}
