// What `sources.yaml` holds, key by key.

import * as z from 'zod';
import { kinds } from './kinds.ts';
import { quantity, schemaVersion, section, text } from './schema-fields.ts';

/** `sources.yaml` */
export const sourcesSchema = section({
  schema_version: schemaVersion,
  sources: z
    .record(
      z.string(),
      section({
        title: text.meta({ description: 'Title', example: 'Rail statistics 2022' }),
        publisher: text
          .optional()
          .meta({ description: 'Who published it', example: 'A statistical office' }),
        date: text
          .optional()
          .meta({ description: 'When it was published, in quotes', example: '2023' }),
        address: text
          .optional()
          .meta({ description: 'Web address', example: 'https://example.org/statistics' }),
      }),
    )
    .meta({ description: 'Publications by key' }),
  ranges: z
    .record(
      z.string(),
      section({
        low: quantity(kinds.share).meta({
          description: 'How far the true value may lie below',
          example: '-30 %',
        }),
        high: quantity(kinds.share).meta({
          description: 'How far it may lie above',
          example: '50 %',
        }),
        assumption: text.meta({ description: 'Why', example: 'terrain and curves' }),
      }),
    )
    .prefault({})
    .meta({
      description:
        'How far assumed numbers may be off, by the key or column under which they stand',
    }),
});
