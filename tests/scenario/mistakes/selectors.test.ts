// Selectors that name nothing, or mix what they should join.

import { checkMistakes, type Mistake } from './check-mistakes.ts';

const winter = '{ nodes: [NOR] }';

/** A mistake in the selector of the winter of the baseline. */
function mistake(
  name: string,
  selector: string,
  problem: Pick<Mistake, 'code' | 'message' | 'hint'>,
  ...edits: Mistake['edits']
): Mistake {
  return { name, edits: [['baseline.yaml', winter, selector], ...edits], ...problem };
}

checkMistakes([
  mistake('an empty selector', '«{}', {
    code: 'matches-nothing',
    message: 'this names nothing that an event could hit',
  }),
  mistake('a list without names', '{ nodes: [NOR], «links: [] }', {
    code: 'matches-nothing',
    message: '"links" names nothing',
  }),
  mistake('an empty selector among others', '{ any: [{ nodes: [NOR] }, «{}] }', {
    code: 'matches-nothing',
    message: 'this names nothing that an event could hit',
  }),
  mistake('an unknown node in a part of a selector', '{ all: [{ nodes: [NOR, «NRO] }] }', {
    code: 'unknown-node',
    message: 'there is no node "NRO"',
    hint: 'nearest: "NOR"',
  }),
  mistake('an unknown crossing', '{ crossings: [«NRO] }', {
    code: 'unknown-crossing',
    message: 'there is no crossing "NRO"',
    hint: 'nearest: "NOR"',
  }),
  mistake('a crossing at which nothing queues', '{ crossings: [NOR, «DUI] }', {
    code: 'unknown-crossing',
    message: 'there is no crossing "DUI"',
    hint: 'crossings: NOR, SOU, L3',
  }),
  mistake('a tag where there is none', '{ tags: [«frost] }', {
    code: 'unknown-tag',
    message: 'there is no tag "frost"',
    hint: 'no node, link or corridor has a tag',
  }),
  mistake(
    'a tag that nothing has',
    '{ tags: [«mountains] }',
    {
      code: 'unknown-tag',
      message: 'there is no tag "mountains"',
      hint: 'tags: frost, flat',
    },
    ['corridors.yaml', 'via: [[NOR]] }', 'via: [[NOR]], tags: [frost, flat] }'],
  ),
  mistake(
    'a mistyped tag',
    '{ not: { tags: [«forst] } }',
    { code: 'unknown-tag', message: 'there is no tag "forst"', hint: 'nearest: "frost"' },
    ['corridors.yaml', 'via: [[NOR]] }', 'via: [[NOR]], tags: [frost, flat] }'],
  ),
  mistake('parts that have nothing in common', '{ «all: [{ nodes: [NOR] }, { modes: [sea] }] }', {
    code: 'matches-nothing',
    message: 'there is nothing that all of these name',
    hint: '',
  }),
  mistake(
    'a corridor within a country',
    '{ «all: [{ corridors: [northern] }, { countries: [RUS] }] }',
    {
      code: 'matches-nothing',
      message: 'there is nothing that all of these name',
      hint: 'a corridor is no node or link, and has nothing in common with them',
    },
  ),
  mistake(
    'everything but everything',
    '{ «not: { any: [{ nodes: [NOR] }, { not: { nodes: [NOR] } }] } }',
    { code: 'matches-nothing', message: 'this leaves nothing of the network' },
  ),
  mistake('not beside a name', '{ countries: [RUS], «not: { modes: [rail] } }', {
    code: 'mixed-selector',
    message: '"not" stands alone',
    hint: 'join them: `all: [{ countries: [IRN] }, { not: { modes: [sea] } }]`',
  }),
  mistake('a key that selectors do not have', '{ any: [{ «node: [NOR] }] }', {
    code: 'unknown-key',
    message: '"node" is not a key here',
    hint: 'nearest: "nodes"',
  }),
  mistake('a list where one selector stands', '{ not: «[{ nodes: [NOR] }] }', {
    code: 'wrong-type',
    message: 'expected keys and values, got a list',
  }),
  mistake('an empty list of selectors', '{ any: «[] }', {
    code: 'wrong-value',
    message: 'this may not be empty',
  }),
  mistake(
    'a tag with a sign in it',
    winter,
    {
      code: 'wrong-id',
      message: 'an id has only letters, digits, - and _ in it',
    },
    ['corridors.yaml', 'via: [[NOR]] }', 'via: [[NOR]], tags: [«frost!] }'],
  ),
  mistake(
    'tags with a comma between them',
    winter,
    {
      code: 'wrong-id',
      message: '"frost," is not a tag',
      hint: 'tags have only letters, digits, - and _ in them, and one space between them',
    },
    ['node.csv', 'source,note\n', 'source,tags\n'],
    ['node.csv', '20000 t a day', '«"frost, slow"'],
  ),
]);
