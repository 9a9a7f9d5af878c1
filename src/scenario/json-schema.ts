// Describes the YAML files of a study as JSON Schema, by which editors complete and check them.

import * as z from 'zod';
import { backtestSchema } from './schema-backtest.ts';
import { observedSchema } from './schema-observed.ts';
import { publishedSchema } from './schema-published.ts';
import { ratesSchema } from './schema-rates.ts';
import { scenarioSchema } from './schema-scenario.ts';
import { sourcesSchema } from './schema-sources.ts';
import { commoditiesSchema, corridorsSchema, demandSchema } from './schema-study.ts';

/** The kinds of YAML file, each with a schema of its own. */
const fileSchemas = {
  scenario: { schema: scenarioSchema, title: 'Baseline or scenario of a freight-corridor study' },
  rates: { schema: ratesSchema, title: 'Speeds, tariffs and transfers of a study' },
  corridors: { schema: corridorsSchema, title: 'Corridors of a study' },
  commodities: { schema: commoditiesSchema, title: 'Classes of cargo of a study' },
  demand: { schema: demandSchema, title: 'Flows of cargo of a study' },
  sources: { schema: sourcesSchema, title: 'Publications that a study draws on' },
  published: {
    schema: publishedSchema,
    title: 'What is published of journeys, to set beside a study',
  },
  backtest: { schema: backtestSchema, title: 'An episode whose outcome is known' },
  observed: { schema: observedSchema, title: 'What was counted, to set beside a study' },
};

export type FileKind = keyof typeof fileSchemas;

export const fileKinds = Object.keys(fileSchemas) as readonly FileKind[];

/** What a key may hold, in JSON Schema (draft 7), with our own words on unit, range and kind of value. */
export interface DescribedSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
  readonly required?: readonly string[];
  readonly items?: DescribedSchema;
  readonly anyOf?: readonly DescribedSchema[];
  readonly allOf?: readonly DescribedSchema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, DescribedSchema>>;
  readonly additionalProperties?: DescribedSchema | boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly kind?: string;
  readonly unit?: string;
  readonly range?: string;
  readonly otherwise?: string;
  readonly example?: unknown;
}

/** The schema with our own words still in it. */
export function describedSchema(schema: z.ZodType): DescribedSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as DescribedSchema;
}

/** JSON Schema of a kind of file, with a line end. */
export function jsonSchemaText(kind: FileKind): string {
  const { schema, title } = fileSchemas[kind];
  const { $schema, ...described } = describedSchema(schema) as { $schema?: string };
  return `${JSON.stringify(editorSchema({ $schema, title, ...described }), null, 2)}\n`;
}

/** The schema of a kind of file, with our own words. */
export function fileSchema(kind: FileKind): DescribedSchema {
  return describedSchema(fileSchemas[kind].schema);
}

/** Moves our own words into the descriptions, which editors show. */
function editorSchema(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(editorSchema);
  if (typeof part !== 'object' || part === null) return part;
  const { kind, unit, range, otherwise, example, ...standard } = part as DescribedSchema;
  const entries = Object.entries(standard).map(([key, value]) => [
    key,
    key === 'properties' ? propertiesForEditor(value as Properties) : valueForEditor(key, value),
  ]);
  const description = fullDescription(part as DescribedSchema);
  return {
    ...Object.fromEntries(entries),
    ...(description !== '' && { description }),
    ...(example !== undefined && { examples: [example] }),
  };
}

type Properties = Readonly<Record<string, DescribedSchema>>;

/** Keys of files may be called as our words are: they are no words then. */
function propertiesForEditor(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, editorSchema(value)]),
  );
}

/** A default is a value, not a schema. */
function valueForEditor(key: string, value: unknown): unknown {
  return key === 'default' ? value : editorSchema(value);
}

function fullDescription(schema: DescribedSchema): string {
  const { description, unit = '1', range = '', otherwise, default: preset } = schema;
  if (description === undefined) return '';
  const facts = [`${description}.`];
  if (unit !== '1') facts.push(`Measured in ${unit}.`);
  if (range !== '') facts.push(`Range: ${range}.`);
  if (preset !== undefined) facts.push(`Default: ${JSON.stringify(preset)}.`);
  if (otherwise !== undefined) facts.push(`Default: ${otherwise}.`);
  return facts.join(' ');
}
