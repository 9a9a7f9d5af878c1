// Looks whether a study's step is short enough for its queues, before it is run.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { findUnsettledQueue, type UnsettledQueue } from '../equilibrium/step-length.ts';
import { formatDate } from '../model/calendar.ts';
import type { ProblemCode } from '../scenario/problem-codes.ts';

/** What is found of a study: an error stops the run, a warning does not. */
export interface StepProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

const code: ProblemCode = 'step-too-long';

/** The first queue of the models that does not settle, in words; undefined when all settle. */
export function stepProblem(models: readonly CompiledModel[]): StepProblem | undefined {
  for (const model of models) {
    const queue = findUnsettledQueue(model);
    if (!queue) continue;
    const severity = queue.settlingStepDays === undefined ? 'warning' : 'error';
    return { severity, message: describe(model, queue) };
  }
  return undefined;
}

function describe(
  { name, labels, time, choice }: CompiledModel,
  { post, day, gainPerDay, limitPerDay, settlingStepDays }: UnsettledQueue,
): string {
  const what =
    `${name}: the queue at ${labels.posts[post]} and the choice of routes never settle in the conditions of ` +
    `${formatDate(day)}: gain ${gainPerDay.toPrecision(3)} a day, at most ${limitPerDay.toPrecision(3)}`;
  if (settlingStepDays !== undefined)
    return (
      `${code}: ${what} with a step of ${daysText(time.stepDays)}; ` +
      `a step of ${daysText(settlingStepDays)} would do (horizon: step)`
    );
  return (
    `${what}, whatever the step, with contracts of ${daysText(choice.inertiaDays)} and costs averaged over ` +
    `${daysText(choice.costSmoothingDays)}; average costs over less (behaviour: cost_smoothing)`
  );
}

function daysText(days: number): string {
  const text = String(Number(days.toPrecision(6)));
  if (days >= 1) return `${text} ${days === 1 ? 'day' : 'days'}`;
  return `${Number((24 * days).toPrecision(6))} h`;
}
