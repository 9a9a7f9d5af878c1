// Keys that are unknown, missing, twice there or in the wrong file.

import { checkMistakes } from './check-mistakes.ts';

checkMistakes([
  {
    name: 'an unknown key, with the nearest one',
    edits: [['closure.yaml', 'recovery: 1 week', '«recovry: 1 week']],
    code: 'unknown-key',
    message: '"recovry" is not a key here',
    hint: 'nearest: "recovery"',
  },
  {
    name: 'an unknown key near to none',
    edits: [['rates.yaml', 'cost: 9 USD/t', 'cost: 9 USD/t, «colour: red']],
    code: 'unknown-key',
    message: '"colour" is not a key here',
    hint: 'valid here: between, time, cost, source, assumption',
  },
  {
    name: 'the rest of a text with a comma',
    edits: [['rates.yaml', 'slow ships', 'slow ships, «fast boats']],
    code: 'unknown-key',
    message: '"fast boats" is not a key here',
    hint: 'a text with a comma in it is written in quotes here',
  },
  {
    name: 'an unknown mode among tariff factors',
    edits: [['commodities.yaml', '{ rail: 1.6 }', '{ «rial: 1.6 }']],
    code: 'unknown-key',
    message: '"rial" is not a key here',
    hint: 'nearest: "rail"',
  },
  {
    name: 'a key that stands twice',
    edits: [['demand.yaml', 'volume: 0.25', '«origin: ALM\n    volume: 0.25']],
    code: 'duplicate-key',
    message: '"origin" stands here twice',
  },
  {
    name: 'a missing key',
    edits: [
      ['demand.yaml', '    not_shipped: 0 %\n', ''],
      ['demand.yaml', 'id: grain', '«id: grain'],
    ],
    code: 'missing-key',
    message: '"not_shipped" or "reservation_cost" is missing',
  },
  {
    name: 'an event without a title',
    edits: [['closure.yaml', 'id: shut\n    title: The crossing is shut\n', '«id: shut\n']],
    code: 'missing-key',
    message: '"title" is missing',
  },
  {
    name: 'a baseline without a seed',
    edits: [
      ['baseline.yaml', 'seed: two corridors\n', ''],
      ['baseline.yaml', 'schema_version', '«schema_version'],
    ],
    code: 'missing-key',
    message: '"seed" is missing in the baseline',
  },
  {
    name: 'a horizon in a scenario',
    edits: [
      [
        'closure.yaml',
        'expect:',
        '«horizon: { start: 2025-01-01, end: 2025-12-31, step: 1 day }\nexpect:',
      ],
    ],
    code: 'misplaced-key',
    message: '"horizon" belongs into the baseline',
  },
  {
    name: 'a file of a later format',
    edits: [['sources.yaml', 'schema_version: 1', 'schema_version: «2']],
    code: 'wrong-choice',
    message: '2 is not one of: 1',
  },
  {
    name: 'a step that does not divide the horizon',
    edits: [['baseline.yaml', 'step: 1 day', 'step: «1 week']],
    code: 'out-of-range',
    message: 'the 1095 days of the horizon are no whole number of steps',
  },
  {
    name: 'a horizon that ends before it starts',
    edits: [['baseline.yaml', 'end: 2027-12-31', 'end: «2024-12-31']],
    code: 'out-of-range',
    message: 'the last day is before 2025-01-01',
  },
]);
