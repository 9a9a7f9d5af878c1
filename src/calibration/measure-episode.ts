// Runs a model step by step and answers the questions of a back-test.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { createState, stepThrough } from '../engine/run-replication.ts';
import type { Measure } from '../model/backtest.ts';
import { daysPerYear } from '../model/calendar.ts';

/** What happened in a run, step by step. */
export interface Episode {
  readonly model: CompiledModel;
  /** Tonnes sent by group, then not shipped by cell [steps * (groups + cells)]. */
  readonly sent: Float64Array;
  /** Tonnes in the queue of each post at the end of the step [steps * posts]. */
  readonly queued: Float64Array;
}

/** Runs one replication. */
export function runEpisode(model: CompiledModel, draws: Float64Array): Episode {
  const { steps, groups, cells, posts } = model.counts;
  const sent = new Float64Array(steps * (groups + cells));
  const queued = new Float64Array(steps * posts);
  for (const { step, flow } of stepThrough(model, draws, createState(model), sent))
    queued.set(flow.queue, (step - 1) * posts);
  return { model, sent, queued };
}

/**
 * The answer of a run; a number without unit, Mt a year or days, as the measure says.
 * @param baseline the run without the event, on the same draws
 */
export function answer(measure: Measure, run: Episode, baseline: Episode): number {
  const [first, last] = windowOf(measure, run.model);
  switch (measure.kind) {
    case 'change':
      return (
        sentOn(run, measure.corridor, measure, first, last) /
          sentOn(baseline, measure.corridor, measure, first, last) -
        1
      );
    case 'share':
      return (
        passed(run, measure, first, last) / sentOn(baseline, measure.against, measure, first, last)
      );
    case 'tonnes': {
      const days = (last - first + 1) * run.model.time.stepDays;
      const tonnes = sentOn(run, measure.corridor, measure, first, last);
      return ((tonnes / days) * daysPerYear) / 1e6;
    }
    case 'clearing':
      return clearingDays(run, measure, first);
  }
}

/** First and last step of the window. */
function windowOf({ fromDay, untilDay }: Measure, { time, counts }: CompiledModel) {
  const first = Math.round((fromDay - time.startDay) / time.stepDays);
  const last = Math.round((untilDay + 1 - time.startDay) / time.stepDays) - 1;
  return [Math.max(0, first), Math.min(counts.steps - 1, last)] as const;
}

function sentOn(
  { model, sent }: Episode,
  corridor: string,
  { commodity }: Pick<Measure, 'commodity'>,
  first: number,
  last: number,
): number {
  const { counts, labels, routes } = model;
  let tonnes = 0;
  for (let group = 0; group < counts.groups; group++) {
    if (labels.corridors[routes.groupCorridor[group]] !== corridor) continue;
    if (commodity !== '' && labels.cellCommodities[routes.groupCell[group]] !== commodity) continue;
    for (let step = first; step <= last; step++)
      tonnes += sent[step * (counts.groups + counts.cells) + group];
  }
  return tonnes;
}

/** Tonnes that leave the post: what is sent, less what its queue has grown by. The way to the post must be short. */
function passed(run: Episode, measure: Measure, first: number, last: number): number {
  const growth = queueAt(run, measure.post, last) - queueAt(run, measure.post, first - 1);
  return sentOn(run, measure.corridor, measure, first, last) - growth;
}

function queueAt({ model, queued }: Episode, post: string, step: number): number {
  const index = model.labels.posts.indexOf(post);
  return step < 0 || index < 0 ? 0 : queued[step * model.counts.posts + index];
}

/** Days from the first step until the tonnes have passed, linear within a step; NaN when the horizon ends before. */
function clearingDays(run: Episode, measure: Measure, first: number): number {
  const { counts, time } = run.model;
  let before = 0;
  for (let step = first; step < counts.steps; step++) {
    const after = passed(run, measure, first, step);
    if (after >= measure.tonnes) {
      return (step - first + (measure.tonnes - before) / (after - before)) * time.stepDays;
    }
    before = after;
  }
  return NaN;
}
