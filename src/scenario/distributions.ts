// The distributions that a file can write in place of a number.

import * as z from 'zod';
import type { Distribution } from '../numerics/distributions.ts';
import { kinds, parseNumber } from './kinds.ts';
import { type Fault, fault, isFault } from './quantity.ts';
import { schemaMessage, section } from './sections.ts';

/** A distribution as a file writes it; exactly one of the keys is to be given. */
export interface WrittenDistribution {
  readonly uniform?: readonly [number, number] | undefined;
  readonly triangular?: readonly [number, number, number] | undefined;
  readonly pert?: readonly [number, number, number] | undefined;
  readonly normal?: WrittenBell | undefined;
  readonly lognormal?: WrittenBell | undefined;
  readonly discrete?: readonly (readonly [number, number])[] | undefined;
  readonly empirical?: readonly number[] | undefined;
}

interface WrittenBell {
  readonly mean: number;
  readonly sd: number;
  readonly lowest?: number | undefined;
  readonly highest?: number | undefined;
}

const kindsOfDistribution = [
  'uniform',
  'triangular',
  'pert',
  'normal',
  'lognormal',
  'discrete',
  'empirical',
] as const;

/** The chance of a value, 0-1. */
const chance = z.string().transform((written, context) => {
  const number = parseNumber(written, kinds.share);
  if (!isFault(number)) return number;
  context.addIssue({ code: 'custom', message: schemaMessage(number) });
  return z.NEVER;
});

/** The keys of a distribution of dates; those of numbers have the bell curves as well. */
export function dateDistributionFields<Item extends z.ZodType<number>>(item: Item) {
  const wrong = (form: string) => schemaMessage(fault('wrong-type', `expected ${form}`));
  const form = '[lowest, most likely, highest]';
  const triple = z.tuple([item, item, item], { error: wrong(form) }).optional();
  return {
    uniform: z
      .tuple([item, item], { error: wrong('[lowest, highest]') })
      .optional()
      .meta({
        description: 'Lowest and highest value, all between them equally likely',
        kind: '[lowest, highest]',
        example: [8, 15],
      }),
    triangular: triple.meta({
      description: 'Lowest, most likely and highest value',
      kind: form,
      example: [6, 12, 36],
    }),
    pert: triple.meta({
      description:
        'The same with less weight on the ends: the mean is (lowest + 4 most likely + highest) / 6',
      kind: form,
      example: [6, 12, 36],
    }),
    discrete: z
      .array(z.tuple([item, chance], { error: wrong('[value, chance], such as [3, 70 %]') }))
      .optional()
      .meta({
        description: 'Values and their chances, which add up to 100 %',
        kind: 'list of [value, chance]',
        example: [
          [3, '70 %'],
          [12, '30 %'],
        ],
      }),
    empirical: z
      .array(item)
      .optional()
      .meta({
        description: 'Observed values, all equally likely; one may stand there twice',
        kind: 'list of values',
        example: [9, 10, 25],
      }),
  };
}

/** The keys of a distribution of numbers. */
export function distributionFields<Item extends z.ZodType<number>>(item: Item) {
  const bell = section({
    mean: item.meta({
      description: 'Mean, before anything is cut off',
      unit: 'as `unit`',
      range: '',
      example: 30,
    }),
    sd: item.meta({
      description: 'Standard deviation, likewise',
      unit: 'as `unit`',
      range: '> 0',
      example: 5,
    }),
    lowest: item.optional().meta({
      description: 'What lies below is cut off',
      otherwise: 'nothing is',
      unit: 'as `unit`',
      range: '',
      example: 10,
    }),
    highest: item.optional().meta({
      description: 'What lies above is cut off',
      otherwise: 'nothing is',
      unit: 'as `unit`',
      range: '',
      example: 60,
    }),
  }).optional();
  return {
    ...dateDistributionFields(item),
    normal: bell.meta({ description: 'Bell curve, cut off on request' }),
    lognormal: bell.meta({
      description: 'The logarithm is a bell curve: above 0 and skew; mean and sd are of the number',
    }),
  };
}

/** The distribution that was written, its numbers converted; a fault when there is none. */
export function distributionOf(
  written: WrittenDistribution,
  convert: (number: number) => number,
): Distribution | Fault {
  const given = kindsOfDistribution.filter((kind) => written[kind] !== undefined);
  if (given.length !== 1) {
    return fault(
      'wrong-distribution',
      `expected one of ${kindsOfDistribution.join(', ')}`,
      'such as `uniform: [8, 15]`',
    );
  }
  const { uniform, triangular, pert, normal, lognormal, discrete, empirical } = written;
  if (uniform) return rangeOf(uniform, convert);
  if (triangular) return peakOf('triangular', triangular, convert);
  if (pert) return peakOf('pert', pert, convert);
  if (normal) return bellOf('normal', normal, convert);
  if (lognormal) return bellOf('lognormal', lognormal, convert);
  if (discrete) return discreteOf(discrete, convert);
  return discreteOf(
    empirical!.map((value) => [value, 1 / empirical!.length]),
    convert,
  );
}

function rangeOf([low, high]: readonly [number, number], convert: (number: number) => number) {
  if (!(low < high)) return notRising;
  return { kind: 'uniform', low: convert(low), high: convert(high) } as const;
}

function peakOf(
  kind: 'triangular' | 'pert',
  [low, mode, high]: readonly [number, number, number],
  convert: (number: number) => number,
) {
  if (!(low < high && low <= mode && mode <= high)) return notRising;
  return { kind, low: convert(low), mode: convert(mode), high: convert(high) };
}

const notRising = fault('wrong-distribution', 'the numbers must rise from lowest to highest');

function bellOf(
  kind: 'normal' | 'lognormal',
  { mean, sd, lowest, highest }: WrittenBell,
  convert: (number: number) => number,
): Distribution | Fault {
  if (!(sd > 0)) return fault('wrong-distribution', 'the standard deviation must be more than 0');
  if (kind === 'lognormal' && !(mean > 0 && (lowest ?? 0) >= 0)) {
    return fault('wrong-distribution', 'a lognormal quantity is never below 0');
  }
  const least = kind === 'normal' ? -Infinity : Number.MIN_VALUE;
  const [low, high] = [lowest ?? least, highest ?? Infinity];
  if (!(low < high)) return notRising;
  if (high < mean - 8 * sd || low > mean + 8 * sd) {
    return fault('wrong-distribution', 'next to nothing is left between lowest and highest');
  }
  return {
    kind,
    mean: convert(mean),
    standardDeviation: convert(sd),
    low: lowest === undefined ? least : convert(lowest),
    high: highest === undefined ? Infinity : convert(highest),
  };
}

/** Equal values become one; values rise. */
function discreteOf(
  pairs: readonly (readonly [number, number])[],
  convert: (number: number) => number,
): Distribution | Fault {
  const chances = new Map<number, number>();
  for (const [value, share] of pairs) chances.set(value, (chances.get(value) ?? 0) + share);
  const sum = pairs.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    const text = Number((100 * sum).toPrecision(6));
    return fault('wrong-distribution', `the chances add up to ${text} %, not to 100 %`);
  }
  const values = [...chances.keys()].sort((a, b) => a - b);
  const probabilities = values.map((value) => chances.get(value)!);
  if (values.length < 2 || probabilities.some((share) => !(share > 0))) {
    return fault('wrong-distribution', 'it takes two values or more, each with a chance above 0 %');
  }
  const numbers = values.map(convert);
  return {
    kind: 'discrete',
    values: numbers,
    probabilities,
    low: numbers[0],
    high: numbers[numbers.length - 1],
  };
}
