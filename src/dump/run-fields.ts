// Describes what a run computes: its results, and its state after a step.

import type { ReplicationResult } from '../engine/replication-result.ts';
import type { EngineState } from '../engine/state.ts';
import { type ArrayFields, array, type ScalarFields } from './fields.ts';

export const resultFields: ArrayFields<ReplicationResult> = {
  corridorTonnes: array(
    ['months', 'corridors + 1'],
    't',
    'dispatched on each corridor; last column: not shipped',
  ),
  corridorCost: array(
    ['months', 'corridors'],
    'USD',
    'sum over the dispatched tonnes of the cost at dispatch (1)',
  ),
  corridorTonneDays: array(
    ['months', 'corridors'],
    't·d',
    'sum over the dispatched tonnes of the days on all legs and of the predicted wait at dispatch',
  ),
  groupDispatched: array(['years', 'groups'], 't', 'dispatched in the year'),
  routeDispatched: array(['years', 'routes'], 't', 'dispatched in the year, by route'),
  groupWaits: array(
    ['years', 'groups'],
    't·d',
    'sum over the dispatched tonnes of the wait predicted at dispatch (13)',
  ),
  groupEventCost: array(
    ['years', 'groups'],
    'USD',
    'sum over the dispatched tonnes of the cost that events add',
  ),
  groupEventTime: array(
    ['years', 'groups'],
    'USD',
    'sum over the dispatched tonnes of the value of the days that events add',
  ),
  groupEventRisk: array(
    ['years', 'groups'],
    'USD',
    'sum over the dispatched tonnes of the risk that events add',
  ),
  groupDelivered: array(['years', 'groups'], 't', 'arrived at the destination in the year'),
  groupQueued: array(['years', 'groups'], 't', "in queues at the year's end"),
  groupInTransit: array(['years', 'groups'], 't', "on legs at the year's end"),
  groupTurnedBack: array(
    ['years', 'groups'],
    't',
    'turned back in the year, by the group in which it was dispatched',
  ),
  postTurnedBack: array(['months', 'posts'], 't', 'turned back at the post'),
  postTurnedCost: array(
    ['months', 'posts'],
    'USD',
    'sum over the tonnes that turned back of the cost of turning and of the onward route then',
  ),
  cellDemand: array(['years', 'cells'], 't', 'dispatched and not shipped together'),
  cellNotShipped: array(['years', 'cells'], 't', 'not shipped'),
  arcTonnes: array(['years', 'arcs'], 't', 'entered a leg that uses the arc in the year'),
  postTonnes: array(['months', 'posts'], 't', 'left the post'),
  postWaits: array(
    ['months', 'posts'],
    't·d',
    'sum over the tonnes that left of the mean of the wait of the last tonne at the beginning and the end of its step',
  ),
  postTonneDays: array(['months', 'posts'], 't·d', 'queue integrated over the month (12)'),
  postLongestQueue: array(['months', 'posts'], 't', 'longest queue at the end of a step'),
};

export const resultScalars: ScalarFields<ReplicationResult> = {
  largestBalanceError: {
    unit: '1',
    meaning: "largest miss of an account (22) at a year's end, as a share of the cumulated demand",
  },
};

/** A state variable of a trace and where it stands. */
export interface TraceField {
  readonly shape: readonly string[];
  readonly unit: string;
  readonly meaning: string;
  readonly valuesOf: (state: EngineState) => Float64Array | Uint8Array;
}

/** The state variables of a trace, in the order in which a step computes them (docs/model.md, section 7). */
export const traceFields: Readonly<Record<string, TraceField>> = {
  capacity: {
    ...array(['posts'], 't/d', 'mean capacity in the step'),
    valuesOf: ({ conditions }) => conditions.capacity,
  },
  available: {
    ...array(['options'], '0 or 1', 'the segment can use the route'),
    valuesOf: ({ choice }) => choice.available,
  },
  wait: {
    ...array(['routes'], 'd', 'W of eq. 13'),
    valuesOf: ({ choice }) => choice.waitDays,
  },
  cost: {
    ...array(['routes'], 'USD/t', 'C of eq. 1'),
    valuesOf: ({ choice }) => choice.cost,
  },
  probability: {
    ...array(['options'], '1', 'P(k) of eq. 9'),
    valuesOf: ({ choice }) => choice.probability,
  },
  noShipProbability: {
    ...array(['segments'], '1', 'P(0) of eq. 8'),
    valuesOf: ({ choice }) => choice.noShipProbability,
  },
  share: {
    ...array(['options'], '1', 'S of eq. 14'),
    valuesOf: ({ choice }) => choice.share,
  },
  noShipShare: {
    ...array(['segments'], '1', 'S of eq. 14 of not shipping'),
    valuesOf: ({ choice }) => choice.noShipShare,
  },
  dispatched: {
    ...array(['routes'], 't', 'f of eq. 16'),
    valuesOf: ({ choice }) => choice.dispatched,
  },
  arrived: {
    ...array(['posts'], 't', 'X of eq. 11'),
    valuesOf: ({ flow }) => flow.arrived,
  },
  left: {
    ...array(
      ['stages'],
      't',
      'what leaves each stage; summed over the stages of a post: O of eq. 11',
    ),
    valuesOf: ({ flow }) => flow.leaving,
  },
  queue: {
    ...array(['posts'], 't', 'Q of eq. 11 at the end of the step'),
    valuesOf: ({ flow }) => flow.queue,
  },
  delivered: {
    ...array(['groups'], 't', 'delivered from step 0 to the end of the step'),
    valuesOf: ({ accounts }) => accounts.groupDelivered,
  },
};
