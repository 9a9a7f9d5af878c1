// Tells the results of another version, which lack what reports are made of, from those of this one.

import { tableDefinitions } from './aggregate.ts';
import { expectationColumns } from './expectations.ts';
import type { ResultsFolder } from './results-folder.ts';
import type { StudySummary } from './study-summary.ts';

/** What every study in brief has. */
const summaryKeys: readonly (keyof StudySummary)[] = [
  ...(['name', 'start', 'end', 'stepDays', 'replications', 'seed', 'corridors'] as const),
  ...(['commodities', 'nodes', 'links', 'scenarios', 'sources', 'provenance'] as const),
];

const columnsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ...tableDefinitions.map(({ name, columns }) => [name, columns] as const),
  ['expectations', expectationColumns],
]);

/** The first thing that results of this version have and these have not, in words; undefined when they have all. */
export function layoutFault({ summary, tables }: ResultsFolder): string | undefined {
  const key = summaryKeys.find((name) => summary?.[name] === undefined);
  if (key) return `study.json has no "${key}"`;
  for (const { name, columns } of tables.values()) {
    const missing = columnsOf
      .get(name)
      ?.find((column) => columns.every((one) => one.name !== column));
    if (missing) return `${name}.csv has no column "${missing}"`;
  }
  return undefined;
}
