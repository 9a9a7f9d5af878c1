// Takes cargo out of the middle of a queue, as if it had never arrived there.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { EngineState } from './state.ts';

/** Tonnes of a stage that arrived up to a step and are still in the queue. */
export function oldestTonnes(
  model: CompiledModel,
  { flow }: EngineState,
  stage: number,
  lastStep: number,
): number {
  const row = (lastStep & flow.curveMask) * model.counts.stages;
  return Math.max(0, flow.stageCurve[row + stage] - flow.stageLeft[stage]);
}

/**
 * Takes `turning.turned` [stages] out of the queue of a post: what is left of the arrivals of these stages up to
 * `lastStep`. The curves of arrivals from the head of the queue on are drawn anew: they begin with what has departed,
 * so that the head is empty, and lack what turned back. Order and proportions of all other cargo stay.
 */
export function takeFromQueue(
  model: CompiledModel,
  state: EngineState,
  post: number,
  lastStep: number,
): void {
  const { flow } = state;
  const { posts } = model.counts;
  const head = flow.queueHead[post];
  for (let step = head; step < state.step; step++) {
    flow.postCurve[(step & flow.curveMask) * posts + post] = flow.postLeft[post];
  }
  let queue = 0;
  const { postStageStart, postStages } = model.routes;
  for (let at = postStageStart[post]; at < postStageStart[post + 1]; at++) {
    queue += redraw(model, state, post, postStages[at], lastStep);
  }
  flow.queue[post] = queue;
}

/** Draws the curve of a stage anew, and adds it to that of its post; returns what the stage has in the queue. */
function redraw(
  model: CompiledModel,
  { step: now, flow, turning }: EngineState,
  post: number,
  stage: number,
  lastStep: number,
): number {
  const { stages, posts } = model.counts;
  const { curveMask, stageCurve, postCurve } = flow;
  const left = flow.stageLeft[stage];
  const atCut = stageCurve[(lastStep & curveMask) * stages + stage];
  const head = flow.queueHead[post];
  let waiting = 0;
  for (let step = head; step < now; step++) {
    const place = (step & curveMask) * stages + stage;
    const cumulated = stageCurve[place];
    if (step === head) waiting = 0;
    else if (turning.turned[stage] === 0) waiting = Math.max(0, cumulated - left);
    else waiting = step <= lastStep ? 0 : cumulated - atCut;
    stageCurve[place] = left + waiting;
    postCurve[(step & curveMask) * posts + post] += waiting;
  }
  return waiting;
}
