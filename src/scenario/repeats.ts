// Reads how an event repeats.

import type { Repeat } from '../model/event.ts';
import { log } from '../numerics/elementary.ts';
import { kindLabel, kinds } from './kinds.ts';
import { type Problem, problemAt } from './problem.ts';
import type { EventFields } from './schema-scenario.ts';
import type { EventContext } from './targets.ts';
import { placeAt, type Tree } from './tree.ts';
import { amountOf, highest, lowest } from './uncertain.ts';

/** Chance that a window holds more occurrences than are laid out. */
const neglected = 1e-9;
/** The most occurrences of an event. */
const mostOccurrences = 1000;

/** How an event repeats; undefined when it does not. What cannot repeat is a problem. */
export function repeatOf(
  fields: EventFields,
  windowDays: number,
  tree: Tree,
  { inputs, problems }: EventContext,
): Repeat | undefined {
  const { id, repeat } = fields;
  if (!repeat) return undefined;
  checkRepeat(fields, tree, problems);
  const { mean_time_between: between, duration } = repeat;
  const limit = occurrenceLimit(windowDays, lowest(between), lowest(duration));
  if (limit > mostOccurrences) {
    const place = placeAt(tree, ['repeat', 'mean_time_between']);
    const message = `the event may happen more than ${mostOccurrences} times`;
    const hint = 'what is shut so often has a lower capacity: `multiply_capacity`, or a calendar';
    problems.push(problemAt(place, 'out-of-range', message, hint));
  }
  const name = `events.${id}.repeat.mean_time_between`;
  return {
    meanDaysBetween: amountOf(between, name, kindLabel(kinds.duration), inputs),
    lengthDays: duration,
    limit: Math.min(limit, mostOccurrences),
  };
}

function checkRepeat({ effect, announced }: EventFields, tree: Tree, problems: Problem[]): void {
  if (effect?.ban) {
    const message = 'a ban cannot repeat';
    const hint = 'write `add_cost` or `close`, or events with dates of their own';
    problems.push(problemAt(placeAt(tree, ['effect', 'ban']), 'wrong-value', message, hint));
  }
  if (typeof announced === 'object' && 'day' in announced) {
    const message = 'an event that repeats is announced so long before each start';
    problems.push(
      problemAt(placeAt(tree, ['announced']), 'wrong-value', message, 'such as `3 days`'),
    );
  }
}

/**
 * How many occurrences a window holds at most, but for a chance of `neglected`. The nth starts n exponential times and
 * n - 1 lengths after the begin; with x the window less the least lengths and r = x / (n mean) < 1, Chernoff's bound for
 * the sum of the times is P(sum <= x) <= (r e^(1 - r))^n.
 */
export function occurrenceLimit(
  windowDays: number,
  meanDays: number,
  leastLengthDays: number,
): number {
  for (let number = 1; number <= mostOccurrences + 1; number++) {
    const left = (windowDays - (number - 1) * leastLengthDays) / (number * meanDays);
    if (left <= 0) return Math.max(1, number - 1);
    if (left < 1 && number * (log(left) + 1 - left) <= log(neglected))
      return Math.max(1, number - 1);
  }
  return mostOccurrences + 1;
}

/** The longest time from the begin of an event to its end, within the horizon, days. */
export function longestWindow(
  from: EventFields['from'] & {},
  durationDays: Parameters<typeof highest>[0],
  horizon: EventContext['horizon'],
): number {
  const untilHorizon = horizon ? horizon.endDay - lowest(from) : 0;
  return Math.max(0, Math.min(highest(durationDays), untilHorizon));
}
