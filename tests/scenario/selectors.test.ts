// Selectors of events: a truth table of every kind of name, and the laws of sets for all, any and not.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/model/event.ts';
import type { Network } from '../../src/model/network.ts';
import type { Names } from '../../src/scenario/names.ts';
import type { Problem } from '../../src/scenario/problem.ts';
import type { SelectorFields } from '../../src/scenario/schema-selector.ts';
import { targetOf } from '../../src/scenario/select.ts';
import { corridor, link, node } from '../networks.ts';
import { load, scenarioOf } from './study.ts';

const network: Network = {
  nodes: [
    node('A', { country: 'AAA' }),
    node('P', { country: 'AAA', kind: 'port' }),
    node('B', { country: 'BBB', kind: 'border' }),
    node('C', { country: 'CCC' }),
  ],
  links: [
    link('AB', 'A', 'B', { mode: 'rail' }),
    link('BC', 'B', 'C', { mode: 'road', limited: true, capacityTonnesPerDay: 5 }),
    link('AP', 'A', 'P', { mode: 'road' }),
    link('PC', 'P', 'C', { mode: 'sea' }),
  ],
  transfers: [],
  corridors: [corridor('land', [['B']]), corridor('water', [['P']])],
  calendars: [],
};
const tags = new Map<string, Target>([
  ['pass', { nodes: ['B'], links: ['AB'], corridors: [] }],
  ['slow', { nodes: [], links: ['PC'], corridors: ['water'] }],
]);
const table = (ids: readonly string[]) => new Map(ids.map((id) => [id, id]));
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const countries = ['AAA', 'BBB', 'CCC'];
const names: Names = {
  nodes: table(idsOf(network.nodes)),
  links: table(idsOf(network.links)),
  corridors: table(idsOf(network.corridors)),
  countries: table(countries),
  commodities: table([]),
  calendars: table([]),
  sources: table([]),
  tags,
};
const place = { source: { file: 'x.yaml', text: '', lineStarts: [0] }, offset: 0 } as never;
const tree = { kind: 'map', place, entries: new Map() } as const;

/** What a selector names, as one list; a text when it is refused. */
function select(selector: SelectorFields): string[] | string {
  const problems: Problem[] = [];
  const target = targetOf(selector, tree, [], { names, network, problems });
  expect(problems.every(({ code }) => code === 'matches-nothing')).toBe(true);
  expect(problems.length === 0).toBe(target !== undefined);
  if (!target) return 'refused';
  return [...target.nodes, ...target.links, ...target.corridors];
}

const everything = [...idsOf(network.nodes), ...idsOf(network.links), ...idsOf(network.corridors)];

describe('what each kind of name names', () => {
  // A row: a selector, and what of A P B C, AB BC AP PC, land water it names (x) or not (.).
  const rows: [SelectorFields, string][] = [
    [{ nodes: ['A', 'C'] }, 'x..x ....  ..'],
    [{ links: ['AP'] }, '.... ..x.  ..'],
    [{ corridors: ['water'] }, '.... ....  .x'],
    // Nodes of the country, and links with an end in it.
    [{ countries: ['BBB'] }, '..x. xx..  ..'],
    [{ modes: ['road'] }, '.... .xx.  ..'],
    // A port, and a limited link: both can have a queue.
    [{ crossings: ['P', 'BC'] }, '.x.. .x..  ..'],
    [{ tags: ['pass'] }, '..x. x...  ..'],
    [{ tags: ['slow'] }, '.... ...x  .x'],
    // Several keys, and several names: everything that any of them names.
    [{ nodes: ['A'], modes: ['sea'], tags: ['pass'] }, 'x.x. x..x  ..'],
    [{ any: [{ nodes: ['A'] }, { modes: ['sea'] }, { tags: ['pass'] }] }, 'x.x. x..x  ..'],
    [{ all: [{ countries: ['AAA'] }, { modes: ['road'] }] }, '.... ..x.  ..'],
    [{ all: [{ countries: ['AAA'] }, { not: { modes: ['road'] } }] }, 'xx.. x..x  ..'],
    [{ not: { countries: ['AAA', 'BBB'] } }, '...x ....  xx'],
    [{ not: { corridors: ['land'] } }, 'xxxx xxxx  .x'],
  ];
  test.each(rows)('%j', (selector, expected) => {
    const marks = expected.replaceAll(' ', '');
    expect(select(selector)).toEqual(everything.filter((_, index) => marks[index] === 'x'));
  });
});

describe('the laws of sets hold for any selectors', () => {
  const some = (ids: readonly string[]) =>
    fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });
  const named = fc.oneof(
    some(idsOf(network.nodes)).map((nodes) => ({ nodes })),
    some(idsOf(network.links)).map((links) => ({ links })),
    some(idsOf(network.corridors)).map((corridors) => ({ corridors })),
    some(countries).map((list) => ({ countries: list })),
    some(['rail', 'road', 'sea']).map((modes) => ({ modes }) as SelectorFields),
    some(['P', 'B', 'BC']).map((crossings) => ({ crossings })),
    some([...tags.keys()]).map((list) => ({ tags: list })),
    fc.record({ nodes: some(idsOf(network.nodes)), tags: some([...tags.keys()]) }),
  );
  const { selector } = fc.letrec<{ selector: SelectorFields }>((tie) => ({
    selector: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      named,
      fc.array(tie('selector'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('selector'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('selector').map((not) => ({ not })),
    ),
  }));
  const options = { seed: 1, numRuns: 200 };
  const parts = selector.filter((one) => typeof select(one) !== 'string');

  test('each node, link and corridor is named as the truth values of its names say', () => {
    fc.assert(
      fc.property(parts, (one) => {
        expect(select(one)).toEqual(everything.filter((id) => isNamed(one, id)));
      }),
      options,
    );
  });

  test('what names nothing, in the whole or in a part, is refused, and nothing else', () => {
    fc.assert(
      fc.property(selector, (one) => {
        expect(typeof select(one) === 'string').toBe(hasEmptyPart(one));
      }),
      options,
    );
  });

  test('not(not x) = x', () => {
    fc.assert(
      fc.property(parts, (x) => {
        fc.pre(select(x).length < everything.length);
        expect(select({ not: { not: x } })).toEqual(select(x));
      }),
      options,
    );
  });

  test('De Morgan: not(any) = all of the nots, and not(all) = any of the nots', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const nots = [{ not: a }, { not: b }];
        expect(select({ all: nots })).toEqual(select({ not: { any: [a, b] } }));
        const common = select({ all: [a, b] });
        // Where a part names nothing it is refused, though the whole would name something.
        fc.pre(typeof common !== 'string');
        fc.pre([a, b].every((one) => select(one).length < everything.length));
        expect(select({ any: nots })).toEqual(select({ not: { all: [a, b] } }));
      }),
      options,
    );
  });

  test('the order of all and any does not matter, nor does saying a thing twice', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), fc.gen(), (list, gen) => {
        const shuffled = gen(fc.shuffledSubarray, list, { minLength: list.length });
        for (const key of ['all', 'any'] as const) {
          const once = select({ [key]: list });
          expect(select({ [key]: shuffled })).toEqual(once);
          expect(select({ [key]: [...list, list[0]] })).toEqual(once);
        }
      }),
      options,
    );
  });
});

/** The truth of a selector for one part of the network, without sets. */
function isNamed(selector: SelectorFields, id: string): boolean {
  const { all, any, not } = selector;
  if (all) return all.every((one) => isNamed(one, id));
  if (any) return any.some((one) => isNamed(one, id));
  if (not) return !isNamed(not, id);
  const ofNode = network.nodes.find((other) => other.id === id);
  const ofLink = network.links.find((other) => other.id === id);
  const ends = network.nodes.filter((other) => [ofLink?.from, ofLink?.to].includes(other.id));
  const places = ofNode ? [ofNode] : ends;
  const inCountry = places.some(({ country }) => selector.countries?.includes(country));
  const lists = [selector.nodes, selector.links, selector.corridors, selector.crossings];
  return (
    lists.some((list) => list?.includes(id)) ||
    inCountry ||
    (ofLink !== undefined && (selector.modes?.includes(ofLink.mode) ?? false)) ||
    (selector.tags ?? []).some((tag) => Object.values(tags.get(tag)!).flat().includes(id))
  );
}

function hasEmptyPart(selector: SelectorFields): boolean {
  const { all = [], any = [], not } = selector;
  const inner = [...all, ...any, ...(not ? [not] : [])];
  return inner.some(hasEmptyPart) || !everything.some((id) => isNamed(selector, id));
}

describe('in the files of a study', () => {
  const tagged = [
    ['node.csv', 'source,note\n', 'source,tags\n'],
    ['node.csv', '20000 t a day', 'frost gauge-break'],
    ['baseline.yaml', '{ nodes: [NOR] }', '{ tags: [frost] }'],
  ] as const;

  test('tags of a table and of corridors', () => {
    const target = scenarioOf('baseline.yaml', ...tagged, [
      'corridors.yaml',
      'via: [[NOR]] }',
      'via: [[NOR]], tags: [frost] }',
    ]).events[0].target;
    expect(target).toEqual({ nodes: ['NOR'], links: [], corridors: ['northern'] });
  });

  test('a selector that `not` widens to all cargo is a warning', () => {
    const outcome = load('closure.yaml', [
      'closure.yaml',
      '{ countries: [RUS] }',
      '{ not: { modes: [sea] } }',
    ]);
    expect(outcome.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning matches-everything',
    ]);
    const within = load('closure.yaml', [
      'closure.yaml',
      '{ countries: [RUS] }',
      '{ all: [{ countries: [RUS] }, { not: { modes: [sea] } }] }',
    ]);
    expect(within.problems).toEqual([]);
  });
});
