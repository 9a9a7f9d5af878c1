// Writes what a run found as a results folder, and reads such a folder back.

import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvChunks, parseCsv } from '../report/csv.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import type { Table } from '../results/table.ts';
import { fingerprint, type WrittenFile, writeFolder } from './results-writer.ts';

/** manifest.json: what it takes to repeat the run, and to see whether a file was changed. */
export interface Manifest {
  readonly cargoflow: string;
  readonly node: string;
  /** The only clock time in the folder. */
  readonly created: string;
  readonly seed: string;
  readonly replications: number;
  readonly step_days: number;
  readonly inputs: readonly WrittenFile[];
  readonly outputs: readonly WrittenFile[];
}

/** Writes tables, summary, reports and manifest; the folder appears when it is whole. */
export async function writeResults(
  folder: string,
  results: ResultsFolder,
  manifest: Omit<Manifest, 'outputs'>,
): Promise<void> {
  await writeFolder(folder, async (put) => {
    const outputs: WrittenFile[] = [];
    for (const table of results.tables.values()) {
      outputs.push(await put(`${table.name}.csv`, csvChunks(table)));
    }
    outputs.push(await put('study.json', [json(results.summary)]));
    for (const [name, text] of await renderReports(results)) outputs.push(await put(name, [text]));
    await put('manifest.json', [json({ ...manifest, outputs })]);
  });
}

/** The renderer is loaded only here: its map and charts take longer to load than a comparison takes. */
async function renderReports(results: ResultsFolder): Promise<[name: string, text: string][]> {
  const { renderHtml, renderMarkdown } = await import('../report/report.ts');
  return [
    ['report.md', renderMarkdown(results)],
    ['report.html', renderHtml(results)],
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Names of the tables in a folder, in order. */
export function listTables(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => file.slice(0, -'.csv'.length))
    .sort();
}

/** @throws Error when the table is not there or is no table of results */
export function readTable(folder: string, name: string): Table {
  return parseCsv(name, readFileSync(join(folder, `${name}.csv`), 'utf8'));
}

/** @throws Error when the folder does not hold results */
function readResults(folder: string): ResultsFolder {
  const summary = JSON.parse(readFileSync(join(folder, 'study.json'), 'utf8')) as StudySummary;
  const tables = listTables(folder).map((name) => [name, readTable(folder, name)] as const);
  return { summary, tables: new Map(tables) };
}

/** Renders the reports of a folder again from its tables, and enters them in its manifest. */
export async function rewriteReports(folder: string): Promise<void> {
  const reports = await renderReports(readResults(folder));
  for (const [name, text] of reports) replaceFile(join(folder, name), text);
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const rewritten = new Map(reports.map(([name, text]) => [name, fingerprint(name, text)]));
  const outputs = manifest.outputs.map((output) => rewritten.get(output.path) ?? output);
  replaceFile(path, json({ ...manifest, outputs }));
}

function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
