// Turns days under way into steps and fractions of a step.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/** Legs whose fraction of a step is nearer to a whole one than this count as whole. */
const wholeStepTolerance = 1e-9;

/** Turns days into steps and fractions, for legs and for the way from the origin to each stage. */
export function layOutLags(model: CompiledModel, state: EngineState): void {
  const { counts, routes, time } = model;
  const { conditions } = state;
  for (let leg = 0; leg < conditions.legDays.length; leg++) {
    setLag(
      conditions.legSteps,
      conditions.legFraction,
      leg,
      conditions.legDays[leg] / time.stepDays,
    );
  }
  conditions.postReach.fill(0);
  for (let route = 0; route < counts.routes; route++) {
    let days = 0;
    for (
      let place = routes.routeStageStart[route];
      place < routes.routeStageStart[route + 1];
      place++
    ) {
      const stage = routes.routeStages[place];
      const post = routes.stagePost[stage];
      days += conditions.legDays[stage];
      setLag(conditions.offsetSteps, conditions.offsetFraction, place, days / time.stepDays);
      conditions.postReach[post] = Math.max(
        conditions.postReach[post],
        conditions.offsetSteps[place] + 1,
      );
    }
    conditions.routeDays[route] = days + conditions.legDays[routes.routeLastLeg[route]];
  }
  layOutAnnouncements(model, state);
}

/**
 * Sorts the passages by post and whole steps of free time from the origin, passages of one route and its
 * neighbours in their order: a counting sort. Passages of the same post and steps make a run, whose announcements
 * are added up before they are written.
 */
function layOutAnnouncements({ counts, routes }: CompiledModel, state: EngineState): void {
  const { offsetSteps, offsetFraction, announcements } = state.conditions;
  const { runRow, runSteps, runStart, route, fraction, keyStart } = announcements;
  const rows = state.flow.expectedMask + 1;
  const { stages, posts } = counts;
  keyStart.fill(0);
  const keyOf = (place: number) =>
    routes.stagePost[routes.routeStages[place]] * rows + offsetSteps[place];
  for (let place = 0; place < stages; place++) keyStart[keyOf(place) + 1] += 1;
  let runs = 0;
  for (let key = 0; key < posts * rows; key++) {
    if (keyStart[key + 1] > 0) {
      runRow[runs] = key - (key % rows);
      runSteps[runs] = key % rows;
      runStart[runs] = keyStart[key];
      runs += 1;
    }
    keyStart[key + 1] += keyStart[key];
  }
  runStart[runs] = stages;
  announcements.runCount = runs;
  for (let place = 0; place < stages; place++) {
    const key = keyOf(place);
    route[keyStart[key]] = routes.stageRoute[routes.routeStages[place]];
    fraction[keyStart[key]] = offsetFraction[place];
    keyStart[key] += 1;
  }
}

function setLag(steps: Int32Array, fraction: Float64Array, index: number, lag: number): void {
  const whole = Math.floor(lag + wholeStepTolerance);
  steps[index] = whole;
  fraction[index] = lag - whole > wholeStepTolerance ? lag - whole : 0;
}
