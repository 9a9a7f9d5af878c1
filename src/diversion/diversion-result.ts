// Who lost tonnes to whom in one replication, by cell and year.

/**
 * Sinks of a cell: its groups in order, then not shipped; a cell with n groups has (n + 1)² pairs (from, to),
 * `from` first. First pair of each cell: see `pairStart`. Shapes [years * pairs].
 */
export interface DiversionResult {
  /** Tonnes that moved from one sink of the cell to another; the diagonal is what stayed. */
  readonly transferred: Float64Array;
  /** Fréchet bounds: least and most that can have moved, given what was lost and gained. */
  readonly lowerBound: Float64Array;
  readonly upperBound: Float64Array;
  /**
   * Tonnes of each sink in the scenario that the baseline's demand does not hold, and of each sink in the baseline that
   * the scenario's does not: by group, then not shipped by cell [years * (groups + cells)].
   */
  readonly newDemand: Float64Array;
  readonly lostDemand: Float64Array;
}
