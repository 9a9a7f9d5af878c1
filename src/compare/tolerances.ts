// How far numbers may be apart: rules by table, column and unit.

import * as z from 'zod';

const limit = z.number().min(0);

const rule = z.strictObject({
  table: z.string().optional(),
  column: z.string().optional(),
  unit: z.string().optional(),
  relative: limit.optional(),
  absolute: limit.optional(),
});

/** A rule for the numbers of a table, a column, a unit, or all; what it does not say stays as it was. */
export type ToleranceRule = z.output<typeof rule>;

/** Two numbers agree when |a - b| <= absolute + relative · max(|a|, |b|). */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Reads the rules of a file. @throws Error with the place of everything that is wrong */
export function readRules(value: unknown): ToleranceRule[] {
  const read = z.array(rule).safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    ({ path, message }) => `${path.length > 0 ? `rule ${path.join(', ')}: ` : ''}${message}`,
  );
  throw new Error(problems.join('; '));
}

/** The tolerance of a column and unit of a table: rules apply in their order, the later over the earlier. */
export function toleranceOf(
  rules: readonly ToleranceRule[],
  table: string,
  column: string,
  unit: string,
): Tolerance {
  let tolerance: Tolerance = { relative: 0, absolute: 0 };
  for (const { relative, absolute, ...of } of rules) {
    if ((of.table ?? table) !== table || (of.column ?? column) !== column) continue;
    if ((of.unit ?? unit) !== unit) continue;
    tolerance = {
      relative: relative ?? tolerance.relative,
      absolute: absolute ?? tolerance.absolute,
    };
  }
  return tolerance;
}

/**
 * So many equal leading digits put two numbers within the least relative tolerance that a table's rules can give;
 * 0 when they give none.
 */
export function digitsWithin(rules: readonly ToleranceRule[], table: string): number {
  const least = rules
    .filter((of) => (of.table ?? table) === table && of.relative !== undefined)
    .reduce((smallest, { relative }) => Math.min(smallest, relative!), Infinity);
  if (!(least > 0) || least === Infinity) return 0;
  let digits = 1;
  for (let apart = 1; apart > least; apart /= 10) digits += 1;
  return digits;
}

/** |a - b| by the larger of the two magnitudes; Infinity when one of them is no number. */
export function relativeDifference(first: number, second: number): number {
  if (Number.isNaN(first) || Number.isNaN(second)) return Infinity;
  return Math.abs(first - second) / Math.max(Math.abs(first), Math.abs(second));
}
