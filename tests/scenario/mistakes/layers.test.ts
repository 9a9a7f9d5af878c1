// Layers that contradict each other, change nothing, name nothing or are too many: each is one problem, word for word.

import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/scenario/problem.ts';
import { loadFile } from '../study.ts';

const head = 'schema_version: 1\nname: grid\ntitle: Grid\nextends: baseline.yaml\n';
const shut = `overrides:
  - id: shut
    title: Shut
    events:
      - { id: stop, title: Stop, on: { nodes: [NOR] }, from: 2026-03-01, for: 10 days, effect: { close: true }, source: atlas }
`;
const dear =
  '  - { id: dear, title: Dear, set: { corridors.northern.constant: 9 USD/t, corridors.northern.source: atlas } }\n';

/** What is wrong with a file; lines are counted from the first after the head. */
function wrong(body: string, others: Readonly<Record<string, string>> = {}): string[] {
  const { problems } = loadFile('grid.yaml', head + body, others);
  return problems.map(({ file, line, column, code, message, hint }) => {
    const where = file === 'grid.yaml' ? `${line - 4}:${column}` : `${file}:${line}:${column}`;
    return [`${where} ${code}: ${message}`, hint].filter(Boolean).join('; ');
  });
}

const scenario = (...ids: string[]) =>
  `scenarios:\n  - { name: a, title: A, overrides: [${ids.join(', ')}] }\n`;

describe('set twice', () => {
  test.each([
    [
      'by two overrides',
      `${shut + dear}  - { id: more, title: More, set: { corridors.northern.constant: 12 USD/t } }\n${scenario('shut', 'dear', 'more')}`,
      '7:37 set-twice: "corridors.northern.constant" is set in line 10 too; to replace that, write replaces: [corridors.northern.constant]',
    ],
    [
      'by the file and an override',
      `set: { behaviour.inertia: 5 days }\n${shut}  - { id: slow, title: Slow, set: { behaviour.inertia: 9 days } }\n${scenario('shut', 'slow')}`,
      '7:37 set-twice: "behaviour.inertia" is set in line 5 too; to replace that, write replaces: [behaviour.inertia]',
    ],
    [
      'a field of an event: of several, the first is named',
      `${shut}  - { id: long, title: Long, events: [{ id: stop, for: 9 days, assumption: long }] }\n${scenario('shut', 'long')}`,
      '6:51 set-twice: "events.stop.for" is set in line 9 too; to replace that, write replaces: [events.stop]',
    ],
    [
      'for and until are one',
      `${shut}  - { id: long, title: Long, events: [{ id: stop, until: 2026-03-20 }] }\n${scenario('shut', 'long')}`,
      '6:51 set-twice: "events.stop.for" is set in line 9 too; to replace that, write replaces: [events.stop]',
    ],
    [
      'an event that another override brought is taken out',
      `${shut}  - { id: open, title: Open, set: { events.stop: null } }\n${scenario('shut', 'open')}`,
      '6:37 set-twice: "events.stop" is set in line 9 too; to replace that, write replaces: [events.stop]',
    ],
    [
      'a part of what was set whole',
      `set: { commodities.container.tariff_factors: { road: 3 } }\noverrides:\n  - { id: rail, title: Rail, set: { commodities.container.tariff_factors.rail: 2 } }\n${scenario('rail')}`,
      '3:37 set-twice: "commodities.container.tariff_factors.rail" is set in line 5 too; to replace that, write replaces: [commodities.container.tariff_factors.rail]',
    ],
    [
      'the whole of what was set in part',
      `set: { commodities.container.tariff_factors.rail: 2 }\noverrides:\n  - { id: road, title: Road, set: { commodities.container.tariff_factors: { road: 3 } } }\n${scenario('road')}`,
      '3:37 set-twice: "commodities.container.tariff_factors" is set in line 5 too; to replace that, write replaces: [commodities.container.tariff_factors]',
    ],
  ])('%s', (_, body, problem) => expect(wrong(body)).toEqual([problem]));

  test('by a file and the one that it extends', () => {
    const middle = `${head.replace('grid', 'middle')}seed: a\n`;
    expect(wrong('', { 'baseline.yaml': middle.replace('baseline', 'other') })[0]).toContain(
      'missing-file',
    );
    const top = head.replace('baseline', 'middle');
    const { problems } = loadFile('top.yaml', `${top}seed: b\n`, { 'middle.yaml': middle });
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '5 "seed" is set in middle.yaml, line 5 too',
    ]);
  });

  test('an event that was taken out comes again', () => {
    const again =
      '  - { id: cold, title: Cold, events: [{ id: winter, title: W, on: { nodes: [NOR] }, from: 2026-12-01, effect: { close: true }, source: atlas }] }\n';
    expect(wrong(`set: { events.winter: null }\noverrides:\n${again}${scenario('cold')}`)).toEqual([
      '3:53 set-twice: "events.winter" is taken out in line 5; give the new event another id',
    ]);
  });

  test('by one and the same layer, whole and in part', () => {
    expect(
      wrong(
        'set: { commodities.container.tariff_factors: { road: 3 }, commodities.container.tariff_factors.rail: 2 }\n',
      ),
    ).toEqual([
      '1:59 set-twice: "commodities.container.tariff_factors.rail" is set with all of "commodities.container.tariff_factors" in line 5 too; take one of the two out',
    ]);
    expect(wrong('events: [{ id: winter, ramp: 3 days }]\nset: { events.winter: null }\n')).toEqual(
      [
        '1:24 set-twice: "events.winter.ramp" is set with all of "events.winter" in line 6 too; take one of the two out',
      ],
    );
  });
});

test.each([
  [
    'a path of replaces that replaces nothing',
    `${shut}    replaces: [events.stp]\n${scenario('shut')}`,
    '6:16 no-change: no lower layer sets "events.stp" as this one does; take it out of replaces',
  ],
  [
    'a value that stands already',
    `overrides:\n  - { id: slow, title: Slow, set: { behaviour.inertia: 60 days } }\n${scenario('slow')}`,
    '2:56 no-change: "behaviour.inertia" has this value already',
  ],
  [
    'a value that stands already, in another unit',
    'set: { behaviour.inertia: 1440 h }\n',
    '1:27 no-change: "behaviour.inertia" has this value already',
  ],
  [
    'a cell of a table that stands already, with a point',
    'set: { nodes.NOR.passage_hours: 24.0 }\n',
    '1:33 no-change: "nodes.NOR.passage_hours" has this value already',
  ],
  [
    'a share that stands already, with a point',
    'events: [{ id: winter, probability: 70.0 % }]\n',
    '1:37 no-change: "probability" has this value already',
  ],
  [
    'a seed that is that of the baseline',
    'seed: two corridors\n',
    '1:7 no-change: "seed" has this value already',
  ],
  [
    'as many replications as the baseline',
    'replications: 10\n',
    '1:15 no-change: "replications" has this value already',
  ],
  [
    'an override without changes',
    `overrides:\n  - { id: idle, title: Idle }\n${scenario('idle')}`,
    '2:5 no-change: this override changes nothing; write what it changes under set or events',
  ],
  [
    'an override with an empty list',
    `overrides:\n  - { id: idle, title: Idle, events: [] }\n${scenario('idle')}`,
    '2:5 no-change: this override changes nothing; write what it changes under set or events',
  ],
  [
    'an override that no scenario uses',
    `${shut + dear}${scenario('shut')}`,
    '6:5 unused-override: no scenario uses the override "dear"; name it under scenarios or in the matrix, or take it out',
  ],
  [
    'overrides alone',
    shut,
    '2:5 unused-override: no scenario uses the override "shut"; name it under scenarios or in the matrix, or take it out',
  ],
  [
    'a scenario of an override that is not there',
    `${shut}scenarios:\n  - { name: a, title: A, overrides: [shut, shot] }\n`,
    '7:44 unknown-override: there is no override "shot"; nearest: "shut"',
  ],
  [
    'an axis with an override that is not there',
    `${shut}matrix: [[nine, shut]]\n`,
    '6:11 unknown-override: there is no override "nine"; nearest: "none"',
  ],
  [
    'none in a combination',
    `${shut}scenarios:\n  - { name: a, title: A, overrides: [shut, none] }\n`,
    '7:44 unknown-override: there is no override "none"; overrides: shut',
  ],
  [
    'an override twice in an axis',
    `${shut}matrix: [[shut, shut]]\n`,
    '6:17 duplicate-id: "shut" stands in this list already',
  ],
  [
    'an override in two axes',
    `${shut}matrix: [[none, shut], [shut]]\n`,
    '6:25 duplicate-id: "shut" stands in another axis already',
  ],
  [
    'two overrides of one name',
    `${shut}  - { id: shut, title: Again, set: { behaviour.inertia: 3 days } }\n${scenario('shut')}`,
    '6:11 duplicate-id: there is already an override "shut"',
  ],
  [
    'two scenarios of one name',
    `${shut + dear}${scenario('shut')}  - { name: a, title: B, overrides: [dear] }\n`,
    '9:13 duplicate-id: there is already a scenario "a"',
  ],
  [
    'a scenario with the name of the baseline',
    `${shut}${scenario('shut').replace('name: a', 'name: baseline')}`,
    '7:13 duplicate-id: the file that this one extends is named "baseline" too',
  ],
  [
    'overrides by name in place of a list',
    `overrides:\n  slow: { title: Slow, set: { behaviour.inertia: 3 days } }\n${scenario('slow')}`,
    '2:3 wrong-type: expected a list, got keys and values',
  ],
  [
    'a mistyped key beside a grid that cannot be made',
    `${shut.replace('overrides', 'override')}matrix: [[shut]]\n`,
    [
      '1:1 unknown-key: "override" is not a key here; nearest: "overrides"',
      '6:11 unknown-override: there is no override "shut"; overrides: none',
    ],
  ],
  [
    'an override called none',
    `overrides:\n  - { id: none, title: No, set: { behaviour.inertia: 3 days } }\n${scenario('none')}`,
    '2:11 ambiguous-id: "none" stands for no override',
  ],
  ['an empty axis', `${shut}matrix: [[shut], []]\n`, '6:18 wrong-value: this may not be empty'],
  [
    'a key of an override that is none',
    `${shut}    effects: 3\n${scenario('shut')}`,
    '6:5 unknown-key: "effects" is not a key here; nearest: "events"',
  ],
  [
    'an override without title',
    `overrides:\n  - { id: slow, set: { behaviour.inertia: 3 days } }\n${scenario('slow')}`,
    '2:5 missing-key: "title" is missing',
  ],
  [
    'a path that leads nowhere, in two scenarios: told once',
    `overrides:\n  - { id: slow, title: Slow, set: { behavior.inertia: 3 days } }\n${scenario('slow')}matrix: [[slow]]\n`,
    '2:37 unknown-path: there is no "behavior" in the path "behavior.inertia"; nearest: "behaviour"',
  ],
  [
    'an event of an override outside the horizon',
    `${shut.replace('2026-03-01', '2036-03-01')}${scenario('shut')}`,
    '5:62 outside-horizon: this event starts after the last day of the horizon; it runs from 2025-01-01 to 2027-12-31',
  ],
  [
    'an event of an override on what is not there',
    `${shut.replace('[NOR]', '[NORD]')}${scenario('shut')}`,
    '5:48 unknown-node: there is no node "NORD"; nearest: "NOR"',
  ],
  [
    'a change of an event that only another override brings',
    `${shut}  - { id: long, title: Long, replaces: [events.stop], events: [{ id: stop, for: 9 days, assumption: long }] }\nmatrix: [[none, shut], [long]]\n`,
    [
      '6:64 missing-key: "title" is missing',
      '6:64 missing-key: "from" is missing',
      '6:64 missing-key: "effect" is missing',
    ],
  ],
  [
    'an expectation of what is not there',
    `${shut}scenarios:\n  - { name: a, title: A, overrides: [shut], expect: [{ corridor: nothern, change: falls }] }\n`,
    '7:66 unknown-corridor: there is no corridor "nothern"; nearest: "northern"',
  ],
])('%s', (_, body, problem) => expect(wrong(body)).toEqual([problem].flat()));

test('a grid of more than 200 scenarios is refused before one of them is made', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `o${index}`);
  const overrides = ids
    .map(
      (id, index) => `  - { id: ${id}, title: T, set: { behaviour.inertia: ${index + 1} days } }\n`,
    )
    .join('');
  const body = `overrides:\n${overrides}scenarios:\n  - { name: a, title: A, overrides: [o1] }\n`;
  const thirds = [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)];
  expect(wrong(`${body}matrix: [${thirds.map((axis) => `[${axis}]`)}]\n`)).toEqual([
    '34:9 too-many-scenarios: these are 1001 scenarios (the grid: 10 × 10 × 10), and at most 200 are run; split the file in several',
  ]);
});

test('a file that gives several scenarios cannot be extended', () => {
  const several = `${head.replace('grid', 'several')}${shut}${scenario('shut')}`;
  const { problems } = loadFile('top.yaml', head.replace('baseline', 'several'), {
    'several.yaml': several,
  });
  expect(problems.map((problem) => formatProblem(problem))).toEqual([
    `top.yaml:4:10 several-scenarios: "several.yaml" gives several scenarios
  put what they share into a file of its own, and extend that
  rule: What a file extends gives one scenario.
3 | title: Grid
4 | extends: several.yaml
  |          ^
5 |`,
  ]);
});

test.each(['overrides', 'scenarios', 'matrix', 'replaces'])('a baseline has no %s', (key) => {
  const { problems } = loadFile(
    'mine.yaml',
    `schema_version: 1\nname: mine\ntitle: Mine\n${key}: []\n`,
  );
  expect(problems.map(({ message }) => message)).toContain(
    `"${key}" needs a baseline, named by \`extends\``,
  );
});
