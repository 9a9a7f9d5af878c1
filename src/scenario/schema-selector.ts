// The selector of an event: names of parts of the network, joined by all, any and not.

import * as z from 'zod';
import { modes } from '../model/network.ts';
import { section, text } from './schema-fields.ts';

const names = z.array(text).optional().meta({ kind: 'list of ids' });

/** What a selector names, by the kind of name. */
const namedFields = {
  nodes: names.meta({ description: 'Nodes', example: ['CHA'] }),
  links: names.meta({ description: 'Links', example: ['L095'] }),
  corridors: names.meta({ description: 'All routes of a corridor', example: ['chabahar'] }),
  countries: names.meta({
    description: 'All nodes of a country, and all links with an end in it',
    kind: 'list of countries',
    example: ['IRN'],
  }),
  modes: z
    .array(z.enum(modes))
    .optional()
    .meta({ description: 'All links of a mode', example: ['sea'] }),
  crossings: names.meta({
    description: 'Borders, chokepoints, ports and limited links: where cargo can queue',
    example: ['TGH'],
  }),
  tags: names.meta({
    description: 'All nodes, links and corridors with a tag',
    kind: 'list of tags',
    example: ['mountain-pass'],
  }),
};

type NamedFields = z.output<z.ZodObject<typeof namedFields>>;

/** A selector as the schema gives it. */
export interface SelectorFields extends NamedFields {
  readonly all?: SelectorFields[] | undefined;
  readonly any?: SelectorFields[] | undefined;
  readonly not?: SelectorFields | undefined;
}

/** Keys that join selectors. */
export const combinators = ['all', 'any', 'not'] as const;

const inner: z.ZodType<SelectorFields> = z.lazy(() => selectorSchema);

/** What an event hits. */
export const selectorSchema: z.ZodType<SelectorFields> = section({
  ...namedFields,
  all: z
    .array(inner)
    .min(1)
    .optional()
    .meta({
      description: 'What every selector of the list names; stands alone',
      kind: 'list of selectors',
      example: [{ countries: ['IRN'] }, { modes: ['rail'] }],
    }),
  any: z
    .array(inner)
    .min(1)
    .optional()
    .meta({
      description: 'What at least one selector of the list names; stands alone',
      kind: 'list of selectors',
      example: [{ crossings: ['TGH'] }, { tags: ['mountain-pass'] }],
    }),
  not: inner.optional().meta({
    description: 'What the selector does not name, of the whole network; stands alone',
    kind: 'selector',
    example: { modes: ['sea'] },
  }),
}).meta({ id: 'selector' });
