// What is to be moved: commodities, and the tonnes of each from an origin to a destination.

import type { Mode } from './network.ts';
import type { Amount } from './uncertainty.ts';

/** A class of cargo whose shippers choose alike. */
export interface Commodity {
  readonly id: string;
  readonly name: string;
  /** Value of the cargo, USD/t. */
  readonly valuePerTonne: number;
  /** What a day under way or in a queue costs, USD/t/day. */
  readonly valueOfTimePerTonneDay: number;
  /** Logit scale within a corridor, theta, per USD/t: how sharply shippers choose the cheaper route. */
  readonly routeScale: number;
  /** Logit scale between corridors, mu, per USD/t, at most `routeScale`. */
  readonly corridorScale: number;
  /** Multiplies the tariffs of a mode; 1 where a mode is absent. */
  readonly tariffFactors: Readonly<Partial<Record<Mode, number>>>;
}

/** A stream of cargo: one commodity from one origin to one destination (a "cell" once compiled). */
export interface Flow {
  readonly id: string;
  readonly origin: string;
  readonly destination: string;
  readonly commodity: string;
  /** Tonnes a year that would be shipped at no cost too high, multiplied by `volumeFactors`. */
  readonly volumeTonnesPerYear: Amount;
  /** One factor for each calendar year that the horizon touches, first year first. */
  readonly volumeFactors: readonly number[];
  /** Calendar over which the volume of a year is spread; empty = evenly. */
  readonly calendar: string;
  /**
   * Share of the volume (0-1) that is not shipped at the free costs of the first day. It fixes the
   * reservation cost, and so the elasticity. 0 = the demand is fixed: all is shipped whenever a route is open.
   */
  readonly notShippedShare: number;
  /** Reservation cost given directly, USD/t; undefined = as `notShippedShare` says. */
  readonly reservationCostPerTonne: number | undefined;
}
