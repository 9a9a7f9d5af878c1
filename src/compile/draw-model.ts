// Gives a compiled model the numbers that one replication draws; its routes stay those of the medians.

import { type ArcNetwork, buildArcNetwork } from './arc-network.ts';
import { choiceOfCells } from './choice-arrays.ts';
import type { Route } from './choice-set.ts';
import type { CompiledModel, DrawnWorld } from './compiled-model.ts';
import { yearFactors } from './demand-arrays.ts';
import { drawWorld } from './draw-world.ts';
import { cutIntoLegs } from './legs.ts';
import { arcCosts } from './path-bounds.ts';
import { findPosts } from './posts.ts';
import { freeCost } from './route-arrays.ts';

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
      legDays: daysOfLegs(model, world, network),
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

function routeOf({ routes }: CompiledModel, route: number): Pick<Route, 'arcs' | 'underWay'> {
  const { routeArcs, routeArcStart, onwardRouteStart } = routes;
  return {
    arcs: [...routeArcs.subarray(routeArcStart[route], routeArcStart[route + 1])],
    underWay: route < onwardRouteStart[0] ? undefined : true,
  };
}

function costsOfRoutes(
  model: CompiledModel,
  { network: { corridors }, commodities, flows }: DrawnWorld,
  network: ArcNetwork,
): Float64Array {
  const { routeCell, routeGroup, groupCorridor } = model.routes;
  const costs = new Map(commodities.map((item) => [item.id, arcCosts(network, item)]));
  return Float64Array.from(routeCell, (cell, route) => {
    const free = freeCost(network, costs.get(flows[cell].commodity)!, routeOf(model, route));
    return free + (corridors[groupCorridor[routeGroup[route]]]?.constantPerTonne ?? 0);
  });
}

/** The legs keep their numbers, which follow their days at the medians: only speed hangs on that order. */
function daysOfLegs(model: CompiledModel, world: DrawnWorld, network: ArcNetwork): Float64Array {
  const { legDays, routeStageStart, routeStages, routeLastLeg } = model.routes;
  const posts = findPosts(world.network);
  const days = new Float64Array(legDays.length);
  for (let route = 0; route < routeLastLeg.length; route++) {
    const legs = cutIntoLegs(network, posts, routeOf(model, route), model.time.stepDays);
    const stages = routeStages.subarray(routeStageStart[route], routeStageStart[route + 1]);
    [...stages, routeLastLeg[route]].forEach((leg, place) => {
      days[leg] = legs[place].days;
    });
  }
  return days;
}
