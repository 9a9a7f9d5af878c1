// Writes what a run found as a results folder, and reads such a folder back.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackagedTable } from '../export/data-package.ts';
import { csvChunks, parseCsv } from '../report/csv.ts';
import { layoutFault } from '../results/layout.ts';
import type { ResultsFolder, RunOrigin } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import type { Table } from '../results/table.ts';
import { readTextFile } from './files.ts';
import { hearSignals, interruptible } from './interrupt.ts';
import { fingerprint, type PutFile, type WrittenFile, writeFolder } from './results-writer.ts';

/** manifest.json: what it takes to repeat the run, and to see whether a file was changed. */
export interface Manifest {
  readonly cargoflow: string;
  readonly node: string;
  /** The only clock time in the folder. */
  readonly created: string;
  readonly seed: string;
  readonly replications: number;
  readonly step_days: number;
  readonly quantiles: 'exact' | 'sketched';
  readonly inputs: readonly WrittenFile[];
  readonly outputs: readonly WrittenFile[];
}

/** Writes tables, summary, reports and manifest; the folder appears when it is whole. */
export async function writeResults(
  folder: string,
  results: ResultsFolder,
  manifest: Omit<Manifest, 'outputs'>,
  options: DataOptions,
): Promise<void> {
  await writeFolder(folder, async (put) => {
    const outputs = await writeData(results, options, put);
    const origin = originOf({ ...manifest, outputs });
    for (const [name, text] of await renderReports({ ...results, origin }))
      outputs.push(await put(name, [text]));
    await put('manifest.json', [json({ ...manifest, outputs })]);
  });
}

/** What is written beside the tables. */
export interface DataOptions {
  /** Whether all tables of statistics are written once more as `results.parquet`. */
  readonly parquet: boolean;
  /** Unit of each uncertain input, by its name. */
  readonly inputUnits: ReadonlyMap<string, string>;
}

/** Writes what machines read: tables, the study in brief, a map of the links, and the description of them all. */
async function writeData(
  { summary, tables }: ResultsFolder,
  { parquet, inputUnits }: DataOptions,
  put: PutFile,
): Promise<WrittenFile[]> {
  const { dataPackage } = await import('../export/data-package.ts');
  const { iamcTable } = await import('../export/iamc.ts');
  const { linksGeoJson } = await import('../export/geojson.ts');
  const years = listYears(summary);
  const written: PackagedTable[] = [];
  const iamc = iamcTable(tables.get('corridors')!, tables.get('countries')!, years);
  for (const table of [...tables.values(), iamc]) {
    const file = await put(`${table.name}.csv`, csvChunks(table));
    written.push({ name: table.name, columns: table.columns.map(({ name }) => name), file });
    await hearSignals();
  }
  const others = [
    await put('study.json', [json(summary)]),
    await put('links.geojson', [json(linksGeoJson(summary, tables.get('links')!))]),
  ];
  if (parquet) {
    const { parquetOf } = await import('../export/parquet.ts');
    others.push(await put('results.parquet', [parquetOf([...tables.values()])]));
  }
  const described = json(dataPackage({ ...summary, inputUnits }, written, others));
  return [
    ...written.map(({ file }) => file),
    ...others,
    await put('datapackage.json', [described]),
  ];
}

/** The calendar years that the horizon touches. */
function listYears({ start, end }: StudySummary): string[] {
  const [first, last] = [start, end].map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** What reports say of a run: nothing that differs between two runs of the same inputs, so files by their names alone. */
function originOf({ cargoflow, inputs, outputs }: Manifest): RunOrigin {
  const named = ({ path, sha256 }: WrittenFile) => ({ path: basename(path), sha256 });
  const tables = outputs.filter(({ path }) => path.endsWith(tableEnding));
  return { version: cargoflow, inputs: inputs.map(named), tables: tables.map(named) };
}

/** Writes tables and a manifest alone. */
export async function writeTables(
  folder: string,
  tables: readonly Table[],
  manifest: Omit<Manifest, 'outputs'>,
): Promise<void> {
  await writeFolder(folder, async (put) => {
    const outputs: WrittenFile[] = [];
    for (const table of tables) outputs.push(await put(`${table.name}.csv`, csvChunks(table)));
    await put('manifest.json', [json({ ...manifest, outputs })]);
  });
}

/** The renderer is loaded only here: its map and charts take longer to load than a comparison takes. */
async function renderReports(results: ResultsFolder): Promise<[name: string, text: string][]> {
  const { createReports } = await import('../report/report.ts');
  const reports = createReports(results);
  const markdown = reports.markdown();
  await hearSignals();
  const pictures = reports.pictures();
  await hearSignals();
  return [['report.md', markdown], ...pictures, ['report.html', reports.html()]];
}

/** Loads the renderer while there is nothing else to do, so that it is there when the results are. */
export async function loadRenderer(): Promise<void> {
  await import('../report/report.ts');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const tableEnding = '.csv';

/** Names of the tables in a folder, in order. */
export function listTables(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(tableEnding))
    .map((file) => file.slice(0, -tableEnding.length))
    .sort();
}

/** What the folder's manifest says; undefined when there is none. @throws Error when it is no manifest */
function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'manifest.json');
  const text = readTextFile(path);
  if (text === undefined) return undefined;
  const manifest = JSON.parse(text) as Partial<Manifest>;
  if (!Array.isArray(manifest.outputs)) throw new Error(`${path} lists no outputs`);
  return manifest as Manifest;
}

/** Hashes of the tables that the folder's manifest lists, by table, in order; none without a manifest. */
export function tableHashes(folder: string): ReadonlyMap<string, string> {
  const tables = (readManifest(folder)?.outputs ?? [])
    .filter(({ path }) => path.endsWith(tableEnding))
    .map(({ path, sha256 }) => [path.slice(0, -tableEnding.length), sha256] as const);
  return new Map(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of the table as it is, whatever the folder's manifest says of it. */
export function tableHash(folder: string, name: string): string {
  const file = `${name}${tableEnding}`;
  return fingerprint(file, readFileSync(join(folder, file))).sha256;
}

/** Replications behind the tables of a folder. @throws Error when its manifest does not say */
export function readReplications(folder: string): number {
  const replications = readManifest(folder)?.replications;
  if (typeof replications === 'number') return replications;
  throw new Error(`${folder} does not say how many replications it holds (no manifest.json)`);
}

/** @throws Error when the table is not there or is no table of results */
export function readTable(folder: string, name: string): Table {
  return parseCsv(name, readFileSync(join(folder, `${name}.csv`), 'utf8'));
}

/** The study in brief and these of its tables. @throws Error that says what to do when the folder does not hold them */
export function readResults(folder: string, tableNames: readonly string[]): ResultsFolder {
  for (const file of ['study.json', ...tableNames.map((name) => `${name}.csv`)]) {
    if (existsSync(join(folder, file))) continue;
    throw new Error(`${folder} holds no complete results: there is no ${file} (${runAgain})`);
  }
  const summary = JSON.parse(readFileSync(join(folder, 'study.json'), 'utf8')) as StudySummary;
  const tables = tableNames.map((name) => [name, readTable(folder, name)] as const);
  const results = { summary, tables: new Map(tables) };
  const fault = layoutFault(results);
  if (fault) throw new Error(`${folder} holds results of another version: ${fault} (${runAgain})`);
  return results;
}

const runAgain = 'write the folder anew with `cargoflow run`';

/** The study in brief, its tables for the reports, and where it comes from. @throws Error when it is not whole */
export async function readForReports(folder: string): Promise<ResultsFolder> {
  const { furtherReportTables, reportTables } = await import('../report/report.ts');
  const further = furtherReportTables.filter((name) => existsSync(join(folder, `${name}.csv`)));
  const manifest = readManifest(folder);
  return {
    ...readResults(folder, [...reportTables, ...further]),
    origin: manifest && originOf(manifest),
  };
}

/** Renders the reports of a folder again from its tables, and enters them in its manifest. */
export async function rewriteReports(folder: string): Promise<void> {
  const reports = await renderReports(await readForReports(folder));
  const manifest = readManifest(folder);
  // In one go, so that a signal is heard before all files are replaced or after.
  await interruptible(
    () => {},
    async () => {
      for (const [name, text] of reports) replaceFile(join(folder, name), text);
      if (!manifest) return;
      const rewritten = new Map(reports.map(([name, text]) => [name, fingerprint(name, text)]));
      const others = manifest.outputs.filter(({ path }) => !rewritten.has(path));
      const outputs = [...others, ...rewritten.values()];
      replaceFile(join(folder, 'manifest.json'), json({ ...manifest, outputs }));
    },
  );
}

function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
