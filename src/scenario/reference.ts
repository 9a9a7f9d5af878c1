// Writes the reference of every key and column from the schema.

import { type DescribedSchema, describedSchema, type FileKind, fileSchema } from './json-schema.ts';
import { rules } from './problem-codes.ts';
import { linkSchema, nodeSchema } from './schema-network.ts';

/** A group of keys that stand together in a file. */
interface Section {
  /** Empty for the top of the file, else such as `events[].effect`. */
  readonly path: string;
  readonly schema: DescribedSchema;
}

type Definitions = NonNullable<DescribedSchema['definitions']>;

/** Replaces each line `<!-- keys: demand -->` of a template by the tables of that file. */
export function fillReference(template: string): string {
  return template.replace(/^<!-- keys: ([a-z.]+) -->$/gm, (_, file: string) => tablesOf(file));
}

/** Replaces the line `<!-- codes -->` of a template by the table of all problem codes. */
export function fillCodes(template: string): string {
  const rows = Object.entries(rules).map(([code, rule]) => `| \`${code}\` | ${cell(rule)} |`);
  const lines = ['| code | rule |', '| --- | --- |', ...rows];
  return template.replace('<!-- codes -->', () => lines.join('\n'));
}

function tablesOf(file: string): string {
  if (file === 'node.csv') return table(describedSchema(nodeSchema), 'column');
  if (file === 'link.csv') return table(describedSchema(linkSchema), 'column');
  const schema = fileSchema(file as FileKind);
  return sectionsOf({ path: '', schema }, schema.definitions ?? {})
    .map(
      ({ path, schema }) => (path === '' ? '' : `Keys of \`${path}\`:\n\n`) + table(schema, 'key'),
    )
    .join('\n\n');
}

/** A section and, after it, those inside it. What refers to itself is shown once. */
function sectionsOf(section: Section, definitions: Definitions): Section[] {
  const inner = Object.entries(section.schema.properties ?? {}).flatMap(([key, schema]) => {
    const path = section.path === '' ? key : `${section.path}.${key}`;
    const name = schema.allOf?.[0]?.$ref?.split('/').at(-1);
    const { [name ?? '']: definition, ...others } = definitions;
    const found = sectionUnder(path, definition ?? schema);
    return found ? sectionsOf(found, others) : [];
  });
  return [section, ...inner];
}

/** The section that a key, the items of its list or the entries of its map hold; undefined for values. */
function sectionUnder(path: string, schema: DescribedSchema): Section | undefined {
  const { kind, properties, items, additionalProperties: entries } = schema;
  // What stands there is said in words.
  if (kind !== undefined) return undefined;
  if (properties) return { path, schema };
  if (items?.properties) return { path: `${path}[]`, schema: items };
  if (typeof entries === 'object' && entries.properties) {
    return { path: `${path}.<key>`, schema: entries };
  }
  return undefined;
}

function table({ properties = {}, required = [] }: DescribedSchema, what: string): string {
  const header = [what, 'type', 'unit', 'default', 'meaning', 'range', 'example'];
  const rows = Object.entries(properties).map(([key, schema]) =>
    [
      `\`${key}\``,
      typeOf(schema),
      schema.unit === '1' ? '' : (schema.unit ?? ''),
      required.includes(key) ? 'required' : defaultOf(schema),
      schema.description ?? '',
      schema.range ?? '',
      code(schema.example),
    ].map(cell),
  );
  return [header, header.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function typeOf(schema: DescribedSchema): string {
  if (schema.kind !== undefined) return schema.kind;
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.properties || schema.allOf) return 'keys';
  if (schema.type === 'array') return listType(schema.items);
  if (schema.type === 'object') return 'keys by name';
  return schema.type === 'string' ? 'text' : (schema.type ?? '');
}

function listType(items: DescribedSchema | undefined): string {
  if (!items) return 'list';
  return items.properties ? 'list of keys' : `list of ${typeOf(items)}`;
}

function defaultOf(schema: DescribedSchema): string {
  return schema.otherwise ?? code(schema.default);
}

/** As it may be written in a file. */
function code(value: unknown): string {
  if (value === undefined || value === '') return '';
  return `\`${typeof value === 'string' ? value : flow(value)}\``;
}

/** A value in YAML's flow style. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${flow(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
