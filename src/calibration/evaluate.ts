// Gives the modelled total of each observation for a set of corridor constants.

import { recompile } from '../compile/compile.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { buildStructure, type Structure } from '../compile/structure.ts';
import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import { countedRoutes, tonnesOf } from './count.ts';
import { firstYearOf, routeTonnesPerYear } from './first-year.ts';

/** What is fitted: a baseline's first year, its routes, and which of them each observation counts. */
export interface Subject {
  readonly baseline: Scenario;
  readonly structure: Structure;
  readonly observations: readonly Observation[];
  /** Routes of each observation. */
  readonly counted: readonly Int32Array[];
}

/** Searches the routes of the first year once; constants change their costs, not the routes. */
export function prepareSubject(scenario: Scenario, observations: readonly Observation[]): Subject {
  const baseline = firstYearOf(scenario);
  const structure = buildStructure(baseline, []);
  const model = recompile(structure, baseline);
  const counted = observations.map((one) => countedRoutes(one, model, baseline.network));
  return { baseline, structure, observations, counted };
}

/** What the model makes of the observations. */
export interface Evaluation {
  /** Tonnes a year [observations]. */
  readonly modelled: Float64Array;
  /** By how much ln(modelled) falls with each USD/t more on all routes counted, other costs equal [observations]. */
  readonly response: Float64Array;
}

/**
 * Runs the first year.
 * @param constants   USD/t by corridor id; corridors that are not named keep theirs
 * @param scaleFactor multiplies the logit scales of all commodities
 */
export function evaluate(
  subject: Subject,
  constants: ReadonlyMap<string, number>,
  scaleFactor = 1,
): Evaluation {
  const { baseline, structure, counted } = subject;
  const model = recompile(structure, changed(baseline, constants, scaleFactor));
  const tonnes = routeTonnesPerYear(model);
  return {
    modelled: Float64Array.from(counted, (routes) => tonnesOf(routes, tonnes)),
    response: Float64Array.from(counted, (routes) => responseOf(model, routes, tonnes)),
  };
}

/**
 * Σ_r μ_r x_r (1 - x_r / X_r) / Σ_r x_r with x_r the tonnes counted of cell r and X_r all that it ships: the derivative of a
 * logit. Waits and not shipping are left out; they only slow the search down.
 */
function responseOf(model: CompiledModel, counted: Int32Array, tonnes: Float64Array): number {
  const { routeCell, cellRouteStart } = model.routes;
  const ofCell = new Float64Array(model.counts.cells);
  for (const route of counted) ofCell[routeCell[route]] += tonnes[route];
  let all = 0;
  let change = 0;
  ofCell.forEach((part, cell) => {
    let shipped = 0;
    for (let route = cellRouteStart[cell]; route < cellRouteStart[cell + 1]; route++)
      shipped += tonnes[route];
    all += part;
    if (part > 0) change += model.choice.cellCorridorScale[cell] * part * (1 - part / shipped);
  });
  return change / all;
}

function changed(
  baseline: Scenario,
  constants: ReadonlyMap<string, number>,
  scaleFactor: number,
): Scenario {
  const corridors = baseline.network.corridors.map((corridor) => ({
    ...corridor,
    constantPerTonne: constants.get(corridor.id) ?? corridor.constantPerTonne,
  }));
  const commodities = baseline.commodities.map((commodity) => ({
    ...commodity,
    routeScale: commodity.routeScale * scaleFactor,
    corridorScale: commodity.corridorScale * scaleFactor,
  }));
  return { ...baseline, commodities, network: { ...baseline.network, corridors } };
}
