// Expectations of what is not there, or cannot be measured.

import { checkMistakes, type Mistake } from './check-mistakes.ts';

const wrong = (
  name: string,
  text: string,
  code: string,
  message: string,
  hint?: string,
): Mistake => ({
  name,
  edits: [['closure.yaml', '{ corridor: southern, change: rises }', text]],
  code,
  message,
  ...(hint !== undefined && { hint }),
});

checkMistakes([
  wrong(
    'of nothing',
    '«{ change: rises }',
    'missing-key',
    'one of these is missing: corridor, country, crossing, flow',
  ),
  wrong(
    'of two things',
    '{ corridor: southern, «crossing: NOR, change: rises }',
    'two-values',
    'an expectation has only one of: corridor, country, crossing, flow',
  ),
  wrong(
    'of nothing that is measured',
    '«{ corridor: southern }',
    'missing-key',
    'one of these is missing: change, share, wait',
  ),
  wrong(
    'a wait of a corridor',
    '{ corridor: southern, «wait: rises }',
    'wrong-value',
    'a corridor has no wait',
    'it has: change, share',
  ),
  wrong(
    'a crossing where nothing queues',
    '{ crossing: «ALM, wait: rises }',
    'unknown-crossing',
    'there is no crossing "ALM"',
  ),
  wrong(
    'a misspelt flow',
    '{ flow: «grian, change: rises }',
    'unknown-flow',
    'there is no flow "grian"',
    'nearest: "grain"',
  ),
  wrong(
    'a change in days',
    '{ corridor: southern, change: { at_least: «3 days } }',
    'wrong-unit',
    'expected tonnes, got days',
  ),
  wrong(
    'a limit without its unit',
    '{ corridor: southern, share: { at_least: «10 } }',
    'missing-unit',
    'expected a number with its unit',
  ),
  wrong(
    'limits the wrong way round',
    '{ corridor: southern, share: «{ at_least: 40 %, at_most: 10 % } }',
    'out-of-range',
    'at_least is more than at_most',
  ),
  wrong(
    'limits without a number',
    '{ corridor: southern, share: «{} }',
    'missing-key',
    'expected at_least, at_most or both',
  ),
  wrong(
    'a month of a flow',
    '{ flow: grain, change: rises, «period: 2026-03 }',
    'wrong-value',
    'a flow is counted by whole years',
  ),
  wrong(
    'after the end of the horizon',
    '{ corridor: southern, change: rises, «period: 2031 }',
    'outside-horizon',
    'this period lies outside the horizon',
  ),
  wrong(
    'a certainty that no sample gives',
    '{ corridor: southern, change: rises, confidence: «100 % }',
    'out-of-range',
    'must be at most 0.999',
  ),
]);
