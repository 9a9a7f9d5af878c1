// The state of a run: what changes while the clock moves. Allocated once (create-state.ts), reset before each replication (prepare.ts).

// Shapes stand in square brackets. A ring with a mask holds step t at index t & mask.

import type { AnnouncementState } from './announcement-runs.ts';
import type { HotLoops } from './hot-loops.ts';
import type { TurningState } from './turning-state.ts';

/** Where the draws of a replication have put the events. Days count from the start of the horizon. */
export interface EventState {
  /** Amounts with the draws filled in [amounts]. */
  readonly amount: Float64Array;
  /** Start, end, ramp and recovery, days; start = Infinity for an event that does not happen [events]. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly ramp: Float64Array;
  readonly recovery: Float64Array;
  /** Day from which shippers know of the event; Infinity = they see it once it has happened [events]. */
  readonly known: Float64Array;
  /** 1 = they know of it at the first instant of the step [events]. */
  readonly isKnown: Uint8Array;
  /** Mean strength in the step, 0-1 [events]. */
  readonly strength: Float64Array;
  /** 1 = the event has begun and not ended at the first instant of the step; 1 = at full strength then [events]. */
  readonly active: Uint8Array;
  readonly full: Uint8Array;
  /** No event changes in steps that end before this day. */
  calmUntil: number;
}

/** What the events make of the network in the step. */
interface ConditionState {
  /** Step in which the events changed it last. */
  changedIn: number;
  /** Mean capacity of each post, t/day [posts]. */
  readonly capacity: Float64Array;
  /** The same before calendars [foreseen posts]. */
  readonly capacityOfEvents: Float64Array;
  /** Reasons why a route cannot be used: shut links and closures; 0 = open [routes]. */
  readonly blockers: Int32Array;
  /** Generalised cost that events add, USD/t, and the days of each leg, now and before the last change [routes], [legs]. */
  readonly addedCost: Float64Array;
  readonly earlierAddedCost: Float64Array;
  readonly legDays: Float64Array;
  readonly earlierLegDays: Float64Array;
  /** Free days from origin to destination [routes]. */
  readonly routeDays: Float64Array;
  /** Whole steps and the remaining fraction of each leg [legs]. */
  readonly legSteps: Int32Array;
  readonly legFraction: Float64Array;
  /** The most whole steps that each leg has had in this run [legs]. */
  readonly longestSteps: Int32Array;
  /** Legs that an event of the model can make longer. */
  readonly movableLegs: Int32Array;
  /** First leg of each run of legs of one kind with the same whole steps [runs + 1], at most one a leg; first run of each kind [5]. */
  readonly sendRunStart: Int32Array;
  readonly kindRunStart: Int32Array;
  /** Scratch: 1 = the days of some leg of the route have changed [routes]. */
  readonly routeMoved: Uint8Array;
  /** The same for the free time from the origin to each stage [stages]. */
  readonly offsetSteps: Int32Array;
  readonly offsetFraction: Float64Array;
  readonly announcements: AnnouncementState;
  /** Latest offset of any stage of a post, steps [posts]. */
  readonly postReach: Int32Array;
  /** Factor of each cell's demand [cells]. */
  readonly demandFactor: Float64Array;
  /** How many events hold each of the links open that are shut at the start [shut links]. */
  readonly openings: Int32Array;
}

/** What shippers know of the coming capacity of the foreseen posts. */
interface ForesightState {
  /** Capacity cumulated over the steps from step 0, as shippers see it now, t [foreseen * (steps + 1)]. */
  cumulated: Float64Array;
  /** Steps that it reaches to: beyond the horizon by the longest way, and to the end of every announced event. */
  steps: number;
  /** Last step with any capacity; Infinity = there will always be some again [foreseen]. */
  readonly lastOpenStep: Float64Array;
  /** Some post will shut for good in a coming step, so that what can be used must be decided in every step. */
  pending: boolean;
}

/** What shippers see and choose. */
export interface ChoiceState {
  /** Part of the cell that each segment is, 0-1 [segments]. */
  readonly segmentWeight: Float64Array;
  /** Predicted wait in queues on each route, days [routes]. */
  readonly waitDays: Float64Array;
  /** Generalised cost now, USD/t [routes]. */
  readonly cost: Float64Array;
  /** The same as shippers average it over time [routes]. */
  readonly smoothedCost: Float64Array;
  /** 1 = costs or availability of the cell changed, so its choice must be made anew [cells]. */
  readonly cellChanged: Uint8Array;
  /** 1 = the segment's routes changed in this step, so its path sizes must be made anew [segments]. */
  readonly segmentChanged: Uint8Array;
  /** By option: a segment and a route of its cell [options]. */
  readonly available: Uint8Array;
  readonly wasAvailable: Uint8Array;
  readonly logPathSize: Float64Array;
  readonly utility: Float64Array;
  readonly probability: Float64Array;
  readonly share: Float64Array;
  /** Of not shipping, by segment [segments]. */
  readonly noShipProbability: Float64Array;
  readonly noShipShare: Float64Array;
  /** Scratch of the nested logit [groups]. */
  readonly nestUtility: Float64Array;
  /** Tonnes of the step: what each cell's shippers would send [cells], */
  readonly cellTonnes: Float64Array;
  /** what is dispatched [routes], [groups], */
  readonly dispatched: Float64Array;
  readonly groupTonnes: Float64Array;
  /** and what is not shipped [cells]. */
  readonly cellNotShipped: Float64Array;
  /** Both together: a row of the series [groups + cells]. */
  readonly seriesRow: Float64Array;
}

/** Cargo under way and in queues. */
export interface FlowState {
  /** Tonnes due to arrive at the end of each leg, by step and column [ring rows * legs]. */
  arriving: Float64Array;
  arrivingMask: number;
  /** Tonnes that arrive at each stage in the step, then those that leave it [stages]. */
  readonly leaving: Float64Array;
  /** Tonnes that arrive at each post in the step [posts]. */
  readonly arrived: Float64Array;
  /** Tonnes expected at each post, seen from dispatch without queues [posts * ring rows]. */
  expected: Float64Array;
  /** Tonnes of the last dispatch, by steps until they reach each post [posts * ring rows]. */
  lastAnnounced: Float64Array;
  expectedMask: number;
  /** Tonnes in each queue [posts]. */
  readonly queue: Float64Array;
  /** Scratch: the posts that do not let the step's arrivals pass untouched, in ascending order [posts]. */
  readonly busyPosts: Int32Array;
  /** 1 = the post has had a queue and keeps curves [posts]. */
  readonly queueing: Uint8Array;
  /** Last step of whose arrivals all have left the queue [posts]. */
  readonly queueHead: Int32Array;
  /** Cumulated arrivals since the queue formed, by step: by stage, and by post [ring rows * …]. */
  stageCurve: Float64Array;
  postCurve: Float64Array;
  curveMask: number;
  /** Days that the cargo which left last has waited [posts]. */
  readonly lastWait: Float64Array;
  /** Cumulated departures since the queue formed [stages], [posts]. */
  readonly stageLeft: Float64Array;
  readonly postLeft: Float64Array;
  /** 1 = some route through the post had a predicted wait in the last step [posts]. */
  readonly postWaiting: Uint8Array;
  /** Scratch: predicted queue of one post, step by step. */
  predictedQueue: Float64Array;
}

/** Running sums for the results. */
interface AccountState {
  /** Tonnes that entered each leg since the start of the year [legs]. */
  readonly legTonnes: Float64Array;
  /** Tonnes delivered since the start [groups]. */
  readonly groupDelivered: Float64Array;
  /** Tonnes that have turned back from a group, and that go on in it after they have, since the start [groups]. */
  readonly groupTurnedOut: Float64Array;
  readonly groupTurnedIn: Float64Array;
  /** Tonnes since the start of the year [groups], [cells]. */
  readonly yearDelivered: Float64Array;
  readonly groupDispatched: Float64Array;
  readonly cellDemand: Float64Array;
  readonly cellNotShipped: Float64Array;
  /** Tonnes times days waited since the start of the year [groups]. */
  readonly groupWaits: Float64Array;
  /** Since the start of the month: tonnes, then not shipped [corridors + 1]; USD; tonnes times days [corridors]. */
  readonly corridorTonnes: Float64Array;
  readonly corridorCost: Float64Array;
  readonly corridorTonneDays: Float64Array;
  /** Tonnes that have passed each post since the start of the month [posts]. */
  readonly postTonnes: Float64Array;
}

/** All of a run. `step` is the number of the step, its first instant is step * stepDays. */
export interface EngineState {
  step: number;
  readonly loops: HotLoops;
  readonly events: EventState;
  readonly conditions: ConditionState;
  readonly foresight: ForesightState;
  readonly choice: ChoiceState;
  readonly flow: FlowState;
  readonly turning: TurningState;
  readonly accounts: AccountState;
}
