// Distributions that are none, and correlations that cannot be.

import type { Edit } from '../study.ts';
import { checkMistakes } from './check-mistakes.ts';

const duration = '{ triangular: [1, 2, 6], unit: months }';
const correlation = (text: string, before = ''): Edit => [
  'closure.yaml',
  'expect:',
  `correlations:\n  - ${text}\n${before}expect:`,
];

checkMistakes([
  {
    name: 'a bell curve whose tail reaches below 0',
    edits: [['closure.yaml', duration, '«{ normal: { mean: 2, sd: 1 }, unit: months }']],
    code: 'out-of-range',
    message: 'must be more than 0',
    hint: 'cut the tail off with `lowest` or `highest`',
  },
  {
    name: 'a standard deviation of 0',
    edits: [['closure.yaml', duration, '«{ normal: { mean: 2, sd: 0, lowest: 1 }, unit: months }']],
    code: 'wrong-distribution',
    message: 'the standard deviation must be more than 0',
  },
  {
    name: 'a bell curve of which nothing is left',
    edits: [
      [
        'closure.yaml',
        duration,
        '«{ normal: { mean: 2, sd: 0.1, lowest: 3, highest: 4 }, unit: months }',
      ],
    ],
    code: 'wrong-distribution',
    message: 'next to nothing is left between lowest and highest',
  },
  {
    name: 'a misspelt parameter of a distribution',
    edits: [['closure.yaml', duration, '{ lognormal: { mean: 2, «std: 1, sd: 1 }, unit: months }']],
    code: 'unknown-key',
    message: '"std" is not a key here',
    hint: 'nearest: "sd"',
  },
  {
    name: 'a skew curve around a negative mean',
    edits: [['closure.yaml', duration, '«{ lognormal: { mean: -2, sd: 1 }, unit: months }']],
    code: 'wrong-distribution',
    message: 'a lognormal quantity is never below 0',
  },
  {
    name: 'chances that are not whole',
    edits: [['closure.yaml', duration, '«{ discrete: [[1, 70 %], [6, 20 %]], unit: months }']],
    code: 'wrong-distribution',
    message: 'the chances add up to 90 %, not to 100 %',
  },
  {
    name: 'a single observed value',
    edits: [['closure.yaml', duration, '«{ empirical: [3], unit: months }']],
    code: 'wrong-distribution',
    message: 'it takes two values or more, each with a chance above 0 %',
  },
  {
    name: 'a draw each year of what is drawn once',
    edits: [['closure.yaml', duration, '{ triangular: [1, 2, 6], unit: months, «drawn: yearly }']],
    code: 'unknown-key',
    message: '"drawn" is not a key here',
  },
  {
    name: 'a distribution with a unit in a table',
    edits: [
      [
        'closure.yaml',
        'expect:',
        'set: { nodes.NOR.passage_hours: { uniform: [12, 60], «unit: h } }\nexpect:',
      ],
    ],
    code: 'unknown-key',
    message: '"unit" is not a key here',
  },
  {
    name: 'a column that is not to be set',
    edits: [['closure.yaml', 'expect:', 'set: { «nodes.NOR.passage: 12 }\nexpect:']],
    code: 'unknown-path',
    message: '"passage" is not a field that a scenario can set',
  },
  {
    name: 'a rate that has no row',
    edits: [['closure.yaml', 'expect:', 'set: { «rates.speeds.rail-KAS.speed: 20 km/h }\nexpect:']],
    code: 'unknown-path',
    message: 'there is no "rail-KAS" in the path "rates.speeds.rail-KAS.speed"',
    hint: 'nearest: "rail-KAZ"',
  },
  {
    name: 'a capacity where nothing queues',
    edits: [['closure.yaml', 'expect:', 'set: { nodes.ALM.capacity_mt_per_year: «12 }\nexpect:']],
    code: 'unused-value',
    message: 'nothing queues at this kind of node: capacity_mt_per_year is not used',
  },
  {
    name: 'a correlation with an input that there is not',
    edits: [
      correlation('{ between: «[events.shut.fro, inputs.kaz-europe], rank: 0.5, source: atlas }'),
    ],
    code: 'unknown-input',
    message: 'there is no uncertain input "events.shut.fro"',
    hint: 'nearest: "events.shut.from"',
  },
  {
    name: 'a correlation of an input with itself',
    edits: [
      correlation('{ between: «[events.shut.for, events.shut.for], rank: 0.5, source: atlas }'),
    ],
    code: 'wrong-correlation',
    message: 'an input has no correlation with itself',
  },
  {
    name: 'a correlation of 1',
    edits: [
      correlation('{ between: [events.shut.for, events.shut.from], rank: «1, source: atlas }'),
    ],
    code: 'wrong-correlation',
    message: 'must be between -1 and 1',
    hint: 'for 1, share one input, or write 0.999 where nothing can be shared',
  },
  {
    name: 'a correlation that says nothing',
    edits: [
      correlation('{ between: [events.shut.for, events.shut.from], rank: «0, source: atlas }'),
    ],
    code: 'no-effect',
    message: 'this value changes nothing',
  },
  {
    name: 'a correlation of two inputs of the baseline, in a scenario',
    edits: [
      correlation(
        '{ between: «[inputs.kaz-europe, events.winter.occurs], rank: 0.5, source: atlas }',
      ),
    ],
    code: 'misplaced-key',
    message: 'both are inputs of the baseline: it belongs there',
  },
]);
