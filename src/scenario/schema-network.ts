// What the tables of a study hold, column by column; cells are texts, empty ones are missing.

import * as z from 'zod';
import { linkStatuses, modes, nodeKinds } from '../model/network.ts';
import { type Range, rangeText } from './field-metadata.ts';
import { fault } from './quantity.ts';
import {
  distributedNumber,
  identifier,
  inRange,
  notNegative,
  plainNumber,
  positive,
  refuse,
  schemaMessage,
  section,
  text,
} from './schema-fields.ts';

/** Track gauges, mm. */
export const gauges = ['1520', '1435', '1676'] as const;

const decimal = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

/** A number in a cell. */
function cell(unit: string, range: Range = {}) {
  return z
    .string()
    .meta({ kind: 'number', unit, range: rangeText(range) })
    .transform((written, context) => {
      if (decimal.test(written)) return inRange(Number(written), range, context);
      const hint = 'digits and a point only; the unit is in the name of the column';
      return refuse(context, fault('not-a-number', `"${written}" is not a number`, hint));
    });
}

/** A number in a cell, for which `set` can put another number or a distribution, in the unit of the column. */
function settableCell(unit: string, range: Range) {
  return z
    .union([cell(unit, range), plainNumber(range), distributedNumber(range)])
    .meta({ kind: 'number', unit, range: rangeText(range) });
}

const country = z.string().regex(/^[A-Z]{3}$/, {
  error: schemaMessage(
    fault('wrong-country', 'a country is written as its three capital letters', 'such as `KAZ`'),
  ),
});

const emptyCapacity = z.undefined({
  error: schemaMessage(
    fault(
      'unused-column',
      'capacity counts cars per hour here and must be empty',
      'write capacity_mt_per_year',
    ),
  ),
});

const tags = z
  .string()
  .transform((written, context) => {
    const words = written.split(' ');
    const wrong = words.find((word) => !identifier.safeParse(word).success);
    if (wrong === undefined) return words;
    const message = wrong === '' ? 'two spaces between tags' : `"${wrong}" is not a tag`;
    const hint = 'tags have only letters, digits, - and _ in them, and one space between them';
    return refuse(context, fault('wrong-id', message, hint));
  })
  .optional()
  .meta({
    description: 'Words by which events select it, with a space between them',
    kind: 'tags',
    otherwise: 'none',
    example: 'mountain-pass winter-road',
  });

const finalFields = {
  tags,
  calendar: text.optional().meta({
    description: 'Calendar of rates.yaml over which the capacity is spread; the yearly total stays',
    kind: 'id',
    otherwise: 'evenly',
    example: 'daytime',
  }),
  source: text.optional().meta({
    description: 'A key of sources.yaml, or `assumption:` and the reason',
    example: 'assumption: double track',
  }),
  note: text.optional().meta({ description: 'Anything worth knowing', example: 'opened in 2023' }),
};

/** A row of `node.csv`. */
export const nodeSchema = section({
  node_id: identifier.meta({
    description: 'Name by which other files refer to it',
    example: 'HER',
  }),
  name: text.meta({ description: 'As people call it', example: 'Herat' }),
  x_coord: cell('degrees', { atLeast: -180, atMost: 180 }).meta({
    description: 'Longitude',
    example: '62.20',
  }),
  y_coord: cell('degrees', { atLeast: -90, atMost: 90 }).meta({
    description: 'Latitude',
    example: '34.35',
  }),
  node_type: z.enum(nodeKinds).meta({
    description: 'What it is; cargo can queue at a border, chokepoint or port',
    example: 'border',
  }),
  country: country.meta({
    description: 'Country that it lies in, ISO 3166-1 alpha-3',
    kind: 'country',
    example: 'AFG',
  }),
  capacity_mt_per_year: settableCell('Mt/yr', positive).optional().meta({
    description:
      'What the post passes, both directions together. Cargo queues for it when it passes through a border or chokepoint, and where a port loads it to or from a ship',
    otherwise: 'no limit',
    example: '4.5',
  }),
  passage_hours: settableCell('h', notNegative).optional().meta({
    description: 'Time of one passage when nobody queues',
    otherwise: '0',
    example: '24',
  }),
  passage_cost_usd_per_t: settableCell('USD/t', notNegative)
    .optional()
    .meta({ description: 'Price of one passage', otherwise: '0', example: '6' }),
  ...finalFields,
});

/** A row of `link.csv`. */
export const linkSchema = section({
  link_id: identifier.meta({
    description: 'Name by which other files refer to it',
    example: 'L095',
  }),
  name: text.optional().meta({
    description: 'As people call it',
    otherwise: 'the ids of its ends',
    example: 'Torghundi - Herat',
  }),
  from_node_id: text.meta({ description: 'Node at one end', kind: 'id', example: 'TGH' }),
  to_node_id: text.meta({ description: 'Node at the other end', kind: 'id', example: 'HER' }),
  directed: z.enum(['0', '1']).meta({
    description: '0 = both ways, 1 = only from from_node_id to to_node_id',
    example: '0',
  }),
  length: cell('km', positive).meta({ description: 'Length', example: '145' }),
  capacity: emptyCapacity.optional().meta({
    description: "GMNS's capacity in cars per hour and lane; stays empty",
    kind: 'empty',
    example: '',
  }),
  mode: z.enum(modes).meta({ description: 'What carries the cargo', example: 'rail' }),
  gauge_mm: z.enum(gauges).optional().meta({
    description: 'Track gauge: of rail links, else empty',
    unit: 'mm',
    example: '1520',
  }),
  capacity_mt_per_year: settableCell('Mt/yr', positive).optional().meta({
    description: 'What the link carries, both directions together',
    otherwise: 'no limit',
    example: '10',
  }),
  limited: z.enum(['0', '1']).optional().meta({
    description: '1 = cargo queues for the capacity, 0 = it is only reported when exceeded',
    otherwise: '0',
    example: '1',
  }),
  status: z.enum(linkStatuses).meta({
    description:
      'Only existing links are open on the first day; an event with `effect: { open: true }` opens the others',
    example: 'planned',
  }),
  opening_year: cell('year').optional().meta({
    description: 'As published, for information',
    example: '2027',
  }),
  travel_hours: settableCell('h', notNegative).optional().meta({
    description: 'Time along the whole link',
    otherwise: 'length at the speed of rates.yaml',
    example: '12',
  }),
  cost_usd_per_t: settableCell('USD/t', notNegative).optional().meta({
    description: 'Price of the whole link',
    otherwise: 'length at the tariff of rates.yaml',
    example: '8.5',
  }),
  ...finalFields,
});
