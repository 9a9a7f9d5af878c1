// Events that cannot happen, hit nothing or change nothing.

import { checkMistakes } from './check-mistakes.ts';

const winterEffect = '{ multiply_capacity: 0.5 }';

checkMistakes([
  {
    name: 'a day that no calendar has',
    edits: [['baseline.yaml', 'until: 2026-02-28', 'until: «2026-02-30']],
    code: 'impossible-date',
    message: '2026-02-30 is not a day of the calendar',
  },
  {
    name: 'a date in another order',
    edits: [['baseline.yaml', 'until: 2026-02-28', 'until: «28.2.2026']],
    code: 'wrong-date',
    message: '"28.2.2026" is not a date',
    hint: 'such as `2026-09-29`',
  },
  {
    name: 'over before the first day',
    edits: [
      ['baseline.yaml', 'from: 2025-12-01', 'from: «2024-12-01'],
      ['baseline.yaml', 'until: 2026-02-28', 'until: 2024-12-31'],
    ],
    code: 'outside-horizon',
    message: 'this event is over before the first day of the horizon',
  },
  {
    name: 'always after the last day',
    edits: [
      [
        'closure.yaml',
        '{ uniform: [2026-03-01, 2026-04-01] }',
        '«{ uniform: [2028-01-01, 2028-04-01] }',
      ],
    ],
    code: 'outside-horizon',
    message: 'this event starts after the last day of the horizon',
    hint: 'it runs from 2025-01-01 to 2027-12-31',
  },
  {
    name: 'an end before the start',
    edits: [['baseline.yaml', 'until: 2026-02-28', 'until: «2025-11-30']],
    code: 'out-of-range',
    message: 'the event ends before it starts',
  },
  {
    name: 'two lengths',
    edits: [['baseline.yaml', 'until: 2026-02-28', 'for: 1 week\n    until: «2026-02-28']],
    code: 'two-durations',
    message: 'an event has either "for" or "until"',
  },
  {
    name: 'an announcement of what nobody queues for',
    edits: [['baseline.yaml', winterEffect, '{ add_cost: 5 USD/t }\n    announced: «30 days']],
    code: 'no-effect',
    message: 'only closures and capacities can be announced',
  },
  {
    name: 'an announcement after the start',
    edits: [
      ['baseline.yaml', 'until: 2026-02-28', 'until: 2026-02-28\n    announced: «2025-12-02'],
    ],
    code: 'out-of-range',
    message: 'the event is announced after it has begun; leave the key out',
  },
  {
    name: 'a date of announcement for an uncertain start',
    edits: [
      ['closure.yaml', '    recovery: 1 week', '    announced: «2026-02-01\n    recovery: 1 week'],
    ],
    code: 'wrong-value',
    message: 'a date needs a fixed "from"; write how long before the start instead',
  },
  {
    name: 'an announcement that is neither a time nor a date',
    edits: [['closure.yaml', '    recovery: 1 week', '    announced: «soon\n    recovery: 1 week']],
    code: 'wrong-value',
    message: 'expected a time or a date',
    hint: 'such as `30 days` or `2026-01-15`',
  },
  {
    name: 'a last day for an uncertain start',
    edits: [['closure.yaml', 'for: { triangular: [1, 2, 6], unit: months }', 'until: «2026-12-31']],
    code: 'two-durations',
    message: '"until" needs a fixed "from"; write "for" instead',
  },
  {
    name: 'no effect',
    edits: [['baseline.yaml', winterEffect, '«{}']],
    code: 'no-effect',
    message: 'this event has no effect',
  },
  {
    name: 'an effect that changes nothing',
    edits: [['baseline.yaml', winterEffect, '{ multiply_capacity: «1 }']],
    code: 'no-effect',
    message: 'this value changes nothing',
  },
  {
    name: 'a filter that limits no effect',
    edits: [
      ['closure.yaml', '      add_cost: 18 USD/t\n', ''],
      ['closure.yaml', 'cargo: {', '«cargo: {'],
    ],
    code: 'no-effect',
    message: '"cargo" limits only add_cost, add_time, add_risk, multiply_demand',
  },
  {
    name: 'a chance of 0 %',
    edits: [['baseline.yaml', 'probability: 70 %', 'probability: «0 %']],
    code: 'no-effect',
    message: 'this event never happens',
  },
  {
    name: 'a mode that no link has',
    edits: [
      ['baseline.yaml', '{ nodes: [NOR] }', '{ modes: [«road] }'],
      ['baseline.yaml', winterEffect, '{ close: true }'],
    ],
    code: 'matches-nothing',
    message: 'no link is of the mode "road"',
    hint: 'modes here: rail, sea',
  },
  {
    name: 'cargo that no flow carries',
    edits: [
      ['closure.yaml', '{ share: 40 %, origins: [KAZ] }', '«{ share: 40 %, origins: [IRN] }'],
    ],
    code: 'matches-nothing',
    message: 'no flow is of this cargo',
  },
  {
    name: 'no target',
    edits: [
      ['closure.yaml', '    on: { countries: [RUS] }\n', ''],
      ['closure.yaml', 'id: shut', '«id: shut'],
    ],
    code: 'missing-key',
    message: '"on" is missing',
  },
  {
    name: 'opening a link that is open',
    edits: [
      ['baseline.yaml', '{ nodes: [NOR] }', '{ links: [L5, «L1] }'],
      ['baseline.yaml', winterEffect, '{ open: true }'],
    ],
    code: 'already-open',
    message: 'the link "L1" is open from the first day',
  },
  {
    name: 'opening where all is open',
    edits: [['baseline.yaml', winterEffect, '{ close: true, «open: true }']],
    code: 'already-open',
    message: 'nothing that is hit is a link that is not open',
  },
  {
    name: 'other capacity where there is no limit',
    edits: [
      ['baseline.yaml', '{ nodes: [NOR] }', '{ nodes: [SOU], links: [L1] }'],
      ['baseline.yaml', winterEffect, '{ «multiply_capacity: 0.5 }'],
    ],
    code: 'no-capacity',
    message: 'nothing that is hit has a capacity that cargo queues for',
  },
  {
    name: 'a repeating ban',
    edits: [
      [
        'closure.yaml',
        '    recovery: 1 week',
        '    repeat: { mean_time_between: 9 weeks, duration: 3 days }',
      ],
      ['closure.yaml', 'ban: {', 'ban: «{'],
    ],
    code: 'wrong-value',
    message: 'a ban cannot repeat',
    hint: 'write `add_cost` or `close`, or events with dates of their own',
  },
  {
    name: 'a day on which all occurrences are announced',
    edits: [
      [
        'baseline.yaml',
        'until: 2026-02-28',
        'announced: «2025-11-01\n    repeat: { mean_time_between: 9 weeks, duration: 3 days }',
      ],
    ],
    code: 'wrong-value',
    message: 'an event that repeats is announced so long before each start',
    hint: 'such as `3 days`',
  },
  {
    name: 'an event that repeats without end',
    edits: [
      ['baseline.yaml', 'until: 2026-02-28', 'repeat: { mean_time_between: «10 h, duration: 2 h }'],
    ],
    code: 'out-of-range',
    message: 'the event may happen more than 1000 times',
    hint: 'what is shut so often has a lower capacity: `multiply_capacity`, or a calendar',
  },
  {
    name: 'a mean time of nothing',
    edits: [
      [
        'baseline.yaml',
        'until: 2026-02-28',
        'repeat: { mean_time_between: «0 days, duration: 2 h }',
      ],
    ],
    code: 'out-of-range',
    message: 'must be more than 0',
  },
  {
    name: 'a mean time without unit',
    edits: [
      ['baseline.yaml', 'until: 2026-02-28', 'repeat: { mean_time_between: «60, duration: 2 h }'],
    ],
    code: 'missing-unit',
    message: '60 has no unit; expected days, such as `30 days`',
  },
  {
    name: 'a repetition without duration',
    edits: [['baseline.yaml', 'until: 2026-02-28', 'repeat: «{ mean_time_between: 9 weeks }']],
    code: 'missing-key',
    message: '"duration" is missing',
  },
  {
    name: 'a key that repetitions do not have',
    edits: [
      [
        'baseline.yaml',
        'until: 2026-02-28',
        'repeat: { mean_time_between: 9 weeks, duration: 1 day, «every: 3 days }',
      ],
    ],
    code: 'unknown-key',
    message: '"every" is not a key here',
    hint: 'valid here: mean_time_between, duration',
  },
]);
