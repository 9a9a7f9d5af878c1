// Describes a results folder as a Data Package, so that other tools know its tables, columns, types and keys.

// Standard: https://datapackage.org/standard/data-package/ (version 2.0), with a custom property `unit`.

import type { StudySummary } from '../results/study-summary.ts';
import { isNumberColumn } from '../results/table-builder.ts';
import { describeField, describeTable } from './table-fields.ts';

/** A file of the folder, as written. */
export interface PackagedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table of the folder: the file and its columns in order. */
export interface PackagedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: PackagedFile;
}

const profiles = 'https://datapackage.org/profiles/2.0';

const mediaTypes: Readonly<Record<string, string>> = {
  geojson: 'application/geo+json',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
};

/** The content of `datapackage.json`. Other files of the folder are listed without a schema. */
export function dataPackage(
  { name, sources, scenarios, inputUnits }: PackageContext,
  tables: readonly PackagedTable[],
  others: readonly PackagedFile[],
): unknown {
  return {
    $schema: `${profiles}/datapackage.json`,
    name: slug(name),
    title: `Results of ${name}: ${scenarios.map((scenario) => scenario.name).join(', ')}`,
    ...(sources.length > 0 ? { sources: sources.map(sourceOf) } : {}),
    resources: [
      ...tables.map((table) => tableResource(table, inputUnits)),
      ...others.map(fileResource),
    ],
  };
}

/** What is said of the study, and the unit of each of its uncertain inputs. */
export interface PackageContext extends Pick<StudySummary, 'name' | 'sources' | 'scenarios'> {
  readonly inputUnits: ReadonlyMap<string, string>;
}

function tableResource(
  { name, columns, file }: PackagedTable,
  inputUnits: ReadonlyMap<string, string>,
) {
  return {
    $schema: `${profiles}/dataresource.json`,
    name,
    type: 'table',
    description: describeTable(name),
    path: file.path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fieldsMatch: 'exact',
      fields: columns.map((column) => describeField(column, inputUnits)),
      missingValues: [''],
      primaryKey: columns.filter(
        (column) => !isNumberColumn(column) && column !== 'unit' && column !== 'met',
      ),
    },
  };
}

function fileResource({ path, bytes, sha256 }: PackagedFile) {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return {
    $schema: `${profiles}/dataresource.json`,
    name: slug(path),
    path,
    format: ending,
    mediatype: mediaTypes[ending] ?? 'application/octet-stream',
    bytes,
    hash: `sha256:${sha256}`,
  };
}

function sourceOf({ title, address }: StudySummary['sources'][number]) {
  return { title, ...(/^https?:\/\//.test(address) ? { path: address } : {}) };
}

/** Lower case letters, digits, `.`, `_` and `-`, as the standard asks of names. */
function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
}
