// Reads what the author of a scenario expects, and reports what no run could measure.

import { formatMonth } from '../model/calendar.ts';
import type { Flow } from '../model/demand.ts';
import type { Network } from '../model/network.ts';
import type { Expectation, ExpectedMeasure, ExpectedSubject, Horizon } from '../model/scenario.ts';
import { postNames } from './name-lists.ts';
import { isKnown, type Names, type NameTable } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Reading } from './read-tree.ts';
import type { ExpectationFields, ExpectedValue } from './schema-expect.ts';
import type { ScenarioFields } from './schema-scenario.ts';
import { keyPlaceAt, placeAt } from './tree.ts';

/** What expectations are read in; undefined parts have problems of their own. */
export interface ExpectationContext {
  readonly names: Names;
  readonly network: Network | undefined;
  readonly flows: readonly Flow[] | undefined;
  readonly horizon: Horizon | undefined;
  readonly problems: Problem[];
}

const subjects: readonly ExpectedSubject[] = ['corridor', 'country', 'crossing', 'flow'];
const measures = ['change', 'share', 'wait'] as const;
type Measure = (typeof measures)[number];

/** What can be measured of each. */
const measuresOf: Readonly<Record<ExpectedSubject, readonly Measure[]>> = {
  corridor: ['change', 'share'],
  country: ['change'],
  crossing: ['change', 'wait'],
  flow: ['change', 'share'],
};

type Report = (key: string, code: ProblemCode, message: string, hint?: string) => void;

/** The expectations; those with problems are left out. */
export function expectationsOf(
  { value, tree }: Reading<ScenarioFields>,
  context: ExpectationContext,
): Expectation[] {
  return (value.expect ?? []).flatMap((fields, index) => {
    const path = ['expect', index];
    const report: Report = (key, code, message, hint) => {
      const place = key === '' ? placeAt(tree, path) : keyPlaceAt(tree, [...path, key]);
      context.problems.push(problemAt(place, code, message, hint));
    };
    const of = onlyOne(subjects, fields, report);
    const what = of && onlyOne(measures, fields, report);
    if (!of || !what) return [];
    const table = tableOf(of, context);
    if (!isKnown(table, fields[of]!, of, placeAt(tree, [...path, of]), context.problems)) return [];
    if (!measuresOf[of].includes(what)) {
      report(what, 'wrong-value', `a ${of} has no ${what}`, `it has: ${measuresOf[of].join(', ')}`);
      return [];
    }
    const months = monthsOf(fields, of, context.horizon, report);
    if (months === 'wrong') return [];
    return [
      {
        of,
        id: fields[of]!,
        ...limitsOf(what, fields[what]!),
        months,
        confidence: fields.confidence,
      },
    ];
  });
}

/** The one of the keys that is there; a problem when it is none or several. */
function onlyOne<Key extends keyof ExpectationFields>(
  keys: readonly Key[],
  fields: ExpectationFields,
  report: Report,
): Key | undefined {
  const given = keys.filter((key) => fields[key] !== undefined);
  if (given.length === 1) return given[0];
  const list = keys.join(', ');
  if (given.length === 0) report('', 'missing-key', `one of these is missing: ${list}`);
  else report(given[1], 'two-values', `an expectation has only one of: ${list}`);
  return undefined;
}

function tableOf(of: ExpectedSubject, { names, network, flows }: ExpectationContext): NameTable {
  if (of === 'corridor') {
    return names.corridors && new Map([...names.corridors, ['other', ''], ['no-ship', '']]);
  }
  if (of === 'country') return names.countries;
  if (of === 'flow') return flows && new Map(flows.map(({ id }) => [id, id]));
  return network && postNames(network);
}

type Limits = Pick<Expectation, 'measure' | 'expected' | 'atLeast' | 'atMost'>;

function limitsOf(what: Measure, value: ExpectedValue): Limits {
  if (typeof value === 'string') {
    const measure: ExpectedMeasure = what === 'change' ? 'change' : `change of ${what}`;
    // The smallest number above zero: a change of zero is neither.
    const { MIN_VALUE } = Number;
    return value === 'rises'
      ? { measure, expected: value, atLeast: MIN_VALUE, atMost: Infinity }
      : { measure, expected: value, atLeast: -Infinity, atMost: -MIN_VALUE };
  }
  const { atLeast, atMost, words, isRelative } = value;
  const measure = what === 'change' && isRelative ? 'relative change' : what;
  return { measure, expected: words, atLeast, atMost };
}

/** First and last month; undefined = the whole horizon. */
function monthsOf(
  { period }: ExpectationFields,
  of: ExpectedSubject,
  horizon: Horizon | undefined,
  report: Report,
): Expectation['months'] | 'wrong' {
  if (period === undefined) return undefined;
  const isYear = typeof period === 'number';
  const [first, last] = isYear
    ? ([`${period}-01`, `${period}-12`] as const)
    : typeof period === 'string'
      ? ([period, period] as const)
      : period;
  if (last < first) {
    report('period', 'out-of-range', 'the period ends before it starts');
    return 'wrong';
  }
  if ((of === 'country' || of === 'flow') && !(first.endsWith('-01') && last.endsWith('-12'))) {
    report('period', 'wrong-value', `a ${of} is counted by whole years`, 'such as `2026`');
    return 'wrong';
  }
  if (!horizon) return 'wrong';
  if (last >= formatMonth(horizon.startDay) && first <= formatMonth(horizon.endDay - 1)) {
    return [first, last];
  }
  report('period', 'outside-horizon', 'this period lies outside the horizon');
  return 'wrong';
}
