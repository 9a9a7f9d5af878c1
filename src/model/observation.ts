// What was counted in the real world, to set beside the model: tonnes of a year on a corridor, a link or through a country.

/**
 * The routes whose tonnes are counted. A route counts when it passes any of the nodes or links, or lies in any of
 * the corridors; with `transit` only where neither end of the flow lies in that country, and with `modes`
 * only where it moves by one of them inside it.
 */
interface ObservedRoutes {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly corridors: readonly string[];
  /** ISO 3166-1 alpha-3 code; undefined = all cargo. */
  readonly transit: string | undefined;
  readonly modes: readonly string[];
}

/** An observed total. */
export interface Observation {
  readonly id: string;
  readonly title: string;
  readonly tonnesPerYear: number;
  /** Standard error of the observed figure, as a share of it. */
  readonly error: number;
  readonly on: ObservedRoutes;
  /** Corridor whose constant is fitted to it; undefined = held back, to judge the model. */
  readonly fittedCorridor: string | undefined;
  /** Why model and observation may differ; empty when nothing is known. */
  readonly note: string;
}
