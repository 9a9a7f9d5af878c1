// Numbers that do not say where they come from.

import { checkMistakes } from './check-mistakes.ts';

const missing = {
  code: 'missing-source',
  message: 'these numbers have no source',
  hint: 'write source: [key] or assumption: why',
};

checkMistakes([
  {
    name: 'a range of what is no number',
    edits: [
      [
        'sources.yaml',
        '  handbook: { title: Handbook of freight }\n',
        '  handbook: { title: Handbook of freight }\nranges:\n  «ntil: { low: 0 %, high: 0 %, assumption: a day }\n',
      ],
    ],
    code: 'unknown-key',
    message: '"ntil" is not a key here',
    hint: 'nearest: "until"',
  },
  {
    name: 'a flow',
    edits: [
      ['demand.yaml', '    assumption: a quarter of all\n', ''],
      ['demand.yaml', 'id: grain', '«id: grain'],
    ],
    ...missing,
  },
  {
    name: 'a commodity',
    edits: [
      ['commodities.yaml', '    source: [handbook]\n', ''],
      ['commodities.yaml', 'id: container', '«id: container'],
    ],
    ...missing,
  },
  {
    name: 'a rate',
    edits: [
      ['rates.yaml', ', assumption: slow ships', ''],
      ['rates.yaml', '{ mode: sea, speed', '«{ mode: sea, speed'],
    ],
    ...missing,
  },
  {
    name: 'a row of a table',
    edits: [
      ['node.csv', 'KAZ,,,,atlas', 'KAZ,,,,'],
      ['node.csv', 'ALM', '«ALM'],
    ],
    ...missing,
  },
  {
    name: 'an event',
    edits: [
      ['closure.yaml', '    source: [atlas]\n', ''],
      ['closure.yaml', 'id: shut', '«id: shut'],
    ],
    ...missing,
  },
  {
    name: 'an input',
    edits: [
      ['demand.yaml', 'unit: Mt/yr, source: [handbook]', 'unit: Mt/yr'],
      ['demand.yaml', '{ id: kaz-europe', '«{ id: kaz-europe'],
    ],
    ...missing,
  },
  {
    name: 'a corridor with a constant',
    edits: [
      ['corridors.yaml', ', source: handbook', ''],
      ['corridors.yaml', '{ id: southern', '«{ id: southern'],
    ],
    ...missing,
  },
  {
    name: 'the behaviour',
    edits: [
      ['baseline.yaml', '  assumption: as elsewhere\n', ''],
      ['baseline.yaml', 'inertia', '«inertia'],
    ],
    ...missing,
  },
  {
    name: 'a source and an assumption at once',
    edits: [['rates.yaml', 'assumption: slow ships', 'source: [atlas], assumption: «slow ships']],
    code: 'two-sources',
    message: 'these numbers have both a source and an assumption',
    hint: 'write source: [key] or assumption: why; a scenario takes the other away with `source: null`',
  },
]);
