// What the YAML files of a study hold, key by key.

import * as z from 'zod';
import { modes } from '../model/network.ts';
import { kinds } from './kinds.ts';
import {
  distributedQuantity,
  distributionFields,
  identifier,
  inRange,
  provenanceFields,
  quantity,
  schemaVersion,
  section,
  text,
  withoutUnit,
} from './schema-fields.ts';

const mode = z.enum(modes);
const positive = { above: 0 };
const notNegative = { atLeast: 0 };
const share = { atLeast: 0, atMost: 1 };

const rateFields = {
  mode,
  country: text.optional().describe('Country that the row holds for; none = all without a row'),
};

/** `rates.yaml` */
export const ratesSchema = section({
  schema_version: schemaVersion,
  speeds: z.array(
    section({
      ...rateFields,
      speed: quantity(kinds.speed, positive).describe('Kilometres a day under way, stops included'),
      ...provenanceFields,
    }),
  ),
  tariffs: z.array(
    section({
      ...rateFields,
      tariff: quantity(kinds.tariff, notNegative).describe('Price of a tonne-kilometre'),
      ...provenanceFields,
    }),
  ),
  transfers: z.array(
    section({
      between: z
        .tuple([text, text])
        .describe('Two carriers: modes, or rail-1520 and the like for a gauge'),
      time: quantity(kinds.duration, notNegative).describe('Time that a transfer takes'),
      cost: quantity(kinds.cost, notNegative).describe('Price of a transfer'),
      ...provenanceFields,
    }),
  ),
});

/** `corridors.yaml` */
export const corridorsSchema = section({
  schema_version: schemaVersion,
  corridors: z.array(
    section({
      id: identifier,
      name: text,
      via: z
        .array(z.array(text).min(1))
        .min(1)
        .describe('Alternatives, each a list of nodes and links in the order of travel'),
      constant: quantity(kinds.cost)
        .optional()
        .describe('Calibrated addition to the generalised cost; none = 0 USD/t'),
      ...provenanceFields,
    }),
  ),
});

const tariffFactor = z
  .number()
  .transform((number, context) => inRange(number, notNegative, context));

/** `commodities.yaml` */
export const commoditiesSchema = section({
  schema_version: schemaVersion,
  commodities: z.array(
    section({
      id: identifier,
      name: text,
      value: quantity(kinds.cost, notNegative).describe('Value of the cargo'),
      value_of_time: quantity(kinds.valueOfTime, notNegative).describe(
        'What a day under way or in a queue costs',
      ),
      route_scale: quantity(kinds.choiceScale, positive).describe(
        'How sharply shippers choose the cheaper route of a corridor',
      ),
      corridor_scale: quantity(kinds.choiceScale, positive).describe(
        'How sharply they choose between corridors; at most route_scale',
      ),
      tariff_factors: z
        .partialRecord(mode, tariffFactor, {
          error: ({ code }) => (String(code) === 'unrecognized_keys' ? modes.join(' ') : undefined),
        })
        .optional()
        .describe('Multiplies the tariffs of a mode; 1 for modes that are not named'),
      ...provenanceFields,
    }),
  ),
});

/** `demand.yaml` */
export const demandSchema = section({
  schema_version: schemaVersion,
  inputs: z
    .array(
      section({
        id: identifier,
        ...distributionFields(z.number()),
        unit: text.optional().describe('Unit of the numbers; none = plain numbers'),
        ...provenanceFields,
      }),
    )
    .optional()
    .describe('Uncertain numbers that the volumes of several flows share'),
  flows: z.array(
    section({
      id: identifier,
      origin: text.describe('Node where the cargo starts'),
      destination: text.describe('Node where it goes'),
      commodity: text.describe('What it is'),
      volume: z
        .union([text, distributedQuantity(kinds.volume, notNegative)], {
          error: (issue) => withoutUnit(issue.input, kinds.volume),
        })
        .describe('What would be shipped in a year at no cost too high: quantity, formula, range'),
      not_shipped: quantity(kinds.share, share).describe(
        'Share that is not shipped at the free costs of the first day; 0 % = fixed demand',
      ),
      ...provenanceFields,
    }),
  ),
});

/** `sources.yaml` */
export const sourcesSchema = section({
  schema_version: schemaVersion,
  sources: z.record(
    z.string(),
    section({
      title: text,
      publisher: text.optional(),
      date: text.optional().describe('When it was published, in quotes'),
      address: text.optional().describe('Web address'),
    }),
  ),
});
