// What `observed.yaml` holds, key by key.

import * as z from 'zod';
import { modes } from '../model/network.ts';
import { kinds } from './kinds.ts';
import {
  identifier,
  provenanceFields,
  quantity,
  schemaVersion,
  section,
  text,
} from './schema-fields.ts';

const names = z.array(text).prefault([]);

/** `observed.yaml` */
export const observedSchema = section({
  schema_version: schemaVersion,
  observations: z
    .array(
      section({
        id: identifier.meta({
          description: 'Name of the observation in the report',
          example: 'hairatan-rail',
        }),
        title: text.meta({
          description: 'What was counted',
          example: 'Railway over the Friendship Bridge',
        }),
        tonnes: quantity(kinds.volume, { above: 0 }).meta({
          description:
            'What was counted in the year that the first year of the baseline stands for',
          example: '3.4 Mt/yr',
        }),
        error: quantity(kinds.share, { above: 0 })
          .prefault('5 %')
          .meta({ description: 'Standard error of the count' }),
        on: section({
          nodes: names.meta({ description: 'Routes through any of these nodes', example: ['HRT'] }),
          links: names.meta({ description: 'Routes over any of these links', example: ['L105'] }),
          corridors: names.meta({
            description: 'Routes of any of these corridors',
            example: ['middle-corridor'],
          }),
          transit: text.optional().meta({
            description: 'Only cargo that neither starts nor ends in this country',
            kind: 'country',
            example: 'IRN',
          }),
          modes: z
            .array(z.enum(modes))
            .prefault([])
            .meta({
              description: 'Only routes that move by one of these modes in that country',
              example: ['rail'],
            }),
        }).meta({ description: 'The routes whose tonnes are counted' }),
        fit: text.optional().meta({
          description: 'Corridor whose constant is fitted to it',
          kind: 'id',
          example: 'hairatan-gateway',
          otherwise: 'held back, to judge the model by',
        }),
        note: text.optional().meta({
          description: 'Why model and count may differ',
          example: 'transit alone is counted',
        }),
        ...provenanceFields,
      }),
    )
    .meta({ description: 'Observed totals' }),
});
