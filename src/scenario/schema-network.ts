// What the tables of a study hold, column by column; cells are texts, empty ones are missing.

import * as z from 'zod';
import { linkStatuses, modes, nodeKinds } from '../model/network.ts';
import { fault } from './quantity.ts';
import {
  identifier,
  inRange,
  type Range,
  refuse,
  schemaMessage,
  section,
  text,
} from './schema-fields.ts';

/** Track gauges, mm. */
export const gauges = ['1520', '1435', '1676'] as const;

const decimal = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

/** A number in a cell. */
function cell(range: Range = {}) {
  return z.string().transform((written, context) => {
    if (decimal.test(written)) return inRange(Number(written), range, context);
    const hint = 'digits and a point only; the unit is in the name of the column';
    return refuse(context, fault('not-a-number', `"${written}" is not a number`, hint));
  });
}

const positive = { above: 0 };
const notNegative = { atLeast: 0 };

const country = z.string().regex(/^[A-Z]{3}$/, {
  error: schemaMessage(
    fault('wrong-country', 'a country is written as its three capital letters', 'such as `KAZ`'),
  ),
});

const sourceCell = text
  .optional()
  .describe('Key of a source in sources.yaml, or `assumption:` and the reason');

/** A row of `node.csv`. */
export const nodeSchema = section({
  node_id: identifier,
  name: text,
  x_coord: cell({ atLeast: -180, atMost: 180 }).describe('Longitude, degrees'),
  y_coord: cell({ atLeast: -90, atMost: 90 }).describe('Latitude, degrees'),
  node_type: z.enum(nodeKinds),
  country: country.describe('ISO 3166-1 alpha-3'),
  capacity_mt_per_year: cell(positive)
    .optional()
    .describe('What the post passes, both directions together; empty = no limit'),
  passage_hours: cell(notNegative).optional().describe('Time of a passage when nobody queues'),
  passage_cost_usd_per_t: cell(notNegative).optional().describe('Price of a passage'),
  source: sourceCell,
  note: text.optional(),
});

/** A row of `link.csv`. */
export const linkSchema = section({
  link_id: identifier,
  name: text.optional().describe('Empty = the names of its ends'),
  from_node_id: text,
  to_node_id: text,
  directed: z.enum(['0', '1']).describe('0 = both ways, 1 = only from from_node_id to to_node_id'),
  length: cell(positive).describe('Kilometres'),
  capacity: z
    .undefined({
      error: schemaMessage(
        fault(
          'unused-column',
          'capacity counts cars per hour here and must be empty',
          'write capacity_mt_per_year',
        ),
      ),
    })
    .optional(),
  mode: z.enum(modes),
  gauge_mm: z.enum(gauges).optional().describe('Of rail links, else empty'),
  capacity_mt_per_year: cell(positive)
    .optional()
    .describe('Both directions together; empty = no limit'),
  limited: z
    .enum(['0', '1'])
    .optional()
    .describe('1 = cargo queues for the capacity, 0 or empty = only reported when exceeded'),
  status: z.enum(linkStatuses).describe('Only existing links are open on the first day'),
  opening_year: cell().optional().describe('As published, for information'),
  travel_hours: cell(notNegative)
    .optional()
    .describe('Of the whole link; empty = length and speed'),
  cost_usd_per_t: cell(notNegative)
    .optional()
    .describe('Of the whole link; empty = length and tariff'),
  source: sourceCell,
  note: text.optional(),
});
