// What `sources.yaml` holds, key by key.

import * as z from 'zod';
import { kinds } from './kinds.ts';
import { quantity, schemaVersion, section, text } from './schema-fields.ts';

/** Keys and columns under which numbers stand, with a range each where they are assumed. */
const numberKeys = [
  ...['length', 'capacity_mt_per_year', 'travel_hours', 'cost_usd_per_t'],
  ...[
    'passage_hours',
    'passage_cost_usd_per_t',
    'speed',
    'tariff',
    'time',
    'cost',
    'hours',
    'months',
  ],
  ...['value', 'value_of_time', 'route_scale', 'corridor_scale', 'tariff_factors', 'constant'],
  ...['volume', 'not_shipped', 'reservation_cost', 'rank'],
  ...['from', 'until', 'for', 'ramp', 'recovery', 'announced', 'probability', 'share'],
  ...['mean_time_between', 'duration', 'multiply_capacity', 'multiply_demand'],
  ...['add_cost', 'add_time', 'add_risk', 'patience', 'inertia', 'cost_smoothing'],
  ...['maximum_routes', 'detour_limit', 'overlap_limit'],
];

const range = section({
  low: quantity(kinds.share).meta({
    description: 'How far the true value may lie below',
    example: '-30 %',
  }),
  high: quantity(kinds.share).meta({
    description: 'How far it may lie above',
    example: '50 %',
  }),
  assumption: text.meta({ description: 'Why', example: 'terrain and curves' }),
});
const rangeExample = { low: '-30 %', high: '50 %', assumption: 'terrain and curves' };

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
  ranges: section(
    Object.fromEntries(
      numberKeys.map((key) => [
        key,
        range.optional().meta({
          description: 'How far assumed numbers of this key may be off',
          example: rangeExample,
        }),
      ]),
    ),
  )
    .prefault({})
    .meta({
      description:
        'How far assumed numbers may be off, by the key or column under which they stand: `low` and `high`, as shares of the number, and the `assumption` behind them',
      kind: 'keys by name of the key or column',
      example: { length: rangeExample },
    }),
});
