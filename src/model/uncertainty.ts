// Numbers that may be uncertain: a constant, or a draw of a named input.

/** A value in the unit of its field: a constant, or the draw of the input with that name. */
export type Amount = number | { readonly input: string };

/** A probability distribution, in the unit of the field where it stands. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    };

/** A named uncertain input, drawn once a replication. Its name keys its random stream. */
export interface UncertainInput {
  /** Where it stands in the scenario, for instance `demand.russia-india-coal.volume`. */
  readonly name: string;
  /** Unit of the draws, for tables and reports. */
  readonly unit: string;
  readonly distribution: Distribution;
}
