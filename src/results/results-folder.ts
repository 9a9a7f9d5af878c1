// What a results folder holds, in memory: the study in brief and its tables.

import type { StudySummary } from './study-summary.ts';
import type { Table } from './table.ts';

export interface ResultsFolder {
  readonly summary: StudySummary;
  /** By table name: `corridors`, `diversion` and so on. */
  readonly tables: ReadonlyMap<string, Table>;
}
