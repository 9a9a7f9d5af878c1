// Which corridor a link serves most.

import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { mainCorridors } from '../../src/results/main-corridors.ts';
import { createTableBuilder } from '../../src/results/table-builder.ts';
import { corridor, flow, link, node, scenario } from '../networks.ts';

const world = scenario({
  days: 30,
  nodes: ['A', 'H', 'N', 'S', 'B'].map((id) => node(id, { kind: id === 'N' ? 'border' : 'hub' })),
  links: [
    link('AH', 'A', 'H'),
    link('HN', 'H', 'N'),
    link('NB', 'N', 'B'),
    link('HS', 'H', 'S'),
    link('SB', 'S', 'B'),
    link('BA', 'B', 'A'),
  ],
  flows: [flow('one', 'A', 'B', 1)],
  corridors: [corridor('north', [['N']]), corridor('south', [['S']])],
});

function flowsOf(north: number, south: number) {
  const columns = ['scenario', 'origin', 'destination', 'commodity', 'corridor', 'mean'];
  const table = createTableBuilder('flows', columns);
  // Two scenarios, whose tonnes are added up.
  table.add(['baseline', 'A', 'B', 'goods', 'north'], [north / 2]);
  table.add(['shock', 'A', 'B', 'goods', 'north'], [north / 2]);
  table.add(['baseline', 'A', 'B', 'goods', 'south'], [south]);
  return table.build();
}

test('a link that corridors share takes the one with more tonnes on it', () => {
  const [model] = compile(world, []);
  expect(Object.fromEntries(mainCorridors(model, flowsOf(5, 4)))).toEqual({
    AH: 'north',
    HN: 'north',
    NB: 'north',
    HS: 'south',
    SB: 'south',
  });
  expect(mainCorridors(model, flowsOf(3, 4)).get('AH')).toBe('south');
});

test('a corridor without cargo colours no link', () => {
  const [model] = compile(world, []);
  expect(mainCorridors(model, flowsOf(1, 0)).has('HS')).toBe(false);
});
