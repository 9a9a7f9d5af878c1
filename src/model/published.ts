// What is published of a way through the region: its length, time or price, to be set beside the model.

/** The lowest and highest published value; the same twice where one is printed. */
export type PublishedRange = readonly [number, number];

/** A journey of one commodity, with what is published of it. */
export interface PublishedJourney {
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly destination: string;
  readonly commodity: string;
  /** Nodes and links that the way passes, in any order; the cheapest such way is meant. */
  readonly via: readonly string[];
  readonly lengthKm: PublishedRange | undefined;
  readonly days: PublishedRange | undefined;
  /** Tariffs, fees and transfers, without the value of time, USD/t. */
  readonly costPerTonne: PublishedRange | undefined;
  /** Journey that this one is measured against; empty = none. */
  readonly than: string;
  /** Time and price as shares of those of the other journey. */
  readonly daysRatio: PublishedRange | undefined;
  readonly costRatio: PublishedRange | undefined;
  /** Why the model may be further off than allowed; empty = it may not. */
  readonly exception: string;
  readonly sources: readonly string[];
}
