// Builds the events of a scenario.

import { formatDate } from '../model/calendar.ts';
import type { ScenarioEvent, Target } from '../model/event.ts';
import { effectsOf } from './effects.ts';
import { kindLabel, kinds } from './kinds.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { longestWindow, repeatOf } from './repeats.ts';
import type { UncertainNumber } from './schema-fields.ts';
import type { EffectFields, EventFields } from './schema-scenario.ts';
import type { SelectorFields } from './schema-selector.ts';
import { noTarget, targetOf } from './select.ts';
import type { EventContext } from './targets.ts';
import { placeAt, type Tree } from './tree.ts';
import { amountOf, highest, lowest } from './uncertain.ts';

/** The event, or undefined when it lacks what an event needs; its problems are reported. */
export function buildEvent(
  fields: EventFields,
  tree: Tree,
  context: EventContext,
): ScenarioEvent | undefined {
  const { id, title, from, effect } = fields;
  if (title === undefined) reportMissing('title', tree, context.problems);
  if (from === undefined) reportMissing('from', tree, context.problems);
  if (effect === undefined) reportMissing('effect', tree, context.problems);
  if (title === undefined || from === undefined || effect === undefined) return undefined;
  const durationDays = durationOf(fields, from, tree, context.problems);
  checkHorizon(fields, from, durationDays, tree, context);
  if (fields.probability === 0) {
    const place = placeAt(tree, ['probability']);
    context.problems.push(problemAt(place, 'no-effect', 'this event never happens'));
  }
  const days = (key: 'for' | 'ramp' | 'recovery' | 'announced', written: UncertainNumber) =>
    amountOf(written, `events.${id}.${key}`, kindLabel(kinds.duration), context.inputs);
  if (!fields.on && needsTarget(effect)) reportMissing('on', tree, context.problems);
  const target = fields.on ? targetOf(fields.on, tree, ['on'], context) : noTarget;
  if (fields.on && target) warnOfEverything(fields.on, target, tree, context);
  const windowDays = longestWindow(from, durationDays, context.horizon);
  const notice = noticeOf(fields, from, tree, context.problems);
  return {
    id,
    title,
    target: target ?? noTarget,
    fromDay: amountOf(from, `events.${id}.from`, 'date', context.inputs),
    durationDays: days('for', durationDays),
    probability: fields.probability,
    rampDays: days('ramp', fields.ramp),
    recoveryDays: days('recovery', fields.recovery),
    noticeDays: notice === undefined ? undefined : days('announced', notice),
    effects: effectsOf(effect, { id, tree, target }, context),
    repeat: repeatOf(fields, windowDays, tree, context),
  };
}

/** Warns of what `not` leaves when no flow can avoid it. */
function warnOfEverything(
  on: SelectorFields,
  { nodes }: Target,
  tree: Tree,
  { flows, problems }: EventContext,
): void {
  if (!flows || !hasNot(on)) return;
  const hit = new Set(nodes);
  if (!flows.every(({ origin, destination }) => hit.has(origin) || hit.has(destination))) return;
  const message = 'all cargo starts or ends in what this names';
  const hint = 'say within what: `all: [{ countries: [IRN] }, { not: { modes: [sea] } }]`';
  problems.push(problemAt(placeAt(tree, ['on']), 'matches-everything', message, hint, 'warning'));
}

function hasNot({ all = [], any = [], not }: SelectorFields): boolean {
  return not !== undefined || [...all, ...any].some(hasNot);
}

/** True unless the event does nothing but change demand. */
function needsTarget(effect: EffectFields): boolean {
  const { cargo: _, multiply_demand: __, ...others } = effect;
  return Object.values(others).some((value) => value !== undefined);
}

/** Days before the start from which the event is known; undefined when it is not announced. */
function noticeOf(
  { announced, effect }: EventFields,
  from: UncertainNumber,
  tree: Tree,
  problems: Problem[],
): UncertainNumber | undefined {
  if (announced === undefined) return undefined;
  const report = (code: ProblemCode, message: string) =>
    problems.push(problemAt(placeAt(tree, ['announced']), code, message));
  if (effect?.close === undefined && effect?.multiply_capacity === undefined) {
    report('no-effect', 'only closures and capacities can be announced');
  }
  if (typeof announced === 'number' || !('day' in announced)) return announced;
  if (typeof from !== 'number') {
    report('wrong-value', 'a date needs a fixed "from"; write how long before the start instead');
  } else if (announced.day > from) {
    report('out-of-range', 'the event is announced after it has begun; leave the key out');
  }
  return Math.max(0, lowest(from) - announced.day);
}

/** Days from start to end, the last day included; Infinity when no end is given. */
function durationOf(
  { for: length, until }: EventFields,
  from: UncertainNumber,
  tree: Tree,
  problems: Problem[],
): UncertainNumber {
  if (until === undefined) return length ?? Infinity;
  const report = (code: ProblemCode, message: string) =>
    problems.push(problemAt(placeAt(tree, ['until']), code, message));
  if (length !== undefined) {
    report('two-durations', 'an event has either "for" or "until"');
  } else if (typeof from !== 'number') {
    report('two-durations', '"until" needs a fixed "from"; write "for" instead');
  } else if (until < from) {
    report('out-of-range', 'the event ends before it starts');
  }
  return until + 1 - lowest(from);
}

/** Reports an event that is over before the first day, or starts after the last, whatever is drawn. */
function checkHorizon(
  { recovery }: EventFields,
  from: UncertainNumber,
  duration: UncertainNumber,
  tree: Tree,
  { horizon, problems }: EventContext,
): void {
  if (!horizon) return;
  const latestEnd = highest(from) + highest(duration) + highest(recovery);
  const isLate = lowest(from) >= horizon.endDay;
  if (!isLate && latestEnd > horizon.startDay) return;
  const side = isLate ? 'starts after the last day' : 'is over before the first day';
  const place = placeAt(tree, ['from']);
  const hint = `it runs from ${formatDate(horizon.startDay)} to ${formatDate(horizon.endDay - 1)}`;
  problems.push(problemAt(place, 'outside-horizon', `this event ${side} of the horizon`, hint));
}

function reportMissing(key: string, tree: Tree, problems: Problem[]): void {
  problems.push(problemAt(tree.place, 'missing-key', `"${key}" is missing`));
}
