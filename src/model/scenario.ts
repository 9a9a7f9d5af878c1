// A scenario: the world, the demand, the horizon and the events that happen in it.

import type { Commodity, Flow } from './demand.ts';
import type { ScenarioEvent } from './event.ts';
import type { Network } from './network.ts';
import type { DrawnValue, Sampling, UncertainInput } from './uncertainty.ts';

/** The simulated time. */
export interface Horizon {
  /** Day number of the first day. */
  readonly startDay: number;
  /** Day number after the last day. */
  readonly endDay: number;
  /** Length of a step, days. */
  readonly stepDays: number;
}

/** Cargo that has waited long enough at a closed post turns back and takes another route from where it stands. */
interface TurningBack {
  /** Days that it waits before. */
  readonly patienceDays: number;
  /** Handling, USD/t. */
  readonly costPerTonne: number;
}

/** How shippers behave, apart from what belongs to a commodity. */
export interface Behaviour {
  /** Mean contract length, days: how slowly shares follow costs. 0 = at once. */
  readonly inertiaDays: number;
  /** Time over which shippers average the costs they see, days. 0 = they choose on the costs of now. */
  readonly costSmoothingDays: number;
  /** What cargo does that waits at a closed post; undefined = it waits until the post opens. */
  readonly turningBack: TurningBack | undefined;
  /** How the choice allows for routes that overlap: path-size logit or C-logit. */
  readonly overlapCorrection: 'path-size' | 'commonality';
  /** Where the routes beside those that make the corridors come from: loopless paths by cost, or paths through one via-node. */
  readonly choiceSets: 'k-shortest' | 'via-node';
  /** Most routes of a cell beside those that make its corridors. */
  readonly maximumRoutes: number;
  /** A route may cost at most this many times the cheapest one of its cell. */
  readonly detourLimit: number;
  /** Two routes of a cell share at most this part of their generalised cost. */
  readonly overlapLimit: number;
}

/** How good a number's origin is: printed in a source, worked out from sources, or assumed. */
export type Grade = 'published' | 'derived' | 'assumed';

/** A number of the study. */
export interface GradedNumber {
  /** Key or column under which it stands, for instance `length` or `add_cost`. */
  readonly field: string;
  readonly grade: Grade;
  /** How far the true value may lie below and above it, as shares of it; `drawn` = it is a distribution itself. */
  readonly range: { readonly low: number; readonly high: number } | 'drawn' | undefined;
}

/** Where a number of the study comes from, for the report. */
export interface Provenance {
  /** Where it stands: file and path, for instance `demand.yaml flows.kaz-afg-grain`. */
  readonly subject: string;
  /** Keys of the study's sources; empty when it is an assumption. */
  readonly sources: readonly string[];
  /** Why the number was assumed; empty when it has a source. */
  readonly assumption: string;
  /** The numbers that the entry speaks of. */
  readonly numbers: readonly GradedNumber[];
}

/** A published source. */
export interface Source {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly address: string;
}

/** What an expectation is about. */
export type ExpectedSubject = 'corridor' | 'country' | 'crossing' | 'flow';

/**
 * What is measured of it, in the period: tonnes against the baseline (t), or as a part of the baseline's (1); its share
 * of all cargo, or of a flow the part that is shipped (1); the mean wait of what passes a crossing (day). `change of`
 * is scenario less baseline.
 */
export type ExpectedMeasure =
  | 'change'
  | 'relative change'
  | 'share'
  | 'change of share'
  | 'wait'
  | 'change of wait';

/** What the author expects to come out. */
export interface Expectation {
  readonly of: ExpectedSubject;
  /** Corridor, country, post or flow. */
  readonly id: string;
  readonly measure: ExpectedMeasure;
  /** As written: `falls`, `at least 0.5 Mt`. */
  readonly expected: string;
  /** The interval of the mean must lie between these; infinite = no limit. */
  readonly atLeast: number;
  readonly atMost: number;
  /** First and last month, `2026-03`; undefined = the whole horizon. */
  readonly months: readonly [string, string] | undefined;
  /** Of the interval, 0-1. */
  readonly confidence: number;
}

/** A complete, checked scenario: everything the compiler needs, nothing that still has to be looked up. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly horizon: Horizon;
  readonly behaviour: Behaviour;
  readonly network: Network;
  readonly commodities: readonly Commodity[];
  readonly flows: readonly Flow[];
  readonly events: readonly ScenarioEvent[];
  readonly inputs: readonly UncertainInput[];
  /** Numbers of the network, the commodities, the volumes and the behaviour that replications draw. */
  readonly drawnValues: readonly DrawnValue[];
  readonly sampling: Sampling;
  readonly expectations: readonly Expectation[];
  readonly provenance: readonly Provenance[];
  readonly sources: readonly Source[];
  /** Replications asked for by the file, when the command line says nothing. */
  readonly replications: number;
  readonly seed: string;
}
