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
  title: text.meta({ description: 'The episode' }),
  scenario: text.meta({ description: 'File of the scenario that happened' }),
  observations: z
    .array(
      section({
        id: identifier.meta({ description: 'Name of the observation' }),
        title: text.meta({ description: 'What was observed' }),
        measure: section({
          kind: z.enum(['change', 'share', 'tonnes', 'clearing']).meta({
            description:
              'Change of the tonnes sent on a corridor; share of `against` in the baseline that gets through; Mt a year sent; days until `tonnes` have passed',
          }),
          corridor: text.meta({ description: 'Corridor that is counted', kind: 'id' }),
          post: text.optional().meta({ description: 'Post where its cargo queues', kind: 'id' }),
          against: text
            .optional()
            .meta({ description: 'Corridor of the baseline that a share is taken of', kind: 'id' }),
          commodity: text.optional().meta({ description: 'Only this commodity', kind: 'id' }),
          from: date.meta({ description: 'First day that is counted' }),
          until: date.meta({ description: 'Last day that is counted' }),
          tonnes: z.number().optional().meta({ description: 'Tonnes that are waited for' }),
        }).meta({ description: 'How the model is asked' }),
        observed: z.number().meta({ description: 'What was observed; a share of 1 is 100 %' }),
        target: z
          .tuple([z.number(), z.number()])
          .meta({ description: 'Lowest and highest answer that is good enough' }),
        proportional: z.number().meta({
          description: 'What a proportional redistribution of the lost cargo would have forecast',
        }),
        fitted: z
          .boolean()
          .prefault(false)
          .meta({ description: 'Used to set a number of the episode; not part of the score' }),
        note: text.optional().meta({ description: 'Why model and world differ' }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Observed values' }),
});
