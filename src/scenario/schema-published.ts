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
        id: identifier.meta({
          description: 'Name of the journey in the table',
          example: 'five-nations',
        }),
        title: text.meta({
          description: 'What was published',
          example: 'Five Nations Railway, Kashgar-Khaf',
        }),
        origin: text.meta({ description: 'Node where it starts', kind: 'id', example: 'KHG' }),
        destination: text.meta({ description: 'Node where it ends', kind: 'id', example: 'KAF' }),
        commodity: text.meta({ description: 'What is carried', kind: 'id', example: 'general' }),
        via: z
          .array(text)
          .prefault([])
          .meta({
            description: 'Nodes and links that the way passes; the cheapest such way is meant',
            example: ['L109', 'L110'],
          }),
        length: range(kinds.length).meta({
          description: 'Published length, or lowest and highest',
          example: '647 km',
        }),
        time: range(kinds.duration).meta({
          description: 'Published time of the journey, or lowest and highest',
          example: ['62 h', '120 h'],
        }),
        cost: range(kinds.cost).meta({
          description: 'Published price, or lowest and highest; containers by formula',
          example: '3289 USD / 22 t',
        }),
        than: text.optional().meta({
          description: 'Journey of this file that it is measured against',
          kind: 'id',
          example: 'india-central-asia-by-sea',
          otherwise: 'none',
        }),
        time_ratio: range(kinds.share).meta({
          description: 'Published time as a share of the other journey',
          example: '67 %',
        }),
        cost_ratio: range(kinds.share).meta({
          description: 'Published price as a share of the other journey',
          example: '67 %',
        }),
        exception: text.optional().meta({
          description: 'Why the model is more than a quarter off',
          example: 'the published price holds a subsidy',
          otherwise: 'it may not be',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Journeys of which a length, time or price is published' }),
});
