// What a results folder holds, in memory: the study in brief and its tables.

import type { StudySummary } from './study-summary.ts';
import type { Table } from './table.ts';

/** A file and its fingerprint. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/** What made the results: enough to repeat the run and to see whether it was the same. */
export interface RunOrigin {
  /** Version of cargoflow. */
  readonly version: string;
  readonly inputs: readonly HashedFile[];
  /** The tables as written. */
  readonly tables: readonly HashedFile[];
}

export interface ResultsFolder {
  readonly summary: StudySummary;
  /** By table name: `corridors`, `diversion` and so on. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Undefined before the tables are written. */
  readonly origin?: RunOrigin | undefined;
}
