// The kinds of value that files are made of, as schemas that turn text into numbers in the model's units.

import * as z from 'zod';
import { parseDate } from '../model/calendar.ts';
import type { Distribution } from '../model/uncertainty.ts';
import {
  dateDistributionFields,
  distributionFields,
  distributionOf,
  type WrittenDistribution,
} from './distributions.ts';
import { numberMetadata, quantityMetadata, type Range } from './field-metadata.ts';
import {
  expectation,
  type Kind,
  kindLabel,
  numberOfKind,
  parseNumber,
  parseUnit,
} from './kinds.ts';
import { type Fault, fault, isFault } from './quantity.ts';
import { schemaMessage, section } from './sections.ts';

/** Limits that many numbers have. */
export const positive = { above: 0 };
export const notNegative = { atLeast: 0 };
export const share = { atLeast: 0, atMost: 1 };

export { schemaMessage, section };

/** A number in the unit of its field, or the distribution it is drawn from. */
export type UncertainNumber = number | Distribution;

/** A name that other files refer to and that can stand in a path. */
export const identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, {
    error: schemaMessage(fault('wrong-id', 'an id has only letters, digits, - and _ in it')),
  })
  .meta({ kind: 'id' });

/** Some text. */
export const text = z.string().min(1);

/** Format number of a file; files of later formats are not read. */
export const schemaVersion = z.literal(1).meta({ description: 'Format of the file', example: 1 });

/** Where a number comes from. */
export const provenanceFields = {
  source: z
    .union([text, z.array(text).min(1)])
    .optional()
    .meta({
      description: 'Where the numbers come from: a key of sources.yaml, or a list of keys',
      kind: 'id or list of ids',
      example: ['caci-2025'],
    }),
  assumption: text.optional().meta({
    description: 'Why the numbers were assumed, when they have no source',
    example: 'double track and electrified',
  }),
};

/** A day of the calendar, as its day number. */
export const date = z
  .string()
  .meta({ kind: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$', example: '2026-09-29' })
  .transform((written, context) => {
    const day = parseDate(written);
    if (day !== undefined) return day;
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(written);
    return refuse(
      context,
      isDate
        ? fault('impossible-date', `${written} is not a day of the calendar`)
        : fault('wrong-date', `"${written}" is not a date`, 'such as `2026-09-29`'),
    );
  });

/** A quantity with its unit, as a number in the unit of its kind. */
export function quantity(kind: Kind, range: Range = {}) {
  return z
    .string({ error: (issue) => withoutUnit(issue.input, kind) })
    .meta(quantityMetadata(kind, range))
    .transform((written, context) => {
      const number = parseNumber(written, kind);
      return isFault(number) ? refuse(context, number) : inRange(number, range, context);
    });
}

/** A quantity, or a distribution of one with its unit. */
export function uncertainQuantity(kind: Kind, range: Range = {}) {
  return z
    .union([quantity(kind, range), distributedQuantity(kind, range)], {
      error: (issue) => withoutUnit(issue.input, kind),
    })
    .meta({ ...quantityMetadata(kind, range), kind: 'quantity or distribution' });
}

/** A distribution of a quantity: `{ uniform: [8, 15], unit: Mt/yr }`. */
function distributedQuantity(kind: Kind, range: Range) {
  const written = section({ ...distributionFields(z.number()), unit: unitField(kind) });
  return written.transform((value, context) => quantityDistribution(value, kind, range, context));
}

/** How often a volume is drawn. */
export const drawnField = z.literal('yearly').optional().meta({
  description: 'Drawn anew for each calendar year',
  otherwise: 'once a replication',
  example: 'yearly',
});

/** A distribution of a quantity that may be drawn anew each year. */
export function yearlyQuantity(kind: Kind, range: Range) {
  const fields = { ...distributionFields(z.number()), unit: unitField(kind), drawn: drawnField };
  return section(fields).transform((value, context) => ({
    distribution: quantityDistribution(value, kind, range, context),
    isYearly: value.drawn === 'yearly',
  }));
}

function unitField(kind: Kind) {
  return text.meta({ description: 'Unit of the numbers', example: kindLabel(kind) });
}

function quantityDistribution(
  value: WrittenDistribution & { readonly unit: string },
  kind: Kind,
  range: Range,
  context: z.core.$RefinementCtx,
): Distribution {
  const unit = parseUnit(value.unit);
  if (isFault(unit)) return refuse(context, unit, ['unit']);
  const scale = (number: number) => numberOfKind({ ...unit, value: unit.value * number }, kind);
  const one = scale(1);
  if (isFault(one)) return refuse(context, one, ['unit']);
  return checkedDistribution(value, (number) => scale(number) as number, range, context);
}

/** A number without unit, or a distribution of one. */
export function uncertainFactor(range: Range) {
  return z
    .union([plainNumber(range), distributedNumber(range)], {
      error: () =>
        schemaMessage(fault('wrong-type', 'expected a number without unit, such as 0.6')),
    })
    .meta({ ...numberMetadata(range), kind: 'number or distribution', example: 0.6 });
}

/** A distribution of a number without unit. */
export function distributedNumber(range: Range) {
  return section(distributionFields(z.number())).transform((value, context) =>
    checkedDistribution(value, (number) => number, range, context),
  );
}

/** A number without unit. */
export function plainNumber(range: Range) {
  return z
    .number()
    .meta(numberMetadata(range))
    .transform((number, context) => inRange(number, range, context));
}

/** A whole number. */
export function wholeNumber(range: Range) {
  return z
    .int()
    .meta({ ...numberMetadata(range), kind: 'whole number' })
    .transform((number, context) => inRange(number, range, context));
}

/** A date, or a distribution of dates, as day numbers. */
export const uncertainDate = z
  .union(
    [
      date,
      section(dateDistributionFields(date)).transform((value, context) =>
        checkedDistribution(value, (day) => day, {}, context),
      ),
    ],
    { error: () => schemaMessage(fault('wrong-date', 'expected a date, such as `2026-09-29`')) },
  )
  .meta({ kind: 'date or distribution', example: '2026-09-29' });

/** Reports a fault from within a schema, at a path below the value. */
export function refuse(
  context: z.core.$RefinementCtx,
  problem: Fault,
  path: PropertyKey[] = [],
): never {
  const params = { offset: problem.offset };
  context.addIssue({ code: 'custom', message: schemaMessage(problem), path, params });
  return z.NEVER;
}

function checkedDistribution(
  written: WrittenDistribution,
  convert: (number: number) => number,
  range: Range,
  context: z.core.$RefinementCtx,
): Distribution {
  const distribution = distributionOf(written, convert);
  if (isFault(distribution)) return refuse(context, distribution);
  inRange(distribution.low, range, context);
  inRange(distribution.high, range, context);
  return distribution;
}

/** The number, after a look at its limits. */
export function inRange(number: number, range: Range, context: z.core.$RefinementCtx): number {
  const limit = limitBroken(number, range);
  if (limit === undefined) return number;
  const isTail = !Number.isFinite(number);
  const hint = isTail ? 'cut the tail off with `lowest` or `highest`' : '';
  return refuse(context, fault('out-of-range', limit, hint));
}

function limitBroken(number: number, { atLeast, above, atMost }: Range): string | undefined {
  if (atLeast !== undefined && number < atLeast) return `must be at least ${atLeast}`;
  if (above !== undefined && number <= above) return `must be more than ${above}`;
  if (atMost === undefined || number <= atMost) return undefined;
  return atMost === 1 ? 'must be at most 100 %' : `must be at most ${atMost}`;
}

/** What to say of a value that should have been a text with a number and its unit. */
export function withoutUnit(value: unknown, kind: Kind): string {
  if (typeof value !== 'number') return schemaMessage(fault('wrong-type', expectation(kind)));
  return schemaMessage(fault('missing-unit', `${value} has no unit; ${expectation(kind)}`));
}
