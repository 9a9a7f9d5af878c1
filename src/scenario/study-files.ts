// Reads the files of a study into trees.

import { type Column, parseCsv } from './csv-tree.ts';
import { type ReadText, readSource } from './input-file.ts';
import type { Problem } from './problem.ts';
import { linkSchema, nodeSchema } from './schema-network.ts';
import type { Tree } from './tree.ts';
import { parseYaml } from './yaml-tree.ts';

/** Names of the files that belong to a study and are no scenarios. */
export const studyFileNames: readonly string[] = [
  'node.csv',
  'link.csv',
  'rates.yaml',
  'corridors.yaml',
  'commodities.yaml',
  'demand.yaml',
  'sources.yaml',
  'backtest.yaml',
  'observed.yaml',
  'published.yaml',
];

/** The files that every study has; undefined = could not be read. */
export interface Study {
  readonly nodes: Tree | undefined;
  readonly links: Tree | undefined;
  readonly rates: Tree | undefined;
  readonly corridors: Tree | undefined;
  readonly commodities: Tree | undefined;
  readonly demand: Tree | undefined;
  readonly sources: Tree | undefined;
}

/** Reads the study in the folder of its baseline. */
export function readStudy(baselineFile: string, readText: ReadText, problems: Problem[]): Study {
  const missing = 'there is no such file; a study needs it';
  const read = (name: string) =>
    readSource(besideFile(baselineFile, name), readText, problems, { missing });
  const yaml = (name: string) => {
    const source = read(name);
    return source && parseYaml(source, problems);
  };
  const table = (name: string, schema: TableSchema) => {
    const source = read(name);
    return source && parseCsv(source, columnsOf(schema), problems);
  };
  return {
    nodes: table('node.csv', nodeSchema),
    links: table('link.csv', linkSchema),
    rates: yaml('rates.yaml'),
    corridors: yaml('corridors.yaml'),
    commodities: yaml('commodities.yaml'),
    demand: yaml('demand.yaml'),
    sources: yaml('sources.yaml'),
  };
}

/** Path of a file whose name is relative to the folder of another, without `.` and `..` where they can be resolved. */
export function besideFile(file: string, name: string): string {
  if (name.startsWith('/')) return name;
  const parts: string[] = file.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    const parent = parts.at(-1);
    if (part === '..' && parent && parent !== '..' && parent !== '.') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

type TableSchema = typeof nodeSchema | typeof linkSchema;

function columnsOf(schema: TableSchema): Column[] {
  return Object.entries(schema.shape).map(([name, cell]) => ({
    name,
    required: !cell.safeParse(undefined).success,
  }));
}
