// What turns replications into one table: it takes them one by one and gives the table at the end.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DiversionResult } from '../diversion/diversion-result.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import type { SampleStore } from './samples.ts';
import type { Table } from './table.ts';

/** One replication of one scenario, with its baseline's on the same draws. */
export interface RecordedRun {
  readonly replication: number;
  readonly result: ReplicationResult;
  /** What its tonnes cost, term by term, see `groupCosts`. */
  readonly costs: Float64Array;
  /** The baseline's own result when the scenario is the baseline. */
  readonly baseline: ReplicationResult;
  readonly baselineCosts: Float64Array;
  /** Undefined for the baseline. */
  readonly diversion: DiversionResult | undefined;
}

/** Records one table of one scenario. */
export interface Recorder {
  record(run: RecordedRun): void;
  /** Adds the scenario's rows to the table. */
  addRows(add: (texts: readonly string[], numbers: readonly number[]) => void): void;
}

/** A table and how it is recorded, scenario by scenario. */
export interface TableDefinition<Kind extends Recorder = Recorder> {
  readonly name: Table['name'];
  readonly columns: readonly string[];
  /** @param baseline what the model is compared with; the model itself for the baseline */
  createRecorder(model: CompiledModel, baseline: CompiledModel, store: SampleStore): Kind;
}
