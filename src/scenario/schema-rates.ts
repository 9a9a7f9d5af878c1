// What `rates.yaml` holds, key by key.

import * as z from 'zod';
import { weekdays } from '../model/calendars.ts';
import { modes } from '../model/network.ts';
import { kinds } from './kinds.ts';
import { fault } from './quantity.ts';
import {
  identifier,
  notNegative,
  plainNumber,
  positive,
  provenanceFields,
  schemaMessage,
  schemaVersion,
  section,
  text,
  uncertainQuantity,
} from './schema-fields.ts';

const mode = z.enum(modes).meta({ description: 'What carries the cargo', example: 'rail' });
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
        speed: uncertainQuantity(kinds.speed, positive).meta({
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
        tariff: uncertainQuantity(kinds.tariff, notNegative).meta({
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
        time: uncertainQuantity(kinds.duration, notNegative).meta({
          description: 'Time that a transfer takes',
          example: '36 h',
        }),
        cost: uncertainQuantity(kinds.cost, notNegative).meta({
          description: 'Price of a transfer',
        }),
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
