// Sums what happens in the steps by month and year, and checks the accounts at every year's end.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { bookRoutes, recordEventCosts } from './record-costs.ts';
import type { ReplicationResult } from './replication-result.ts';
import type { EngineState } from './state.ts';

/** Collects a run's results. */
export interface Recorder {
  /** Books the deliveries and dispatches of the step, and closes the month and the year after their last steps. */
  recordStep(): void;
  readonly result: ReplicationResult;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** A recorder with empty results. */
export function createRecorder(model: CompiledModel, state: EngineState): Recorder {
  const result = emptyResult(model);
  return {
    result,
    recordStep() {
      state.loops.recordDispatches(model, state);
      recordEventCosts(model, state, result);
      state.loops.takeDeliveries(model, state);
      const { stepMonth, stepYear } = model.time;
      if (stepMonth[state.step + 1] !== stepMonth[state.step]) closeMonth(model, state, result);
      if (stepYear[state.step + 1] !== stepYear[state.step]) closeYear(model, state, result);
    },
  };
}

function emptyResult({ counts }: CompiledModel): Mutable<ReplicationResult> {
  const { months, years, corridors, groups, routes, cells, arcs, posts } = counts;
  return {
    corridorTonnes: new Float64Array(months * (corridors + 1)),
    corridorCost: new Float64Array(months * corridors),
    corridorTonneDays: new Float64Array(months * corridors),
    groupDispatched: new Float64Array(years * groups),
    routeDispatched: new Float64Array(years * routes),
    groupWaits: new Float64Array(years * groups),
    groupEventCost: new Float64Array(years * groups),
    groupEventTime: new Float64Array(years * groups),
    groupEventRisk: new Float64Array(years * groups),
    groupDelivered: new Float64Array(years * groups),
    groupQueued: new Float64Array(years * groups),
    groupInTransit: new Float64Array(years * groups),
    groupTurnedBack: new Float64Array(years * groups),
    postTurnedBack: new Float64Array(months * posts),
    postTurnedCost: new Float64Array(months * posts),
    cellDemand: new Float64Array(years * cells),
    cellNotShipped: new Float64Array(years * cells),
    arcTonnes: new Float64Array(years * arcs),
    postTonnes: new Float64Array(months * posts),
    postWaits: new Float64Array(months * posts),
    postTonneDays: new Float64Array(months * posts),
    postLongestQueue: new Float64Array(months * posts),
    largestBalanceError: 0,
  };
}

/** The hot loop `recordDispatches` in plain code. */
export function recordDispatches(model: CompiledModel, state: EngineState): void {
  const { counts } = model;
  const { accounts } = state;
  for (let group = 0; group < counts.groups; group++) recordGroup(model, state, group);
  const { cellNotShipped } = state.choice;
  for (let cell = 0; cell < counts.cells; cell++)
    accounts.corridorTonnes[counts.corridors] += cellNotShipped[cell];
}

function recordGroup({ routes }: CompiledModel, state: EngineState, group: number): void {
  const { dispatched, cost, waitDays } = state.choice;
  const { routeDays } = state.conditions;
  const { accounts } = state;
  let tonnesOfGroup = 0;
  let costOfGroup = 0;
  let daysOfGroup = 0;
  let waitsOfGroup = 0;
  const end = routes.groupRouteStart[group + 1];
  for (let route = routes.groupRouteStart[group]; route < end; route++) {
    const tonnes = dispatched[route];
    tonnesOfGroup += tonnes;
    costOfGroup += tonnes * cost[route];
    daysOfGroup += tonnes * (routeDays[route] + waitDays[route]);
    waitsOfGroup += tonnes * waitDays[route];
  }
  const corridor = routes.groupCorridor[group];
  accounts.groupWaits[group] += waitsOfGroup;
  accounts.corridorTonnes[corridor] += tonnesOfGroup;
  accounts.corridorCost[corridor] += costOfGroup;
  accounts.corridorTonneDays[corridor] += daysOfGroup;
}

function closeMonth(
  model: CompiledModel,
  { step, accounts }: EngineState,
  result: ReplicationResult,
): void {
  const month = model.time.stepMonth[step];
  movePeriod(result.corridorTonnes, accounts.corridorTonnes, month);
  movePeriod(result.corridorCost, accounts.corridorCost, month);
  movePeriod(result.corridorTonneDays, accounts.corridorTonneDays, month);
  movePeriod(result.postTonnes, accounts.postTonnes, month);
}

function closeYear(
  model: CompiledModel,
  state: EngineState,
  result: Mutable<ReplicationResult>,
): void {
  const { counts } = model;
  const year = model.time.stepYear[state.step];
  countStocks(model, state, result, year);
  const { accounts } = state;
  bookRoutes(model, state, result, year);
  bookArcs(model, state, result.arcTonnes, year * counts.arcs);
  movePeriod(result.groupWaits, accounts.groupWaits, year);
  movePeriod(result.groupDispatched, accounts.groupDispatched, year);
  movePeriod(result.groupDelivered, accounts.yearDelivered, year);
  movePeriod(result.cellDemand, accounts.cellDemand, year);
  movePeriod(result.cellNotShipped, accounts.cellNotShipped, year);
  result.largestBalanceError = Math.max(
    result.largestBalanceError,
    balanceError(model, state, result, year),
  );
}

/** Moves the tonnes that entered the legs into the row of the year, arc by arc. */
function bookArcs(
  { routes }: CompiledModel,
  { accounts }: EngineState,
  arcTonnes: Float64Array,
  row: number,
): void {
  const { legArcStart, legArcs } = routes;
  const { legTonnes } = accounts;
  for (let leg = 0; leg < legTonnes.length; leg++) {
    const tonnes = legTonnes[leg];
    for (let at = legArcStart[leg]; at < legArcStart[leg + 1]; at++)
      arcTonnes[row + legArcs[at]] += tonnes;
  }
  legTonnes.fill(0);
}

/** Moves what an account gathered in a month or year into the results, and starts the next one at zero. */
function movePeriod(result: Float64Array, account: Float64Array, period: number): void {
  result.set(account, period * account.length);
  account.fill(0);
}

/** Sum of an entry over the years up to and with `year`. */
function sumOfYears(result: Float64Array, width: number, index: number, year: number): number {
  let sum = 0;
  for (let earlier = 0; earlier <= year; earlier++) sum += result[earlier * width + index];
  return sum;
}

/** Counts the tonnes that stand in queues and move along legs, group by group. */
function countStocks(
  model: CompiledModel,
  state: EngineState,
  result: ReplicationResult,
  year: number,
): void {
  const { counts, routes } = model;
  const { flow } = state;
  const row = year * counts.groups;
  const groupOf = (stage: number) => routes.routeGroup[routes.stageRoute[stage]];
  const now = (state.step & flow.curveMask) * counts.stages;
  for (let stage = 0; stage < counts.stages; stage++) {
    if (flow.queueing[routes.stagePost[stage]] === 0) continue;
    result.groupQueued[row + groupOf(stage)] +=
      flow.stageCurve[now + stage] - flow.stageLeft[stage];
  }
  const legs = routes.legRoute.length;
  for (let leg = 0; leg < legs; leg++) {
    const index = row + routes.routeGroup[routes.legRoute[leg]];
    result.groupInTransit[index] = addUnderWay(state, leg, legs, result.groupInTransit[index]);
  }
}

/** Adds to a sum what is under way on a leg: in the order of the ring, but for the steps in which nothing can be due. */
function addUnderWay(
  { step, flow, conditions }: EngineState,
  leg: number,
  legs: number,
  sum: number,
): number {
  const { arriving, arrivingMask } = flow;
  const first = (step + 1) & arrivingMask;
  const last = first + conditions.longestSteps[leg];
  let tonnes = sum;
  for (let ring = 0; ring <= last - arrivingMask - 1; ring++) tonnes += arriving[ring * legs + leg];
  for (let ring = first; ring <= last && ring <= arrivingMask; ring++)
    tonnes += arriving[ring * legs + leg];
  return tonnes;
}

/**
 * Largest miss of the accounts (docs/model.md, eq. 22), as a share of the cell's cumulated demand: demand = dispatched
 * + not shipped by cell; dispatched + turned in = delivered + queued + in transit + turned back by group, and turned in
 * = turned back by cell; queue = Σ of its parts by post.
 */
function balanceError(
  model: CompiledModel,
  state: EngineState,
  result: ReplicationResult,
  year: number,
): number {
  const { counts, routes } = model;
  const { groupTurnedIn, groupTurnedOut, groupDelivered } = state.accounts;
  const demand = new Float64Array(counts.cells);
  const missing = new Float64Array(counts.cells);
  const turned = new Float64Array(counts.cells);
  let error = 0;
  for (let cell = 0; cell < counts.cells; cell++) {
    demand[cell] = sumOfYears(result.cellDemand, counts.cells, cell, year);
    missing[cell] = demand[cell] - sumOfYears(result.cellNotShipped, counts.cells, cell, year);
  }
  for (let group = 0; group < counts.groups; group++) {
    const cell = routes.groupCell[group];
    const stock =
      result.groupQueued[year * counts.groups + group] +
      result.groupInTransit[year * counts.groups + group];
    const dispatched = sumOfYears(result.groupDispatched, counts.groups, group, year);
    const turnedIn = groupTurnedIn[group] - groupTurnedOut[group];
    const miss = dispatched + turnedIn - groupDelivered[group] - stock;
    missing[cell] -= dispatched;
    turned[cell] += turnedIn;
    if (demand[cell] > 0) error = Math.max(error, Math.abs(miss) / demand[cell]);
  }
  for (let cell = 0; cell < counts.cells; cell++) {
    if (demand[cell] === 0) continue;
    error = Math.max(error, Math.abs(missing[cell]) / demand[cell]);
    error = Math.max(error, Math.abs(turned[cell]) / demand[cell]);
  }
  return Math.max(error, queueError(model, state));
}

function queueError(model: CompiledModel, state: EngineState): number {
  const { counts, routes } = model;
  const { flow } = state;
  const now = (state.step & flow.curveMask) * counts.stages;
  let error = 0;
  for (let post = 0; post < counts.posts; post++) {
    if (flow.queueing[post] === 0) continue;
    let parts = 0;
    for (let at = routes.postStageStart[post]; at < routes.postStageStart[post + 1]; at++) {
      const stage = routes.postStages[at];
      parts += flow.stageCurve[now + stage] - flow.stageLeft[stage];
    }
    const passed = flow.postCurve[(state.step & flow.curveMask) * counts.posts + post];
    if (passed > 0) error = Math.max(error, Math.abs(parts - flow.queue[post]) / passed);
  }
  return error;
}
