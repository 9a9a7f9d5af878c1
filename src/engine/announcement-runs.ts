// Sorts the passages of posts into runs, in which dispatches are announced.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/**
 * Passages of posts, those of the same post and whole steps of free time from the origin together: a run, whose
 * announcements are added up before they are written. Runs stand by post and steps. Their passages stand by the length
 * of the run, shortest first, so that the loop over them ends after as many turns as the one before and the processor
 * foresees it.
 */
export interface AnnouncementState {
  runCount: number;
  /** Step in which the runs were laid out last. */
  laidOutIn: number;
  /** First index of the post's row in `expected`; whole steps [runs], at most one a stage. */
  readonly runRow: Int32Array;
  readonly runSteps: Int32Array;
  /** Runs by length; first passage of each in that order [runs + 1]. */
  readonly order: Int32Array;
  readonly orderStart: Int32Array;
  /** Route and remaining fraction of a step of each passage [stages]. */
  readonly route: Int32Array;
  readonly fraction: Float64Array;
  /** Scratch: tonnes of each run that come on time and a step later [2 * runs]. */
  readonly sums: Float64Array;
  /** Passage of each place of the routes, -1 where nothing is announced [stages]. */
  readonly passage: Int32Array;
  /** Scratch of the sort: key of each place, -1 where nothing is announced [stages], next passage of each key [posts * ring rows + 1], runs by length [stages + 2]. */
  readonly key: Int32Array;
  keyNext: Int32Array;
  readonly lengthNext: Int32Array;
}

/** Two counting sorts: of passages by post and steps, and of these runs by length. Both keep the order of equals. */
export function layOutAnnouncements(model: CompiledModel, state: EngineState): void {
  countKeys(model, state);
  findRuns(state);
  sortRuns(state);
  placePassages(model, state);
  renewFractions(state);
  state.conditions.announcements.laidOutIn = state.step;
}

/** Into `keyNext` the number of passages of each key. Nothing is announced to posts where nobody can have to wait. */
function countKeys(
  { counts, routes, postCapacity, foresight }: CompiledModel,
  { conditions, flow }: EngineState,
): void {
  const { stagePost, routeStages } = routes;
  const { offsetSteps, announcements } = conditions;
  const { key, keyNext } = announcements;
  const rows = flow.expectedMask + 1;
  keyNext.fill(0);
  for (let place = 0; place < counts.stages; place++) {
    const post = stagePost[routeStages[place]];
    key[place] = -1;
    if (postCapacity[post] === Infinity && foresight.foreseenOf[post] < 0) continue;
    key[place] = post * rows + offsetSteps[place];
    keyNext[key[place]] += 1;
  }
}

/** A run for every key with passages; into `lengthNext`, one entry late, the number of runs of each length. */
function findRuns({ conditions: { announcements }, flow }: EngineState): void {
  const { runRow, runSteps, keyNext, lengthNext } = announcements;
  let runs = 0;
  lengthNext.fill(0);
  for (let key = 0; key < keyNext.length; key++) {
    if (keyNext[key] === 0) continue;
    runSteps[runs] = key & flow.expectedMask;
    runRow[runs] = key - runSteps[runs];
    lengthNext[keyNext[key] + 1] += 1;
    runs += 1;
  }
  announcements.runCount = runs;
}

/** Puts the runs in order of length; into `keyNext` the first passage of each key. */
function sortRuns({ conditions: { announcements } }: EngineState): void {
  const { runCount, runRow, runSteps, order, orderStart, keyNext, lengthNext } = announcements;
  for (let length = 1; length < lengthNext.length; length++)
    lengthNext[length] += lengthNext[length - 1];
  for (let run = 0; run < runCount; run++) {
    const length = keyNext[runRow[run] + runSteps[run]];
    order[lengthNext[length]] = run;
    lengthNext[length] += 1;
  }
  let passage = 0;
  for (let at = 0; at < runCount; at++) {
    const key = runRow[order[at]] + runSteps[order[at]];
    const length = keyNext[key];
    orderStart[at] = passage;
    keyNext[key] = passage;
    passage += length;
  }
  orderStart[runCount] = passage;
}

function placePassages({ counts, routes }: CompiledModel, { conditions }: EngineState): void {
  const { stageRoute, routeStages } = routes;
  const { announcements } = conditions;
  const { key, keyNext, route, passage } = announcements;
  for (let place = 0; place < counts.stages; place++) {
    passage[place] = -1;
    if (key[place] < 0) continue;
    const at = keyNext[key[place]];
    keyNext[key[place]] = at + 1;
    route[at] = stageRoute[routeStages[place]];
    passage[place] = at;
  }
}

/** Takes over the remaining fractions of a step when no whole steps have changed. */
export function renewFractions({ conditions }: EngineState): void {
  const { offsetFraction, announcements } = conditions;
  const { passage, fraction } = announcements;
  for (let place = 0; place < passage.length; place++)
    if (passage[place] >= 0) fraction[passage[place]] = offsetFraction[place];
}

/** The hot loop `announceDispatches` in plain code. */
export function announceDispatches(_: CompiledModel, state: EngineState): void {
  const { runCount, runRow, runSteps, sums } = state.conditions.announcements;
  const { expected, expectedMask, lastAnnounced } = state.flow;
  addUpRuns(state);
  forgetOtherLayout(state);
  let next = -1;
  let lateBefore = 0;
  for (let run = 0; run < runCount; run++) {
    const early = sums[2 * run];
    const late = sums[2 * run + 1];
    const row = runRow[run];
    const due = state.step + runSteps[run];
    const at = row + runSteps[run];
    expected[row + (due & expectedMask)] += early;
    expected[row + ((due + 1) & expectedMask)] += late;
    lastAnnounced[at] = at === next ? lateBefore + early : early;
    lastAnnounced[at + 1] = late;
    next = at + 1;
    lateBefore = late;
  }
}

/** While the runs stay as they are, every step writes the same entries of `lastAnnounced`. */
export function forgetOtherLayout({ step, conditions, flow }: EngineState): void {
  if (conditions.announcements.laidOutIn === step) flow.lastAnnounced.fill(0);
}

function addUpRuns({ choice, conditions }: EngineState): void {
  const { dispatched } = choice;
  const { runCount, order, orderStart, route, fraction, sums } = conditions.announcements;
  let at = 0;
  for (let index = 0; index < runCount; index++) {
    let early = 0;
    let late = 0;
    for (const end = orderStart[index + 1]; at < end; at++) {
      const tonnes = dispatched[route[at]];
      const part = fraction[at] * tonnes;
      early += tonnes - part;
      late += part;
    }
    sums[2 * order[index]] = early;
    sums[2 * order[index] + 1] = late;
  }
}
