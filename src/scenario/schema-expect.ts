// What an expectation of a scenario holds, key by key.

import * as z from 'zod';
import { type Kind, kinds, parseNumber } from './kinds.ts';
import { fault, isFault } from './quantity.ts';
import { quantity, refuse, schemaMessage, section, text } from './schema-fields.ts';

/**
 * What must come out: above or below the baseline, or a value between limits, as written and as numbers; a change may
 * be in tonnes or a part of the baseline's.
 */
export type ExpectedValue =
  | 'rises'
  | 'falls'
  | {
      readonly atLeast: number;
      readonly atMost: number;
      readonly words: string;
      readonly isRelative: boolean;
    };

const sign = z
  .string()
  .meta({ enum: ['rises', 'falls'] })
  .transform((written, context): 'rises' | 'falls' => {
    if (written === 'rises' || written === 'falls') return written;
    const hint = 'for limits write { at_least: …, at_most: … }';
    return refuse(context, fault('wrong-choice', `"${written}" is neither rises nor falls`, hint));
  });

/** A value that rises or falls, or the limits that it must lie between; of one kind or another. */
function expected(limitKinds: readonly Kind[], example: unknown, description: string) {
  const limit = z.string({
    error: () =>
      schemaMessage(
        fault(
          'missing-unit',
          `expected a number with its unit`,
          `such as \`${limitKinds[0].example}\``,
        ),
      ),
  });
  const range = section({
    at_least: limit
      .optional()
      .meta({ description: 'Lowest value', example: limitKinds[0].example }),
    at_most: limit
      .optional()
      .meta({ description: 'Highest value', example: limitKinds[0].example }),
  }).transform((written, context) => rangeOf(written, limitKinds, context));
  return z
    .union([sign, range])
    .optional()
    .meta({ description, kind: '`rises`, `falls` or limits', example });
}

interface WrittenRange {
  readonly at_least?: string | undefined;
  readonly at_most?: string | undefined;
}

function rangeOf(
  { at_least: low, at_most: high }: WrittenRange,
  limitKinds: readonly Kind[],
  context: z.core.$RefinementCtx,
): Exclude<ExpectedValue, string> {
  if (low === undefined && high === undefined) {
    return refuse(context, fault('missing-key', 'expected at_least, at_most or both'));
  }
  const kind = limitKinds.find((of) =>
    [low, high].every((written) => written === undefined || !isFault(parseNumber(written, of))),
  );
  const number = (key: keyof WrittenRange, written: string | undefined, open: number) => {
    const value = written === undefined ? open : parseNumber(written, kind ?? limitKinds[0]);
    return isFault(value) ? refuse(context, value, [key]) : value;
  };
  const [atLeast, atMost] = [number('at_least', low, -Infinity), number('at_most', high, Infinity)];
  if (atLeast > atMost) {
    return refuse(context, fault('out-of-range', 'at_least is more than at_most'));
  }
  const words = [
    ...(low === undefined ? [] : [`at least ${low}`]),
    ...(high === undefined ? [] : [`at most ${high}`]),
  ].join(', ');
  return { atLeast, atMost, words, isRelative: kind === kinds.share };
}

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
  error: schemaMessage(
    fault('wrong-date', 'expected a year or a month', 'such as `2026` or `2026-03`'),
  ),
});

const id = text.optional();

/** An expectation: what it is about, what is measured of it, and when. */
export const expectationSchema = section({
  corridor: id.meta({
    description: 'A corridor, by the tonnes sent on it',
    kind: 'id',
    example: 'chabahar',
  }),
  country: id.meta({
    description: 'A country, by the tonnes in transit through it',
    kind: 'country',
    example: 'TKM',
  }),
  crossing: id.meta({
    description: 'A border, port, strait or limited link, by what passes it',
    kind: 'id',
    example: 'HRT',
  }),
  flow: id.meta({
    description: 'A flow of demand.yaml, by what is shipped of it',
    kind: 'id',
    example: 'russia-india-coal',
  }),
  change: expected(
    [kinds.mass, kinds.share],
    'falls',
    'Tonnes against the baseline; limits in tonnes, or in percent of the baseline',
  ),
  share: expected(
    [kinds.share],
    { at_least: '10 %', at_most: '20 %' },
    'Share of a corridor in all cargo, or part of a flow that is shipped; rises and falls are against the baseline',
  ),
  wait: expected(
    [kinds.duration],
    { at_most: '3 days' },
    'Mean wait at a crossing; rises and falls are against the baseline',
  ),
  period: z
    .union([z.int().min(1000).max(9999), month, z.tuple([month, month])])
    .optional()
    .meta({
      description: 'Year, month, or first and last month; for a country or a flow whole years',
      kind: 'year, month or [month, month]',
      unit: 'year',
      range: '',
      otherwise: 'the whole horizon',
      example: '2026-03',
    }),
  confidence: quantity(kinds.share, { atLeast: 0.5, atMost: 0.999 }).prefault('95 %').meta({
    description: 'Probability of the interval of the mean, which must lie within the limits whole',
    example: '90 %',
  }),
});

/** An expectation as the schema gives it. */
export type ExpectationFields = z.output<typeof expectationSchema>;
