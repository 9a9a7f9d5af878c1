// Turns days under way into steps and fractions of a step.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { layOutAnnouncements, renewFractions } from './announcement-runs.ts';
import type { EngineState } from './state.ts';

/** Legs whose fraction of a step is nearer to a whole one than this count as whole. */
const wholeStepTolerance = 1e-9;

/**
 * Turns days into steps and fractions, for legs and for the way from the origin to each stage: all at step 0, later
 * what differs from the days before.
 */
export function layOutLags(model: CompiledModel, state: EngineState): void {
  if (!layOutLegs(model, state)) return;
  if (layOutWays(model, state)) {
    findReach(model, state);
    layOutAnnouncements(model, state);
  } else {
    renewFractions(state);
  }
  layOutSendRuns(model, state);
}

/** Lags from the origins of the routes that have moved. False when the whole steps are what they were. */
function layOutWays(model: CompiledModel, state: EngineState): boolean {
  const { routeMoved } = state.conditions;
  let moved = state.step === 0;
  for (let route = 0; route < model.counts.routes; route++) {
    if (routeMoved[route] === 1 && layOutWay(model, state, route)) moved = true;
  }
  routeMoved.fill(0);
  return moved;
}

/** Lags of the legs whose days have changed; marks their routes. False when there are none. */
function layOutLegs(model: CompiledModel, state: EngineState): boolean {
  const { legDays, earlierLegDays, movableLegs, legSteps, longestSteps } = state.conditions;
  if (state.step === 0) {
    for (let leg = 0; leg < legDays.length; leg++) layOutLeg(model, state, leg);
    longestSteps.set(legSteps);
    return true;
  }
  let moved = false;
  for (const leg of movableLegs) {
    if (legDays[leg] === earlierLegDays[leg]) continue;
    layOutLeg(model, state, leg);
    if (legSteps[leg] > longestSteps[leg]) longestSteps[leg] = legSteps[leg];
    moved = true;
  }
  return moved;
}

function layOutLeg(
  { routes, time }: CompiledModel,
  { conditions }: EngineState,
  leg: number,
): void {
  const { legDays, legSteps, legFraction, routeMoved } = conditions;
  setLag(legSteps, legFraction, leg, legDays[leg] / time.stepDays);
  routeMoved[routes.legRoute[leg]] = 1;
}

/** Lags from the origin of a route to its stages. False when their whole steps are what they were. */
function layOutWay({ routes, time }: CompiledModel, state: EngineState, route: number): boolean {
  const { routeStageStart, routeStages, routeLastLeg } = routes;
  const { legDays, offsetSteps, offsetFraction, routeDays } = state.conditions;
  let days = 0;
  let moved = false;
  for (let place = routeStageStart[route]; place < routeStageStart[route + 1]; place++) {
    days += legDays[routeStages[place]];
    const before = offsetSteps[place];
    setLag(offsetSteps, offsetFraction, place, days / time.stepDays);
    if (offsetSteps[place] !== before) moved = true;
  }
  routeDays[route] = days + legDays[routeLastLeg[route]];
  return moved;
}

function findReach({ counts, routes }: CompiledModel, { conditions }: EngineState): void {
  const { routeStages, stagePost } = routes;
  const { offsetSteps, postReach } = conditions;
  postReach.fill(0);
  for (let place = 0; place < counts.stages; place++) {
    const post = stagePost[routeStages[place]];
    if (offsetSteps[place] >= postReach[post]) postReach[post] = offsetSteps[place] + 1;
  }
}

/** Cuts the legs of each kind into runs with the same whole steps. */
function layOutSendRuns({ routes }: CompiledModel, { conditions }: EngineState): void {
  const { legKindStart } = routes;
  const { legSteps, sendRunStart, kindRunStart } = conditions;
  let runs = 0;
  for (let kind = 0; kind + 1 < legKindStart.length; kind++) {
    kindRunStart[kind] = runs;
    for (let leg = legKindStart[kind]; leg < legKindStart[kind + 1]; leg++) {
      if (leg > legKindStart[kind] && legSteps[leg] === legSteps[leg - 1]) continue;
      sendRunStart[runs] = leg;
      runs += 1;
    }
  }
  kindRunStart[legKindStart.length - 1] = runs;
  sendRunStart[runs] = legSteps.length;
}

function setLag(steps: Int32Array, fraction: Float64Array, index: number, lag: number): void {
  const whole = Math.floor(lag + wholeStepTolerance);
  steps[index] = whole;
  fraction[index] = lag - whole > wholeStepTolerance ? lag - whole : 0;
}
