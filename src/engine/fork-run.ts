// Lets a run of a scenario take over from its baseline what both have in common: the steps before anything differs.

import { layOutAnnouncements } from './announcement-runs.ts';
import type { Run } from './run-replication.ts';
import type { FlowState } from './state.ts';

/**
 * The first step in which two replications may differ, at most the number of steps; 0 when their numbers differ from
 * the start. Both stand before their first step.
 */
export function stepOfFork(baseline: Run, scenario: Run): number {
  if (!same(worldOf(baseline), worldOf(scenario))) return 0;
  const ofBaseline = eventsOf(baseline);
  const ofScenario = eventsOf(scenario);
  let first = baseline.model.counts.steps;
  for (const id of new Set([...ofBaseline.keys(), ...ofScenario.keys()])) {
    const [one, other] = [ofBaseline.get(id), ofScenario.get(id)];
    if (same(one, other)) continue;
    for (const event of [one, other])
      if (event) first = Math.min(first, stepOf(event, baseline.model.time.stepDays));
  }
  return first;
}

/** All that a run computes with, but its events. */
function worldOf({ model, state }: Run): unknown[] {
  const { counts, routes, demand, calendars, postCapacity, time, foresight, events } = model;
  const { cellBanStart, cellBans, ...choice } = model.choice;
  return [
    [counts, routes, choice, calendars, postCapacity, time],
    [demand.yearFactor, Float64Array.from(demand.volume, (volume) => state.events.amount[volume])],
    [foresight.posts, state.foresight.steps, events.shutLinkRouteStart, events.shutLinkRoutes],
    [state.choice.segmentWeight, state.flow.arrivingMask, state.flow.expectedMask],
  ];
}

/** An event as a replication has drawn it: when it acts, and on what. */
interface DrawnEvent {
  readonly start: number;
  readonly known: number;
  readonly course: readonly number[];
  readonly effects: readonly unknown[];
}

function eventsOf(run: Run): Map<string, DrawnEvent> {
  const { start, end, ramp, recovery, known } = run.state.events;
  const { ids, effectStart } = run.model.events;
  return new Map(
    ids.map((id, event) => [
      id,
      {
        start: start[event],
        known: known[event],
        course: [end[event], ramp[event], recovery[event]],
        effects: Array.from({ length: effectStart[event + 1] - effectStart[event] }, (_, index) =>
          effectOf(run, effectStart[event] + index),
        ),
      },
    ]),
  );
}

function effectOf({ model: { events }, state }: Run, effect: number): unknown {
  const list = (start: Int32Array, members: Int32Array) =>
    members.subarray(start[effect], start[effect + 1]);
  const { effectKind, effectAmount, effectRouteStart } = events;
  return [
    effectKind[effect],
    effectAmount[effect] < 0 ? 0 : state.events.amount[effectAmount[effect]],
    list(effectRouteStart, events.effectRoutes),
    list(effectRouteStart, events.effectLegs),
    list(events.effectPostStart, events.effectPosts),
    list(events.effectCellStart, events.effectCells),
    list(events.effectShutLinkStart, events.effectShutLinks),
  ];
}

/** So much before a step an event may lie in it by rounding, steps. */
const rounding = 1e-6;

/** The step in which an event begins to act or becomes known. */
function stepOf({ start, known }: DrawnEvent, stepDays: number): number {
  return Math.max(0, Math.floor(Math.min(start, known) / stepDays - rounding));
}

/** Whether two values hold the same numbers and words. */
function same(one: unknown, other: unknown): boolean {
  if (ArrayBuffer.isView(one) && ArrayBuffer.isView(other)) return sameNumbers(one, other);
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other)
    return Object.is(one, other);
  const [ofOne, ofOther] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    ofOne.length === ofOther.size && ofOne.every(([key, value]) => same(value, ofOther.get(key)))
  );
}

function sameNumbers(one: ArrayBufferView, other: ArrayBufferView): boolean {
  const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
    Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  return bytes(one).equals(bytes(other));
}

/** Makes a run that stands before its first step stand where its baseline does, at or before their fork. */
export function takeOver(baseline: Run, scenario: Run): void {
  const [from, to] = [baseline.state, scenario.state];
  if (from.step === 0) return;
  to.step = from.step;
  takeOverEvents(baseline, scenario);
  const { announcements, movableLegs, ...conditions } = from.conditions;
  copyNumbers(conditions, to.conditions);
  layOutAnnouncements(scenario.model, to);
  copyNumbers(from.foresight, to.foresight);
  copyNumbers(from.choice, to.choice);
  copyNumbers(from.turning, to.turning);
  copyNumbers(from.accounts, to.accounts);
  takeOverCargo(baseline, scenario);
  copyNumbers(baseline.recorder.result, scenario.recorder.result);
}

/** Events of which the baseline knows nothing have not begun. */
function takeOverEvents(baseline: Run, scenario: Run): void {
  const place = new Map(baseline.model.events.ids.map((id, event) => [id, event]));
  const [from, to] = [baseline.state.events, scenario.state.events];
  to.calmUntil = Number.NEGATIVE_INFINITY;
  scenario.model.events.ids.forEach((id, event) => {
    const other = place.get(id);
    for (const column of ['strength', 'active', 'full', 'isKnown'] as const)
      to[column][event] = other === undefined ? 0 : from[column][other];
  });
}

/** Of the curves only the steps that a queue still needs. */
function takeOverCargo(baseline: Run, scenario: Run): void {
  const [from, to] = [baseline.state.flow, scenario.state.flow];
  const { stageCurve, postCurve, curveMask, ...cargo } = from;
  copyNumbers(cargo, to);
  if (to.curveMask !== curveMask) {
    to.stageCurve = new Float64Array(stageCurve.length);
    to.postCurve = new Float64Array(postCurve.length);
    to.curveMask = curveMask;
  }
  const { stages, posts } = baseline.model.counts;
  for (let step = oldestHead(baseline); step < baseline.state.step; step++) {
    const row = step & curveMask;
    copyRow(from.stageCurve, to.stageCurve, row, stages);
    copyRow(from.postCurve, to.postCurve, row, posts);
  }
}

function oldestHead({ state: { step, flow } }: Run): number {
  return flow.queueHead.reduce(
    (oldest, head, post) => (flow.queueing[post] === 1 ? Math.min(oldest, head) : oldest),
    step - 1,
  );
}

function copyRow(
  from: FlowState['stageCurve'],
  to: FlowState['stageCurve'],
  row: number,
  length: number,
): void {
  to.set(from.subarray(row * length, (row + 1) * length), row * length);
}

/** Copies all arrays and plain numbers into an object of the same shape. */
function copyNumbers<Shape extends object>(from: Shape, to: Shape): void {
  const target = to as Record<string, unknown>;
  for (const [key, value] of Object.entries(from)) {
    if (ArrayBuffer.isView(value)) (target[key] as Float64Array).set(value as Float64Array);
    else target[key] = value;
  }
}
