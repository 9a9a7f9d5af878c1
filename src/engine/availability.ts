// Works out which routes each segment can use, and whose choice that changes.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/** Nothing is sent towards a post that has no capacity at all, nor to one that will have none again when it is there. */
export function blockRoutesThroughClosedPosts(model: CompiledModel, state: EngineState): void {
  const { postStageStart, postStages, stageRoute } = model.routes;
  const { capacity, blockers } = state.conditions;
  for (let post = 0; post < capacity.length; post++) {
    if (model.foresight.foreseenOf[post] >= 0) blockStagesAfterTheLast(model, state, post);
    if (model.foresight.foreseenOf[post] >= 0 || capacity[post] > 0) continue;
    for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
      blockers[stageRoute[postStages[at]]] += 1;
    }
  }
}

/** Blocks the routes whose cargo would be at a foreseen post after the last step in which it passes anything. */
function blockStagesAfterTheLast(model: CompiledModel, state: EngineState, post: number): void {
  const { postStageStart, postStages, stageRoute, stagePlace } = model.routes;
  const { offsetSteps, offsetFraction, blockers } = state.conditions;
  const lastOpen = state.foresight.lastOpenStep[model.foresight.foreseenOf[post]];
  if (lastOpen === Infinity) return;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    const place = stagePlace[postStages[at]];
    if (state.step + offsetSteps[place] + offsetFraction[place] < lastOpen + 1) continue;
    blockers[stageRoute[postStages[at]]] += 1;
  }
}

/** Takes the blocked routes from every segment. */
export function markAvailableOptions(model: CompiledModel, state: EngineState): void {
  const { segmentCell, segmentOptionStart } = model.choice;
  const { available } = state.choice;
  for (let segment = 0; segment < segmentCell.length; segment++) {
    const shift = segmentOptionStart[segment] - model.routes.cellRouteStart[segmentCell[segment]];
    for (
      let option = segmentOptionStart[segment];
      option < segmentOptionStart[segment + 1];
      option++
    ) {
      if (state.conditions.blockers[option - shift] > 0) available[option] = 0;
    }
  }
}

/** Marks the cells whose costs or routes differ from before, and the segments whose routes do. */
export function markChanges(model: CompiledModel, state: EngineState): void {
  const { cellChanged, segmentChanged, available, wasAvailable } = state.choice;
  const { addedCost, earlierAddedCost } = state.conditions;
  const { segmentCell, segmentOptionStart } = model.choice;
  const { routeCell } = model.routes;
  for (let route = 0; route < addedCost.length; route++) {
    if (addedCost[route] !== earlierAddedCost[route]) cellChanged[routeCell[route]] = 1;
  }
  for (let segment = 0; segment < segmentCell.length; segment++) {
    for (
      let option = segmentOptionStart[segment];
      option < segmentOptionStart[segment + 1];
      option++
    ) {
      if (available[option] !== wasAvailable[option]) segmentChanged[segment] = 1;
    }
    if (state.step === 0) segmentChanged[segment] = 1;
    if (segmentChanged[segment] === 1) cellChanged[segmentCell[segment]] = 1;
  }
}
