// Numbers that may be uncertain: a constant, or a draw of a named input.

import type { RankCorrelation } from '../numerics/correlation.ts';
import type { Distribution } from '../numerics/distributions.ts';
import type { Mode } from './network.ts';

export type { Distribution, RankCorrelation };

/** A value in the unit of its field: a constant, or the draw of the input with that name. */
export type Amount = number | { readonly input: string };

/** A named uncertain input, drawn once a replication. Its name keys its random stream. */
export interface UncertainInput {
  /** Where it stands in the scenario, for instance `demand.russia-india-coal.volume`. */
  readonly name: string;
  /** Unit of the draws, for tables and reports. */
  readonly unit: string;
  readonly distribution: Distribution;
  /** True = it belongs to one occurrence of a repeating event: one of very many, which tables leave out. */
  readonly ofOccurrence?: true;
}

/** How the replications draw. */
export interface Sampling {
  /** Latin hypercube: as many strata of equal probability as replications, each drawn once; or plain draws. */
  readonly method: 'latin-hypercube' | 'monte-carlo';
  /**
   * Names of the inputs that are correlated with others. Those of the baseline come first, so that what a scenario
   * adds does not change their draws.
   */
  readonly correlatedInputs: readonly string[];
  /** Pairs of them; pairs that are not listed are independent. */
  readonly correlations: readonly RankCorrelation[];
}

/** A number of the world, by its place in the lists of a scenario. */
export type WorldField =
  | {
      readonly of: 'node';
      readonly index: number;
      readonly field: 'capacityTonnesPerDay' | 'passageDays' | 'passageCostPerTonne';
    }
  | {
      readonly of: 'link';
      readonly index: number;
      readonly field: 'capacityTonnesPerDay' | 'travelDays' | 'costPerTonne';
    }
  | { readonly of: 'transfer'; readonly index: number; readonly field: 'days' | 'costPerTonne' }
  | { readonly of: 'corridor'; readonly index: number; readonly field: 'constantPerTonne' }
  | {
      readonly of: 'commodity';
      readonly index: number;
      readonly field: 'valuePerTonne' | 'valueOfTimePerTonneDay' | 'routeScale' | 'corridorScale';
    }
  | { readonly of: 'tariff factor'; readonly index: number; readonly mode: Mode }
  | { readonly of: 'behaviour'; readonly field: 'inertiaDays' | 'costSmoothingDays' }
  /** The volume factor of a flow in the nth calendar year of the horizon. */
  | { readonly of: 'volume'; readonly index: number; readonly year: number };

/**
 * A number of the world that each replication draws: `constant` + Σ `factor` * draw, or `factor` / draw where
 * `reciprocal`. In the scenario itself stands the value at the medians of its inputs: routes are found with that.
 */
export interface DrawnValue {
  readonly field: WorldField;
  readonly constant: number;
  readonly terms: readonly DrawnTerm[];
}

/** What one input adds to a number of the world. */
export interface DrawnTerm {
  readonly input: string;
  readonly factor: number;
  readonly reciprocal: boolean;
}
