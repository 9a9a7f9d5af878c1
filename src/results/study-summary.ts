// What a report needs to know of the study beside the tables: names, places, dates, sources. Written as study.json.

import type { LinkStatus, Mode, NodeKind } from '../model/network.ts';
import type { Expectation, Provenance, Source } from '../model/scenario.ts';
import type { ChangedValue } from './changed-values.ts';

export interface SummaryNode {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly kind: NodeKind;
  readonly longitudeDegrees: number;
  readonly latitudeDegrees: number;
}

export interface SummaryLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly mode: Mode;
  readonly status: LinkStatus;
  /** The corridor whose cargo uses it most, see `mainCorridors`; empty when none does. */
  readonly corridor: string;
}

interface SummaryCommodity {
  readonly id: string;
  readonly name: string;
  /** Of the baseline: value of time, USD/t/day; logit scales within and between corridors, per USD/t. */
  readonly valueOfTimePerTonneDay: number;
  readonly routeScale: number;
  readonly corridorScale: number;
}

export interface SummaryEvent {
  readonly id: string;
  readonly title: string;
  /** First and last day over all replications, `YYYY-MM-DD`; the last is empty when it lasts to the horizon. */
  readonly earliestStart: string;
  readonly latestEnd: string;
  readonly probability: number;
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly corridors: readonly string[];
  /** Effects in words, for instance `adds 18 USD/t`. */
  readonly effects: readonly string[];
}

export interface SummaryScenario {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Empty for the baseline. */
  readonly baseline: string;
  readonly events: readonly SummaryEvent[];
  readonly expectations: readonly Pick<Expectation, 'of' | 'id' | 'measure' | 'expected'>[];
  /** Plain values that differ from the baseline's; absent where none does, and in results of old versions. */
  readonly changedValues?: readonly ChangedValue[];
}

/** The study in brief; the same bytes for the same inputs. */
export interface StudySummary {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly stepDays: number;
  readonly replications: number;
  readonly seed: string;
  readonly corridors: readonly { readonly id: string; readonly name: string }[];
  readonly commodities: readonly SummaryCommodity[];
  readonly nodes: readonly SummaryNode[];
  readonly links: readonly SummaryLink[];
  readonly scenarios: readonly SummaryScenario[];
  readonly sources: readonly Source[];
  readonly provenance: readonly Omit<Provenance, 'numbers'>[];
}
