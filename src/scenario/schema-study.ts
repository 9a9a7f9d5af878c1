// What the YAML files of a study hold beside `rates.yaml`, key by key.

import * as z from 'zod';
import { modes } from '../model/network.ts';
import { distributionFields } from './distributions.ts';
import { quantityMetadata } from './field-metadata.ts';
import { kinds } from './kinds.ts';
import {
  drawnField,
  identifier,
  notNegative,
  positive,
  provenanceFields,
  quantity,
  schemaVersion,
  section,
  share,
  text,
  uncertainFactor,
  uncertainQuantity,
  withoutUnit,
  yearlyQuantity,
} from './schema-fields.ts';

const mode = z.enum(modes).meta({ description: 'What carries the cargo', example: 'rail' });
/** `corridors.yaml` */
export const corridorsSchema = section({
  schema_version: schemaVersion,
  corridors: z
    .array(
      section({
        id: identifier.meta({
          description: 'Name by which results and scenarios refer to it',
          example: 'kabul-corridor',
        }),
        name: text.meta({ description: 'As people call it', example: 'Kabul Corridor' }),
        via: z
          .array(z.array(text).min(1))
          .min(1)
          .meta({
            description:
              'What makes a route one of this corridor: alternatives, each a list of nodes and links in the order of travel, either way round',
            kind: 'list of lists of ids',
            example: [['HRT', 'L109', 'L110']],
          }),
        constant: uncertainQuantity(kinds.cost).prefault('0 USD/t').meta({
          description: 'Calibrated addition to the generalised cost of its routes',
          example: '-4 USD/t',
        }),
        tags: z
          .array(identifier)
          .optional()
          .meta({
            description: 'Words by which events select it',
            kind: 'list of tags',
            otherwise: 'none',
            example: ['landlocked'],
          }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Corridors in order of precedence' }),
});

/** `commodities.yaml` */
export const commoditiesSchema = section({
  schema_version: schemaVersion,
  commodities: z
    .array(
      section({
        id: identifier.meta({
          description: 'Name by which results and scenarios refer to it',
          example: 'container',
        }),
        name: text.meta({ description: 'As people call it', example: 'Containers' }),
        value: uncertainQuantity(kinds.cost, notNegative).meta({
          description: 'Value of the cargo',
          example: '4000 USD/t',
        }),
        value_of_time: uncertainQuantity(kinds.valueOfTime, notNegative).meta({
          description: 'What a day under way or in a queue costs',
        }),
        route_scale: uncertainQuantity(kinds.choiceScale, positive).meta({
          description: 'How sharply shippers choose the cheaper route of a corridor (logit scale)',
        }),
        corridor_scale: uncertainQuantity(kinds.choiceScale, positive).meta({
          description:
            'How sharply they choose between corridors (logit scale); at most route_scale',
          example: '0.03 t/USD',
        }),
        tariff_factors: z
          .partialRecord(mode, uncertainFactor(notNegative), {
            error: ({ code }) =>
              String(code) === 'unrecognized_keys' ? modes.join(' ') : undefined,
          })
          .prefault({})
          .meta({
            description: 'Multiplies the tariffs of a mode; 1 for modes that are not named',
            kind: 'map of mode to number',
            unit: '1',
            range: '>= 0',
            example: { rail: 1.6, sea: 2 },
          }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Classes of cargo' }),
});

/** `demand.yaml` */
export const demandSchema = section({
  schema_version: schemaVersion,
  inputs: z
    .array(
      section({
        id: identifier.meta({
          description: 'Name of the input in the formulas of this file',
          example: 'russia-south-asia',
        }),
        ...distributionFields(z.number()),
        unit: text.optional().meta({
          description: 'Unit of the numbers',
          otherwise: 'plain numbers',
          example: 'Mt/yr',
        }),
        drawn: drawnField,
        ...provenanceFields,
      }),
    )
    .optional()
    .meta({ description: 'Uncertain numbers that the volumes of several flows share' }),
  flows: z
    .array(
      section({
        id: identifier.meta({
          description: 'Name by which scenarios refer to it',
          example: 'russia-india-coal',
        }),
        origin: text.meta({
          description: 'Node where the cargo starts',
          kind: 'id',
          example: 'KEM',
        }),
        destination: text.meta({
          description: 'Node where it goes',
          kind: 'id',
          example: 'BOM',
        }),
        commodity: text.meta({ description: 'What it is', kind: 'id', example: 'bulk' }),
        volume: z
          .union([text, yearlyQuantity(kinds.volume, notNegative)], {
            error: (issue) => withoutUnit(issue.input, kinds.volume),
          })
          .meta({
            ...quantityMetadata(kinds.volume, notNegative),
            description: 'What would be shipped in a year at no cost too high',
            kind: 'quantity, formula or distribution',
            example: '0.4 Mt/yr * 1.03^(year - 2025)',
          }),
        calendar: text.optional().meta({
          description: 'Calendar of rates.yaml over which the volume of a year is spread',
          kind: 'id',
          otherwise: 'evenly',
          example: 'harvest',
        }),
        not_shipped: quantity(kinds.share, share).optional().meta({
          description:
            'Share that is not shipped at the free costs of the first day; 0 % = fixed demand',
          otherwise: 'as `reservation_cost` says; one of the two is needed',
        }),
        reservation_cost: quantity(kinds.cost).optional().meta({
          description:
            'Generalised cost at which half of the flow would rather not be shipped, when there is one corridor',
          otherwise: 'as `not_shipped` says',
          example: '260 USD/t',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'What is to be moved, from where to where' }),
});
