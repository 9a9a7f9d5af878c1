// What is said of every key of a file, beside its description: unit, range and kind of value.

import type { Kind } from './kinds.ts';
import { dimensionLabel } from './units.ts';

declare module 'zod' {
  interface GlobalMeta {
    /** What stands there, in words, where the schema alone does not tell: `quantity`, `date`. */
    kind?: string;
    /** Unit of a number, as in a file: `USD/t`; `1` for a plain number. */
    unit?: string;
    /** Values that are allowed: `> 0`. */
    range?: string;
    /** What holds when the key is left out, in words, where the schema has no default. */
    otherwise?: string;
    /** A value as it may stand in a file. */
    example?: unknown;
  }
}

/** Limits of a number; none = no limit. */
export interface Range {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
}

/** `> 0`, `>= 1`, `0 to 100 %`; empty without limits. */
export function rangeText({ atLeast, above, atMost }: Range, isShare = false): string {
  const written = (limit: number) => (isShare && limit !== 0 ? `${limit * 100} %` : `${limit}`);
  if (atLeast !== undefined && atMost !== undefined) {
    return `${written(atLeast)} to ${written(atMost)}`;
  }
  if (above !== undefined) return `> ${written(above)}`;
  if (atLeast !== undefined) return `>= ${written(atLeast)}`;
  return atMost === undefined ? '' : `<= ${written(atMost)}`;
}

/** Unit of the numbers of a kind, for readers. */
function unitText({ dimension }: Kind): string {
  if (dimension.percent !== 0) return '%';
  const label = dimensionLabel(dimension);
  return label === 'day' ? 'days' : label;
}

/** What is said of a quantity of a kind. */
export function quantityMetadata(kind: Kind, range: Range) {
  const isShare = kind.dimension.percent !== 0;
  return {
    kind: 'quantity',
    unit: unitText(kind),
    range: rangeText(range, isShare),
    example: kind.example,
  };
}

/** What is said of a number without unit, with limits that editors check. */
export function numberMetadata(range: Range) {
  const limits = {
    ...(range.atLeast !== undefined && { minimum: range.atLeast }),
    ...(range.above !== undefined && { exclusiveMinimum: range.above }),
    ...(range.atMost !== undefined && { maximum: range.atMost }),
  };
  return { unit: '1', range: rangeText(range), ...limits };
}
