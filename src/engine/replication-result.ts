// What one replication of one scenario leaves behind, summed by month or year.

/**
 * Sums of one run. Tonnes are counted in the period in which they are dispatched unless said otherwise;
 * shapes are row by row, period first.
 */
export interface ReplicationResult {
  /** Tonnes dispatched on each corridor; last column: tonnes not shipped [months * (corridors + 1)]. */
  readonly corridorTonnes: Float64Array;
  /** Tonnes times generalised cost at dispatch, USD [months * corridors]. */
  readonly corridorCost: Float64Array;
  /** Tonnes times predicted days under way and in queues at dispatch, t·day [months * corridors]. */
  readonly corridorTonneDays: Float64Array;
  /** Tonnes dispatched by cell and corridor [years * groups]. */
  readonly groupDispatched: Float64Array;
  /** Tonnes dispatched by route [years * routes]. */
  readonly routeDispatched: Float64Array;
  /** Tonnes times the wait predicted at dispatch, t·day [years * groups]. */
  readonly groupWaits: Float64Array;
  /** Tonnes times what events add at dispatch: their costs, the value of their days, their risks, USD [years * groups]. */
  readonly groupEventCost: Float64Array;
  readonly groupEventTime: Float64Array;
  readonly groupEventRisk: Float64Array;
  /** Tonnes delivered in the year [years * groups]. */
  readonly groupDelivered: Float64Array;
  /** Tonnes that wait in queues at the end of the year [years * groups]. */
  readonly groupQueued: Float64Array;
  /** Tonnes that move along legs at the end of the year [years * groups]. */
  readonly groupInTransit: Float64Array;
  /** Tonnes that turned back in the year, by the group in which they were dispatched [years * groups]. */
  readonly groupTurnedBack: Float64Array;
  /** Tonnes that turned back at each post in the month, and what that and their way on cost, USD [months * posts]. */
  readonly postTurnedBack: Float64Array;
  readonly postTurnedCost: Float64Array;
  /** Tonnes that shippers would send, and those not shipped [years * cells]. */
  readonly cellDemand: Float64Array;
  readonly cellNotShipped: Float64Array;
  /** Tonnes that enter each arc in the year [years * arcs]. */
  readonly arcTonnes: Float64Array;
  /** Tonnes that pass each post in the month [months * posts]. */
  readonly postTonnes: Float64Array;
  /** Days waited by the tonnes that pass in the month, added up, t·day [months * posts]. */
  readonly postWaits: Float64Array;
  /** Queue integrated over the month, t·day [months * posts]. */
  readonly postTonneDays: Float64Array;
  /** Longest queue of the month, t [months * posts]. */
  readonly postLongestQueue: Float64Array;
  /** Largest miss of any account at any year's end, as a share of the cumulated demand. */
  readonly largestBalanceError: number;
}

/**
 * Tonnes dispatched, step by step: by group, then not shipped by cell [steps * (groups + cells)].
 * Diversion compares these between two runs on the same draws.
 */
export type DispatchSeries = Float64Array;
