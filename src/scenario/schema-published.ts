// What `published.yaml` holds, key by key.

import * as z from 'zod';
import { type Kind, kinds } from './kinds.ts';
import {
  identifier,
  provenanceFields,
  quantity,
  schemaVersion,
  section,
  text,
} from './schema-fields.ts';

/** One published value, or the lowest and the highest. */
function range(kind: Kind) {
  const value = quantity(kind, { above: 0 });
  return z
    .union([value.transform((one) => [one, one] as const), z.tuple([value, value])])
    .optional();
}

/** `published.yaml` */
export const publishedSchema = section({
  schema_version: schemaVersion,
  journeys: z
    .array(
      section({
        id: identifier.meta({ description: 'Name of the journey in the table' }),
        title: text.meta({ description: 'What was published' }),
        origin: text.meta({ description: 'Node where it starts', kind: 'id' }),
        destination: text.meta({ description: 'Node where it ends', kind: 'id' }),
        commodity: text.meta({ description: 'What is carried', kind: 'id' }),
        via: z.array(text).prefault([]).meta({
          description: 'Nodes and links that the way passes; the cheapest such way is meant',
        }),
        length: range(kinds.length).meta({
          description: 'Published length, or lowest and highest',
          examples: ['647 km'],
        }),
        time: range(kinds.duration).meta({
          description: 'Published time of the journey, or lowest and highest',
          examples: [['62 h', '120 h']],
        }),
        cost: range(kinds.cost).meta({
          description: 'Published price, or lowest and highest; containers by formula',
          examples: ['3289 USD / 22 t'],
        }),
        than: text.optional().meta({
          description: 'Journey of this file that it is measured against',
          kind: 'id',
          default: 'none',
        }),
        time_ratio: range(kinds.share).meta({
          description: 'Published time as a share of the other journey',
          examples: ['67 %'],
        }),
        cost_ratio: range(kinds.share).meta({
          description: 'Published price as a share of the other journey',
          examples: ['67 %'],
        }),
        exception: text.optional().meta({
          description: 'Why the model is more than a quarter off',
          default: 'it may not be',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Journeys of which a length, time or price is published' }),
});
