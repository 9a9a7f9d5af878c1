// Compiles a baseline and its scenarios: one set of routes for all, and each one's choice, demand and events.

import type { Scenario } from '../model/scenario.ts';
import { AmountRegister } from './amount-register.ts';
import { layOutCalendars } from './calendar-arrays.ts';
import { layOutChoice } from './choice-arrays.ts';
import type { CompiledModel } from './compiled-model.ts';
import { layOutCosts } from './cost-arrays.ts';
import { layOutDemand } from './demand-arrays.ts';
import { layOutEvents } from './event-arrays.ts';
import { layOutForesight } from './foresight-arrays.ts';
import { countAll, labelAll } from './labels.ts';
import { findPosts } from './posts.ts';
import type { RouteSets } from './route-sets.ts';
import { buildStructure, layOutScenarioRoutes, type Structure } from './structure.ts';
import { layOutTime } from './time-arrays.ts';

export { CompileError } from './structure.ts';

/**
 * Compiles a baseline (first in the result) and scenarios on it. All share the same cells, routes, groups,
 * stages and posts, built from the baseline's network and costs, so that a difference between two runs is
 * never a difference of choice sets.
 * @param routeSets the choice sets of the baseline, as `buildRouteSets` gives them, where they are known already
 * @throws CompileError when a flow has no route at all, or the step does not divide the horizon.
 */
export function compile(
  baseline: Scenario,
  scenarios: readonly Scenario[],
  routeSets?: RouteSets,
): CompiledModel[] {
  const structure = buildStructure(baseline, scenarios, routeSets);
  return [baseline, ...scenarios].map((scenario) => compileScenario(structure, scenario));
}

/**
 * Compiles a baseline again with other constants, costs or scales, over the routes of an earlier structure: what
 * calibration does many times. The links and posts must be those of the structure.
 */
export function recompile(structure: Structure, baseline: Scenario): CompiledModel {
  const shared = { ...structure, baseline };
  return compileScenario({ ...shared, routes: layOutScenarioRoutes(shared, baseline) }, baseline);
}

function compileScenario(structure: Structure, scenario: Scenario): CompiledModel {
  const time = layOutTime(scenario.horizon);
  const amounts = new AmountRegister(scenario.inputs);
  const demand = layOutDemand(scenario.flows, time, amounts);
  const events = layOutEvents({
    scenario,
    network: structure.network,
    posts: structure.posts,
    routes: structure.routes,
    openRoutes: [
      ...structure.cellRoutes.flat(),
      ...structure.onward.sets.flatMap(({ routes }) => routes),
    ],
    allRoutes: structure.allRoutes,
    corridorIds: structure.corridorIds,
    addAmount: (amount) => amounts.add(amount),
    addOccurrence: (eventId) => amounts.addOccurrence(eventId),
    addInput: (input) => amounts.addInput(input),
  });
  const choice = layOutChoice(structure, scenario, events);
  const calendars = layOutCalendars(scenario, structure.posts, time.stepMonth.length);
  return {
    name: scenario.name,
    counts: countAll(structure, time, choice),
    labels: labelAll(structure, scenario, time),
    routes:
      scenario === structure.baseline
        ? structure.routes
        : layOutScenarioRoutes(structure, scenario),
    choice,
    costs: layOutCosts(structure, scenario),
    amounts: amounts.arrays(),
    events,
    demand,
    time,
    postCapacity: findPosts(scenario.network).capacityTonnesPerDay,
    calendars,
    foresight: layOutForesight(events, calendars),
    inputs: amounts.inputs,
    sampling: scenario.sampling,
    drawnWorld: drawnWorldOf(scenario),
  };
}

function drawnWorldOf(scenario: Scenario): CompiledModel['drawnWorld'] {
  const { network, commodities, flows, behaviour, drawnValues } = scenario;
  if (drawnValues.length === 0) return undefined;
  return { network, commodities, flows, behaviour, drawnValues };
}
