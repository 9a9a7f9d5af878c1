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

/** Copies the offsets of the stages into the order in which they are announced. */
function layOutAnnouncements({ routes }: CompiledModel, { conditions, flow }: EngineState): void {
  for (let index = 0; index < routes.announceOrder.length; index++) {
    const place = routes.announceOrder[index];
    conditions.announceRow[index] =
      routes.stagePost[routes.routeStages[place]] * (flow.expectedMask + 1);
    conditions.announceSteps[index] = conditions.offsetSteps[place];
    conditions.announceFraction[index] = conditions.offsetFraction[place];
  }
}

function setLag(steps: Int32Array, fraction: Float64Array, index: number, lag: number): void {
  const whole = Math.floor(lag + wholeStepTolerance);
  steps[index] = whole;
  fraction[index] = lag - whole > wholeStepTolerance ? lag - whole : 0;
}
