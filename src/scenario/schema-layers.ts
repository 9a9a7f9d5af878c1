// What a file holds that gives several scenarios: named overrides, their combinations, and a grid of them.

import * as z from 'zod';
import { identifier, section, text } from './schema-fields.ts';

/** Scenarios that one file may give. */
export const mostScenarios = 200;

/** Stands in the matrix for no override. */
export const noOverride = 'none';

/** Schemas of what stands in an override or a scenario as it stands in a file. */
interface Contents {
  readonly set: z.ZodType;
  readonly events: z.ZodType;
  readonly expect: z.ZodType;
}

/** The keys by which layers are named, combined, and told to replace what lower ones set. */
export function layerKeys({ set, events, expect }: Contents) {
  const replaces = z
    .array(text)
    .min(1)
    .optional()
    .meta({
      description:
        'Paths that a lower layer sets too, and that are to be as they are here; a path covers all below it',
      kind: 'list of paths',
      otherwise: 'a path that two layers set is an error',
      example: ['demand.russia-india-coal.volume', 'events.shut'],
    });
  const override = section({
    id: identifier.meta({ description: 'Name of the override', example: 'long-closure' }),
    title: text.meta({
      description: 'What it assumes, in a line; the cells of the matrix are called by it',
      example: 'Torkham shut for half a year',
    }),
    set: set.optional().meta({
      description: 'New values by path, as in a file',
      kind: 'map of path to value',
      example: { 'demand.russia-india-coal.volume': '10 Mt/yr' },
    }),
    events: events.optional().meta({
      description: 'What happens, as under `events`',
      kind: 'list as under `events`',
    }),
    replaces,
  });
  const combination = section({
    name: identifier.meta({ description: 'Short name, used in results', example: 'both-shut' }),
    title: text.meta({ description: 'What is assumed, in a line', example: 'Both ways shut' }),
    description: text.optional().meta({
      description: 'More about it',
      otherwise: 'that of the file',
      example: 'At the same time, for as long.',
    }),
    overrides: z
      .array(text)
      .min(1)
      .meta({
        description: 'What is laid over the file, from the lowest to the uppermost',
        kind: 'list of overrides',
        example: ['long-closure', 'much-cargo'],
      }),
    expect: expect.optional().meta({
      description: 'What must come out of it, besides what the file expects',
      kind: 'list as under `expect`',
    }),
  });
  return {
    replaces,
    overrides: z.array(override).min(1).optional().meta({
      description: 'Named changes, to be combined by `scenarios` and `matrix`; each must be used',
    }),
    scenarios: z.array(combination).min(1).optional().meta({
      description:
        'Scenarios that this file gives in place of itself: each a combination of overrides',
    }),
    matrix: z
      .array(z.array(text).min(1))
      .min(1)
      .optional()
      .meta({
        description: `Axes of a grid, each a list of overrides or \`${noOverride}\`; each cell is a scenario called \`<name of the file>_<override>_<override>\``,
        kind: 'list of lists of overrides',
        range: `at most ${mostScenarios} scenarios a file`,
        example: [
          [noOverride, 'short-closure', 'long-closure'],
          ['little-cargo', 'much-cargo'],
        ],
      }),
  };
}

/** The same keys, the contents left to be checked where they are laid over the file. */
export const skeletonSchema = section(
  layerKeys({
    set: z.record(z.string(), z.unknown()),
    events: z.array(z.unknown()),
    expect: z.array(z.unknown()),
  }),
);
export type Skeleton = z.output<typeof skeletonSchema>;
