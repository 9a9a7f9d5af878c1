// Reads the tables of a results folder for the pages that are made of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of a table of statistics. */
export interface Row {
  readonly keys: Readonly<Record<string, string>>;
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
}

/** The rows of a table for which `keep` holds. */
export function readRows(
  folder: string,
  table: string,
  keep: (keys: Readonly<Record<string, string>>) => boolean,
): Row[] {
  const records: Record<string, string>[] = parse(readFileSync(join(folder, table), 'utf8'), {
    columns: true,
  });
  return records.filter(keep).map((keys) => ({
    keys,
    mean: Number(keys.mean),
    p05: Number(keys.p05),
    p95: Number(keys.p95),
  }));
}

/** What the pages say of a scenario. */
export interface PageScenario {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** Scenarios of the run, the baseline first, and how often it was run. */
export function readStudy(folder: string): {
  readonly scenarios: readonly PageScenario[];
  readonly replications: number;
  readonly corridorNames: ReadonlyMap<string, string>;
} {
  const study = JSON.parse(readFileSync(join(folder, 'study.json'), 'utf8'));
  return {
    scenarios: study.scenarios,
    replications: study.replications,
    corridorNames: new Map(
      study.corridors.map(({ id, name }: { id: string; name: string }) => [id, name]),
    ),
  };
}

/** Tonnes as `1.23 Mt`, or `45 kt` below a tenth of a megatonne, with a sign where asked for. */
export function tonnesText(tonnes: number, signed = false): string {
  const size = Math.abs(tonnes);
  const text = size < 1e5 ? `${(size / 1e3).toFixed(0)} kt` : `${(size / 1e6).toFixed(2)} Mt`;
  if (tonnes < 0) return `−${text}`;
  return signed ? `+${text}` : text;
}
