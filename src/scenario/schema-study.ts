// What the YAML files of a study hold, key by key.

import * as z from 'zod';
import { weekdays } from '../model/calendars.ts';
import { modes } from '../model/network.ts';
import { quantityMetadata } from './field-metadata.ts';
import { kinds } from './kinds.ts';
import { fault } from './quantity.ts';
import {
  distributedQuantity,
  distributionFields,
  identifier,
  plainNumber,
  provenanceFields,
  quantity,
  schemaMessage,
  schemaVersion,
  section,
  text,
  withoutUnit,
} from './schema-fields.ts';

const mode = z.enum(modes).meta({ description: 'What carries the cargo', example: 'rail' });
const positive = { above: 0 };
const notNegative = { atLeast: 0 };
const share = { atLeast: 0, atMost: 1 };
const hourRange = { atLeast: 0, atMost: 24 };

const rateFields = {
  mode,
  country: text.optional().meta({
    description: 'Country that the row holds for',
    kind: 'country',
    otherwise: 'all countries without a row of their own',
    example: 'KAZ',
  }),
};

const calendarSchema = section({
  id: identifier.meta({
    description: 'Name by which the column `calendar` and flows refer to it',
    example: 'daytime',
  }),
  hours: z
    .tuple([plainNumber(hourRange), plainNumber(hourRange)])
    .prefault([0, 24])
    .meta({
      description: 'First and last hour of the working day, local time',
      kind: '[hour, hour]',
      unit: 'h',
      range: '0 to 24',
      example: [8, 20],
    }),
  weekdays: z
    .array(z.enum(weekdays))
    .min(1)
    .prefault([...weekdays])
    .meta({
      description: 'Days of the week on which there is work',
      kind: 'list of weekdays',
      example: ['mon', 'tue', 'wed', 'thu', 'fri'],
    }),
  months: z
    .array(plainNumber(notNegative))
    .length(12, {
      error: schemaMessage(fault('wrong-value', 'expected twelve numbers, January first')),
    })
    .prefault(Array<number>(12).fill(1))
    .meta({
      description: 'How much there is of a day in each month, in proportion to the others',
      kind: 'list of twelve numbers',
      unit: '1',
      range: '>= 0',
      example: [0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5],
    }),
  ...provenanceFields,
});

/** `rates.yaml` */
export const ratesSchema = section({
  schema_version: schemaVersion,
  speeds: z
    .array(
      section({
        ...rateFields,
        speed: quantity(kinds.speed, positive).meta({
          description: 'Way made in a day under way, stops included',
          example: '15 km/h',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Speeds by mode; a row with the country wins over the row without' }),
  tariffs: z
    .array(
      section({
        ...rateFields,
        tariff: quantity(kinds.tariff, notNegative).meta({
          description: 'Price of a tonne-kilometre',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Tariffs by mode; a row with the country wins over the row without' }),
  transfers: z
    .array(
      section({
        between: z.tuple([text, text]).meta({
          description: 'Two carriers: modes, or `rail-1520` and the like for a gauge',
          kind: '[carrier, carrier]',
          example: ['rail-1520', 'rail-1435'],
        }),
        time: quantity(kinds.duration, notNegative).meta({
          description: 'Time that a transfer takes',
          example: '36 h',
        }),
        cost: quantity(kinds.cost, notNegative).meta({ description: 'Price of a transfer' }),
        ...provenanceFields,
      }),
    )
    .meta({
      description:
        'Transfers between modes or gauges; what is not listed is free and takes no time',
    }),
  calendars: z.array(calendarSchema).prefault([]).meta({
    description:
      'How the capacity of a post, or the volume of a flow, is spread over the year; the yearly total stays',
  }),
});

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
        constant: quantity(kinds.cost).prefault('0 USD/t').meta({
          description: 'Calibrated addition to the generalised cost of its routes',
          example: '-4 USD/t',
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
        value: quantity(kinds.cost, notNegative).meta({
          description: 'Value of the cargo',
          example: '4000 USD/t',
        }),
        value_of_time: quantity(kinds.valueOfTime, notNegative).meta({
          description: 'What a day under way or in a queue costs',
        }),
        route_scale: quantity(kinds.choiceScale, positive).meta({
          description: 'How sharply shippers choose the cheaper route of a corridor (logit scale)',
        }),
        corridor_scale: quantity(kinds.choiceScale, positive).meta({
          description:
            'How sharply they choose between corridors (logit scale); at most route_scale',
          example: '0.03 t/USD',
        }),
        tariff_factors: z
          .partialRecord(mode, plainNumber(notNegative), {
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
          .union([text, distributedQuantity(kinds.volume, notNegative)], {
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
          default: 'evenly',
          example: 'harvest',
        }),
        not_shipped: quantity(kinds.share, share).optional().meta({
          description:
            'Share that is not shipped at the free costs of the first day; 0 % = fixed demand',
          default: 'as `reservation_cost` says; one of the two is needed',
        }),
        reservation_cost: quantity(kinds.cost).optional().meta({
          description:
            'Generalised cost at which half of the flow would rather not be shipped, when there is one corridor',
          default: 'as `not_shipped` says',
          example: '260 USD/t',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'What is to be moved, from where to where' }),
});
