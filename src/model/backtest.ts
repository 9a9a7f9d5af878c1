// An episode whose outcome is known: what was observed of it, and how the model's answer is measured.

/** Where tonnes are counted, and when: days of the horizon from the first to the last, both counted. */
export interface Measure {
  /**
   * - `change`: tonnes sent on a corridor in the window, as a change against the baseline;
   * - `share`: tonnes that get through the post of a corridor in the window, as a share of what the baseline sends on `against`;
   * - `tonnes`: tonnes sent on a corridor in the window, Mt a year;
   * - `clearing`: days after the first of the window until `tonnes` have passed the post of a corridor.
   */
  readonly kind: 'change' | 'share' | 'tonnes' | 'clearing';
  readonly corridor: string;
  /** Post at which the corridor's cargo queues; empty = none is looked at. */
  readonly post: string;
  /** Corridor of the baseline that a share is taken of. */
  readonly against: string;
  /** Only this commodity; empty = all. */
  readonly commodity: string;
  readonly fromDay: number;
  readonly untilDay: number;
  /** Tonnes that are waited for, of `clearing`. */
  readonly tonnes: number;
}

/** An observed value beside what naive forecasts would have said. */
export interface BacktestObservation {
  readonly id: string;
  readonly title: string;
  readonly measure: Measure;
  readonly observed: number;
  /** What the model should meet; equal ends = within the tolerance stated in the file. */
  readonly target: readonly [number, number];
  /** What a proportional redistribution of the lost cargo would have forecast. */
  readonly proportional: number;
  /** True = used to set a number of the episode, and therefore not part of the score. */
  readonly fitted: boolean;
  readonly note: string;
}

export interface Backtest {
  readonly title: string;
  /** File of the scenario that happened, beside the back-test. */
  readonly scenario: string;
  readonly observations: readonly BacktestObservation[];
}
