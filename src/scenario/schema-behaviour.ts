// What a baseline says of the simulated time and of how shippers behave, key by key.

import * as z from 'zod';
import { kinds } from './kinds.ts';
import {
  date,
  notNegative,
  plainNumber,
  positive,
  provenanceFields,
  quantity,
  section,
  share,
  uncertainQuantity,
  wholeNumber,
} from './schema-fields.ts';

/** `horizon` of a baseline. */
export const horizonSchema = section({
  start: date.meta({ description: 'First day', example: '2025-01-01' }),
  end: date.meta({ description: 'Last day', example: '2034-12-31' }),
  step: quantity(kinds.duration, positive).meta({
    description: 'Length of a step of the simulation; the horizon is a whole number of them',
    example: '1 day',
  }),
});

/** `behaviour` of a baseline. */
export const behaviourSchema = section({
  inertia: uncertainQuantity(kinds.duration, notNegative).meta({
    description: 'Mean length of contracts: how slowly shippers follow costs',
    example: '60 days',
  }),
  cost_smoothing: uncertainQuantity(kinds.duration, notNegative).prefault('0 days').meta({
    description: 'Time over which shippers average costs before they choose',
  }),
  overlap_correction: z.enum(['path-size', 'commonality']).prefault('path-size').meta({
    description: 'How routes that overlap are corrected: path-size logit, or C-logit',
    example: 'commonality',
  }),
  choice_sets: z.enum(['k-shortest', 'via-node']).prefault('k-shortest').meta({
    description:
      'Where routes come from: loopless paths by cost, or, for networks of thousands of links, paths through one via-node each',
    example: 'via-node',
  }),
  turn_back: section({
    patience: quantity(kinds.duration, notNegative).meta({
      description: 'How long cargo waits at a closed post before it turns back',
      example: '14 days',
    }),
    cost: quantity(kinds.cost, notNegative).meta({
      description: 'What turning back costs, handling above all',
      example: '12 USD/t',
    }),
  })
    .optional()
    .meta({
      description:
        'Lets cargo that waits at a closed post take another route from where it stands, once',
      otherwise: 'cargo waits until the post opens',
    }),
  maximum_routes: wholeNumber({ atLeast: 1 }).meta({
    description: 'Most routes beside those that make the corridors',
    example: 4,
  }),
  detour_limit: plainNumber({ atLeast: 1 }).meta({
    description: 'Most that a route may cost, as a multiple of the cheapest',
    example: 1.5,
  }),
  overlap_limit: quantity(kinds.share, share).meta({
    description: 'Most that two routes may have in common',
    example: '80 %',
  }),
  ...provenanceFields,
});
