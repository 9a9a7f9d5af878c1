// The hot loops in WebAssembly, on a state whose arrays stand in the kernel's memory.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Arena } from '../kernel/arena.ts';
import { createKernel, type Kernel, kernelRuns } from '../kernel/kernel.ts';
import * as slots from '../kernel/slots.ts';
import { forgetOtherLayout } from './announcement-runs.ts';
import type { HotLoops } from './hot-loops.ts';
import { plainLoops } from './plain-loops.ts';
import type { EngineState } from './state.ts';

/** Loops for one state: in a kernel where the machine can run it. */
export function createLoops(): HotLoops {
  return kernelRuns ? createKernelLoops() : plainLoops;
}

/** Loops for one state, and an arena for its arrays; see `kernelRuns`. */
export function createKernelLoops(): HotLoops {
  const kernel = createKernel();
  const { functions } = kernel;
  const copies: Copies = new Map();
  let bound: CompiledModel | undefined;
  return {
    arena: kernel.arena,
    bind(model, state) {
      if (bound !== model) placeModel(kernel, copies, model);
      bound = model;
      placeState(kernel, state);
    },
    forgetWaits: () => functions.forgetWaits(),
    predictPostWaits: (model, { step }, first, end) =>
      functions.predictPostWaits(first, end, step, model.time.stepDays),
    updateChoices: (_, __, rate) => functions.chooseRoutes(rate),
    followProbabilities: (_, __, rate) => functions.followProbabilities(rate),
    splitDemand: () => functions.splitDemand(),
    announceDispatches(_, state) {
      forgetOtherLayout(state);
      kernel.set(slots.runs, state.conditions.announcements.runCount);
      functions.announceDispatches(state.step);
    },
    sendFromOrigins(_, { step, choice }) {
      functions.sendKind(0, choice.dispatched.byteOffset, step);
      functions.sendKind(2, choice.dispatched.byteOffset, step);
    },
    sendFromStages(_, { step, flow }) {
      functions.sendKind(1, flow.leaving.byteOffset, step);
      functions.sendKind(3, flow.leaving.byteOffset, step);
    },
    takeArrivals: (_, { step }) => functions.takeArrivals(step),
    passFreely: (model, { step }) => functions.passFreely(step, model.time.stepDays),
    takeDeliveries: (_, { step }) => functions.takeDeliveries(step),
    recordDispatches: () => functions.recordDispatches(),
  };
}

/** The copies of a model's arrays in the kernel's memory, by slot. The next replication's numbers take their place. */
type Copies = Map<number, Float64Array | Int32Array>;

/** Copies what does not change in a run into the kernel's memory. */
function placeModel(
  kernel: Kernel,
  copies: Copies,
  { counts, routes, choice }: CompiledModel,
): void {
  const place = (slot: number, numbers: ArrayLike<number>, make: Arena['int32' | 'float64']) => {
    const earlier = copies.get(slot);
    const copy = earlier?.length === numbers.length ? earlier : make(numbers.length);
    copies.set(slot, copy);
    copy.set(numbers);
    kernel.place(slot, copy);
  };
  const floats = (slot: number, numbers: Float64Array) =>
    place(slot, numbers, kernel.arena.float64);
  const ints = (slot: number, numbers: ArrayLike<number>) =>
    place(slot, numbers, kernel.arena.int32);
  ints(slots.legSource, routes.legSource);
  ints(
    slots.legGroup,
    routes.legRoute.map((route) => routes.routeGroup[route]),
  );
  ints(slots.postStageStart, routes.postStageStart);
  ints(slots.postStages, routes.postStages);
  ints(slots.postOrder, postsByStages(routes));
  ints(
    slots.postPlaces,
    routes.postStages.map((stage) => routes.stagePlace[stage]),
  );
  ints(
    slots.postRoutes,
    routes.postStages.map((stage) => routes.stageRoute[stage]),
  );
  ints(slots.routeCell, routes.routeCell);
  ints(slots.groupCorridor, routes.groupCorridor);
  ints(slots.cellRouteStart, routes.cellRouteStart);
  ints(slots.cellGroupStart, routes.cellGroupStart);
  ints(slots.groupRouteStart, routes.groupRouteStart);
  ints(slots.cellSegmentStart, choice.cellSegmentStart);
  ints(slots.segmentOptionStart, choice.segmentOptionStart);
  floats(slots.routeCost, routes.routeCost);
  floats(slots.cellValueOfTime, choice.cellValueOfTime);
  floats(slots.cellRouteScale, choice.cellRouteScale);
  floats(slots.cellCorridorScale, choice.cellCorridorScale);
  floats(slots.cellReservationCost, choice.cellReservationCost);
  kernel.set(slots.legs, routes.legSource.length);
  kernel.set(slots.stages, counts.stages);
  kernel.set(slots.posts, counts.posts);
  kernel.set(slots.cells, counts.cells);
  kernel.set(slots.groups, counts.groups);
  kernel.set(slots.segments, counts.segments);
  kernel.set(slots.options, counts.options);
  kernel.set(slots.corridors, counts.corridors);
}

/** Posts with few stages first, so that posts of about the same number can be added up side by side. */
function postsByStages({ postStageStart }: CompiledModel['routes']): Int32Array {
  const stagesOf = (post: number) => postStageStart[post + 1] - postStageStart[post];
  const posts = Int32Array.from({ length: postStageStart.length - 1 }, (_, post) => post);
  return posts.sort((a, b) => stagesOf(a) - stagesOf(b));
}

function placeState(kernel: Kernel, state: EngineState): void {
  placeChoice(kernel, state);
  placeCargo(kernel, state);
  kernel.set(slots.arrivingMask, state.flow.arrivingMask);
  kernel.set(slots.expectedMask, state.flow.expectedMask);
}

function placeChoice(kernel: Kernel, { choice, conditions }: EngineState): void {
  kernel.place(slots.addedCost, conditions.addedCost);
  kernel.place(slots.routeDays, conditions.routeDays);
  kernel.place(slots.segmentWeight, choice.segmentWeight);
  kernel.place(slots.waitDays, choice.waitDays);
  kernel.place(slots.cost, choice.cost);
  kernel.place(slots.smoothedCost, choice.smoothedCost);
  kernel.place(slots.cellChanged, choice.cellChanged);
  kernel.place(slots.available, choice.available);
  kernel.place(slots.logPathSize, choice.logPathSize);
  kernel.place(slots.utility, choice.utility);
  kernel.place(slots.probability, choice.probability);
  kernel.place(slots.share, choice.share);
  kernel.place(slots.noShipProbability, choice.noShipProbability);
  kernel.place(slots.noShipShare, choice.noShipShare);
  kernel.place(slots.nestUtility, choice.nestUtility);
  kernel.place(slots.dispatched, choice.dispatched);
  kernel.place(slots.cellTonnes, choice.cellTonnes);
  kernel.place(slots.groupTonnes, choice.groupTonnes);
  kernel.place(slots.cellNotShipped, choice.cellNotShipped);
}

function placeCargo(kernel: Kernel, { conditions, flow, accounts }: EngineState): void {
  const { announcements } = conditions;
  kernel.place(slots.runRow, announcements.runRow);
  kernel.place(slots.runSteps, announcements.runSteps);
  kernel.place(slots.runOrder, announcements.order);
  kernel.place(slots.runStart, announcements.orderStart);
  kernel.place(slots.runSums, announcements.sums);
  kernel.place(slots.runRoute, announcements.route);
  kernel.place(slots.runFraction, announcements.fraction);
  kernel.place(slots.legSteps, conditions.legSteps);
  kernel.place(slots.sendRunStart, conditions.sendRunStart);
  kernel.place(slots.kindRunStart, conditions.kindRunStart);
  kernel.place(slots.legFraction, conditions.legFraction);
  kernel.place(slots.capacity, conditions.capacity);
  kernel.place(slots.offsetSteps, conditions.offsetSteps);
  kernel.place(slots.offsetFraction, conditions.offsetFraction);
  kernel.place(slots.postReach, conditions.postReach);
  kernel.place(slots.queue, flow.queue);
  kernel.place(slots.queueing, flow.queueing);
  kernel.place(slots.busyPosts, flow.busyPosts);
  kernel.place(slots.postTonnes, accounts.postTonnes);
  kernel.place(slots.predictedQueue, flow.predictedQueue);
  kernel.place(slots.postWaiting, flow.postWaiting);
  kernel.place(slots.legTonnes, accounts.legTonnes);
  kernel.place(slots.arriving, flow.arriving);
  kernel.place(slots.leaving, flow.leaving);
  kernel.place(slots.arrived, flow.arrived);
  kernel.place(slots.expected, flow.expected);
  kernel.place(slots.lastAnnounced, flow.lastAnnounced);
  kernel.place(slots.groupDelivered, accounts.groupDelivered);
  kernel.place(slots.yearDelivered, accounts.yearDelivered);
  kernel.place(slots.groupDispatched, accounts.groupDispatched);
  kernel.place(slots.yearDemand, accounts.cellDemand);
  kernel.place(slots.yearNotShipped, accounts.cellNotShipped);
  kernel.place(slots.groupWaits, accounts.groupWaits);
  kernel.place(slots.corridorTonnes, accounts.corridorTonnes);
  kernel.place(slots.corridorCost, accounts.corridorCost);
  kernel.place(slots.corridorTonneDays, accounts.corridorTonneDays);
}
