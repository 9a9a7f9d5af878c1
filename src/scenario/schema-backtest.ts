// What `backtest.yaml` holds, key by key.

import * as z from 'zod';
import {
  date,
  identifier,
  provenanceFields,
  schemaVersion,
  section,
  text,
} from './schema-fields.ts';

/** `backtest.yaml` */
export const backtestSchema = section({
  schema_version: schemaVersion,
  title: text.meta({ description: 'The episode', example: 'Suez Canal blocked, March 2021' }),
  scenario: text.meta({
    description: 'File of the scenario that happened',
    example: 'ever-given.yaml',
  }),
  observations: z
    .array(
      section({
        id: identifier.meta({ description: 'Name of the observation', example: 'cleared' }),
        title: text.meta({
          description: 'What was observed',
          example: 'Days until the ships that waited had passed',
        }),
        measure: section({
          kind: z.enum(['change', 'share', 'tonnes', 'clearing']).meta({
            description:
              'Change of the tonnes sent on a corridor; share of `against` in the baseline that gets through; Mt a year sent; days until `tonnes` have passed',
            example: 'change',
          }),
          corridor: text.meta({
            description: 'Corridor that is counted',
            kind: 'id',
            example: 'suez',
          }),
          post: text
            .optional()
            .meta({ description: 'Post where its cargo queues', kind: 'id', example: 'SUZ' }),
          against: text.optional().meta({
            description: 'Corridor of the baseline that a share is taken of',
            kind: 'id',
            example: 'suez',
          }),
          commodity: text
            .optional()
            .meta({ description: 'Only this commodity', kind: 'id', example: 'container' }),
          from: date.meta({ description: 'First day that is counted' }),
          until: date.meta({ description: 'Last day that is counted' }),
          tonnes: z.number().optional().meta({
            description: 'Tonnes that are waited for',
            unit: 't',
            range: 'any',
            example: 422,
          }),
        }).meta({ description: 'How the model is asked' }),
        observed: z.number().meta({
          description: 'What was observed; a share of 1 is 100 %',
          unit: '1',
          range: 'any',
          example: -0.3,
        }),
        target: z.tuple([z.number(), z.number()]).meta({
          description: 'Lowest and highest answer that is good enough',
          unit: '1',
          range: 'any',
          example: [-0.4, -0.2],
        }),
        proportional: z.number().meta({
          description: 'What a proportional redistribution of the lost cargo would have forecast',
          unit: '1',
          range: 'any',
          example: -0.3,
        }),
        fitted: z.boolean().prefault(false).meta({
          description: 'Used to set a number of the episode; not part of the score',
          example: true,
        }),
        note: text.optional().meta({
          description: 'Why model and world differ',
          example: 'ships that turned away are not counted',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Observed values' }),
});
