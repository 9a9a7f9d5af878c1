// Dated changes of the world: what is hit, when, for how long, and how.

import type { Amount, Distribution } from './uncertainty.ts';

/** The things an event hits, as ids; names and countries have been resolved. */
export interface Target {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly corridors: readonly string[];
}

/** Which cargo an effect concerns; an empty list means all. Places are node ids. */
export interface CargoFilter {
  readonly commodities: readonly string[];
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
}

/**
 * What an event does while it lasts.
 * - `close`: nothing passes the target; cargo at its posts waits, no new cargo is sent there.
 * - `open`: a link that is not open at the start can be used.
 * - `capacity`: multiplies the capacity of the posts and limited links hit.
 * - `cost`: adds USD/t, once for each route that uses any part of the target.
 * - `time`: adds days, once for each route that uses any part of the target, at the first part it meets.
 * - `risk`: adds a share of the cargo's value, once a route (insurance, expected loss).
 * - `ban`: `share` of the cargo may not use routes through the target.
 */
export type Effect =
  | { readonly kind: 'close' }
  | { readonly kind: 'open' }
  | { readonly kind: 'capacity'; readonly factor: Amount }
  | { readonly kind: 'cost'; readonly perTonne: Amount; readonly cargo: CargoFilter }
  | { readonly kind: 'time'; readonly days: Amount; readonly cargo: CargoFilter }
  | { readonly kind: 'risk'; readonly valueShare: Amount; readonly cargo: CargoFilter }
  | { readonly kind: 'ban'; readonly share: Amount; readonly cargo: CargoFilter }
  | { readonly kind: 'demand'; readonly factor: Amount; readonly cargo: CargoFilter };

/**
 * Makes an event an alternating renewal process: its occurrences start within the window from the start of the event to
 * its end, each after an exponential time from the end of the last one, or from the start of the window.
 */
export interface Repeat {
  /** Mean of that time, days. */
  readonly meanDaysBetween: Amount;
  /** Days that an occurrence lasts; of a distribution each draws its own. */
  readonly lengthDays: number | Distribution;
  /** Occurrences that are laid out; the chance that the window holds more is below 1e-9. */
  readonly limit: number;
}

/** A dated change. Its strength rises along `rampDays`, stays, and falls along `recoveryDays` after the end. */
export interface ScenarioEvent {
  readonly id: string;
  readonly title: string;
  readonly target: Target;
  /** Day number of the start, see `dayNumber`; may lie outside the horizon in part. */
  readonly fromDay: Amount;
  /** Days from start to end, without the recovery; Infinity = until the horizon. Of a repeating event, its window. */
  readonly durationDays: Amount;
  /** Chance (0-1) that it happens at all, drawn once a replication. */
  readonly probability: number;
  readonly rampDays: Amount;
  readonly recoveryDays: Amount;
  /**
   * Days before the start from which shippers know what the event does to capacities, and when it ends; undefined =
   * they see it once it has happened, and not its end.
   */
  readonly noticeDays: Amount | undefined;
  readonly effects: readonly Effect[];
  /** Undefined = it happens once. */
  readonly repeat: Repeat | undefined;
}
