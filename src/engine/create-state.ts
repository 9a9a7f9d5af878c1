// Allocates the state of a run.

import { type CompiledModel, effectKinds } from '../compile/compiled-model.ts';
import type { Arena } from '../kernel/arena.ts';
import type { HotLoops } from './hot-loops.ts';
import { plainLoops } from './plain-loops.ts';
import type { ChoiceState, EngineState, EventState, FlowState } from './state.ts';
import { createTurningState } from './turning-state.ts';

/**
 * Allocates the state for models of this shape. The rings grow when a replication needs it.
 * @param loops how the hot loops are run; loops in a kernel serve one state only
 */
export function createState(model: CompiledModel, loops: HotLoops = plainLoops): EngineState {
  const { arena } = loops;
  const { counts, events, amounts } = model;
  const foreseen = model.foresight.posts.length;
  const legs = counts.stages + counts.routes;
  const shutLinks = events.shutLinkRouteStart.length - 1;
  return {
    step: 0,
    loops,
    events: createEventState(events.ids.length, amounts.constant.length),
    conditions: {
      changedIn: 0,
      capacity: arena.float64(counts.posts),
      capacityOfEvents: new Float64Array(foreseen),
      blockers: new Int32Array(counts.routes),
      addedCost: arena.float64(counts.routes),
      earlierAddedCost: new Float64Array(counts.routes),
      legDays: new Float64Array(legs),
      earlierLegDays: new Float64Array(legs),
      routeDays: arena.float64(counts.routes),
      legSteps: arena.int32(legs),
      longestSteps: new Int32Array(legs),
      movableLegs: findMovableLegs(model),
      legFraction: arena.float64(legs),
      sendRunStart: arena.int32(legs + 1),
      kindRunStart: arena.int32(model.routes.legKindStart.length),
      routeMoved: new Uint8Array(counts.routes),
      offsetSteps: arena.int32(counts.stages),
      offsetFraction: arena.float64(counts.stages),
      announcements: {
        runCount: 0,
        laidOutIn: 0,
        runRow: arena.int32(counts.stages),
        runSteps: arena.int32(counts.stages),
        order: arena.int32(counts.stages),
        orderStart: arena.int32(counts.stages + 1),
        route: arena.int32(counts.stages),
        fraction: arena.float64(counts.stages),
        sums: arena.float64(2 * counts.stages),
        passage: new Int32Array(counts.stages),
        key: new Int32Array(counts.stages),
        keyNext: new Int32Array(0),
        lengthNext: new Int32Array(counts.stages + 2),
      },
      postReach: arena.int32(counts.posts),
      demandFactor: new Float64Array(counts.cells),
      openings: new Int32Array(shutLinks),
    },
    foresight: {
      cumulated: new Float64Array(0),
      steps: 0,
      lastOpenStep: new Float64Array(foreseen),
      pending: false,
    },
    choice: createChoiceState(model, arena),
    flow: createFlowState(model, arena),
    turning: createTurningState(model),
    accounts: {
      legTonnes: arena.float64(legs),
      groupDispatched: arena.float64(counts.groups),
      groupDelivered: arena.float64(counts.groups),
      groupTurnedOut: new Float64Array(counts.groups),
      groupTurnedIn: new Float64Array(counts.groups),
      yearDelivered: arena.float64(counts.groups),
      cellDemand: arena.float64(counts.cells),
      cellNotShipped: arena.float64(counts.cells),
      groupWaits: arena.float64(counts.groups),
      corridorTonnes: arena.float64(counts.corridors + 1),
      corridorCost: arena.float64(counts.corridors),
      corridorTonneDays: arena.float64(counts.corridors),
      postTonnes: arena.float64(counts.posts),
    },
  };
}

function findMovableLegs({ events }: CompiledModel): Int32Array {
  const { effectKind, effectRouteStart, effectLegs } = events;
  const legs = new Set<number>();
  effectKind.forEach((kind, effect) => {
    if (kind !== effectKinds.time) return;
    for (const leg of effectLegs.subarray(effectRouteStart[effect], effectRouteStart[effect + 1]))
      legs.add(leg);
  });
  return Int32Array.from(legs).sort();
}

function createEventState(events: number, amounts: number): EventState {
  return {
    amount: new Float64Array(amounts),
    start: new Float64Array(events),
    end: new Float64Array(events),
    ramp: new Float64Array(events),
    recovery: new Float64Array(events),
    known: new Float64Array(events),
    isKnown: new Uint8Array(events),
    strength: new Float64Array(events),
    active: new Uint8Array(events),
    full: new Uint8Array(events),
    calmUntil: Number.NEGATIVE_INFINITY,
  };
}

function createChoiceState({ counts }: CompiledModel, arena: Arena): ChoiceState {
  const { options, segments, routes, groups, cells } = counts;
  const seriesRow = arena.float64(groups + cells);
  return {
    segmentWeight: arena.float64(segments),
    waitDays: arena.float64(routes),
    cost: arena.float64(routes),
    smoothedCost: arena.float64(routes),
    cellChanged: arena.uint8(cells),
    segmentChanged: new Uint8Array(segments),
    available: arena.uint8(options),
    wasAvailable: new Uint8Array(options),
    logPathSize: arena.float64(options),
    utility: arena.float64(options),
    probability: arena.float64(options),
    share: arena.float64(options),
    noShipProbability: arena.float64(segments),
    noShipShare: arena.float64(segments),
    nestUtility: arena.float64(groups),
    cellTonnes: arena.float64(cells),
    dispatched: arena.float64(routes),
    groupTonnes: seriesRow.subarray(0, groups),
    cellNotShipped: seriesRow.subarray(groups),
    seriesRow,
  };
}

/** Steps that the queue curves can hold before they grow. */
const firstCurveRows = 256;

function createFlowState({ counts }: CompiledModel, arena: Arena): FlowState {
  const { stages, posts } = counts;
  return {
    arriving: arena.float64(0),
    arrivingMask: 0,
    leaving: arena.float64(stages),
    arrived: arena.float64(posts),
    expected: arena.float64(0),
    lastAnnounced: arena.float64(0),
    expectedMask: 0,
    queue: arena.float64(posts),
    busyPosts: arena.int32(posts),
    queueing: arena.uint8(posts),
    queueHead: new Int32Array(posts),
    stageCurve: new Float64Array(firstCurveRows * stages),
    postCurve: new Float64Array(firstCurveRows * posts),
    curveMask: firstCurveRows - 1,
    lastWait: new Float64Array(posts),
    stageLeft: new Float64Array(stages),
    postLeft: new Float64Array(posts),
    postWaiting: arena.uint8(posts),
    predictedQueue: arena.float64(0),
  };
}
