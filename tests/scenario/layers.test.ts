// A file may give several scenarios: named overrides, combinations of them, and the cells of a grid.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioLoader } from '../../src/scenario/load.ts';
import { loadFile, loadWith, scenarioIn, scenariosIn } from './study.ts';

const head = 'schema_version: 1\nname: grid\ntitle: Grid\nextends: baseline.yaml\n';
const overrides = `overrides:
  - id: shut
    title: Shut
    events:
      - { id: stop, title: Stop, on: { nodes: [NOR] }, from: 2026-03-01, for: 10 days, effect: { close: true }, source: atlas }
  - { id: twice, title: Twice the grain, set: { demand.grain.not_shipped: 20 %, demand.containers.volume: 2 Mt/yr } }
  - { id: half, title: Half the cargo, set: { demand.containers.volume: 0.2 Mt/yr } }
`;
const given = (body: string) => scenariosIn(loadFile('grid.yaml', head + body));
/** The same changes in a file of their own. */
const alone = (body: string, name: string, title: string) =>
  scenarioIn(
    loadWith('grid.yaml', {
      'grid.yaml': `schema_version: 1\nname: ${name}\ntitle: ${title}\nextends: baseline.yaml\n${body}`,
    }),
  );
const stop =
  'events:\n  - { id: stop, title: Stop, on: { nodes: [NOR] }, from: 2026-03-01, for: 10 days, effect: { close: true }, source: atlas }\n';

describe('combinations', () => {
  const both = 'scenarios:\n  - { name: both, title: Both, overrides: [shut, twice] }\n';
  const half = '  - { name: half, title: Half, overrides: [half] }\n';

  test('a combination is what a file with all its changes would be', () => {
    const [first, second] = given(overrides + both + half);
    const set = 'set: { demand.grain.not_shipped: 20 %, demand.containers.volume: 2 Mt/yr }\n';
    expect(first).toEqual(alone(stop + set, 'both', 'Both'));
    expect(second).toEqual(alone('set: { demand.containers.volume: 0.2 Mt/yr }\n', 'half', 'Half'));
  });

  test('what stands in the file itself holds in all of them', () => {
    const shared =
      'description: For all\nset: { behaviour.inertia: 0 days }\nexpect: [{ corridor: northern, change: falls }]\n';
    const own =
      '  - { name: half, title: Half, description: Own, overrides: [half], expect: [{ corridor: southern, change: rises }] }\n';
    const found = given(shared + overrides + both + own);
    expect(found.map(({ behaviour }) => behaviour.inertiaDays)).toEqual([0, 0]);
    expect(found.map(({ description }) => description)).toEqual(['For all', 'Own']);
    expect(found.map(({ expectations }) => expectations.map(({ id }) => id))).toEqual([
      ['northern'],
      ['northern', 'southern'],
    ]);
  });

  test('a later override is laid over an earlier one, and says what it replaces', () => {
    const longer =
      '  - { id: longer, title: Longer, replaces: [events.stop], events: [{ id: stop, for: 20 days, assumption: longer }] }\n';
    const used = '  - { name: long, title: Long, overrides: [shut, longer] }\n';
    const found = given(overrides + longer + both + half + used);
    expect(found[2].events[1]).toMatchObject({ id: 'stop', durationDays: 20 });
    expect(found[0].events[1]).toMatchObject({ id: 'stop', durationDays: 10 });
  });

  test('a file over several others may replace what they set, when it says so', () => {
    const middle = `${head.replace('grid', 'middle')}seed: a\nset: { corridors.northern.constant: 5 USD/t, corridors.northern.assumption: middle }\n`;
    const top = `${head.replace('baseline', 'middle')}seed: b\nset: { corridors.northern.constant: 6 USD/t }\nreplaces: [seed, corridors.northern.constant]\n`;
    const [scenario] = scenariosIn(loadFile('grid.yaml', top, { 'middle.yaml': middle }));
    expect(scenario.seed).toBe('b');
    expect(scenario.network.corridors[0].constantPerTonne).toBe(6);
  });
});

describe('the matrix', () => {
  const matrix = 'matrix:\n  - [none, shut]\n  - [twice, none, half]\n';

  test('gives a scenario a cell, row by row, named after the file and the overrides', () => {
    const cells = given(overrides + matrix);
    expect(cells.map(({ name, title }) => [name, title])).toEqual([
      ['grid_none_twice', 'Twice the grain'],
      ['grid_none_none', 'Grid'],
      ['grid_none_half', 'Half the cargo'],
      ['grid_shut_twice', 'Shut; Twice the grain'],
      ['grid_shut_none', 'Shut'],
      ['grid_shut_half', 'Shut; Half the cargo'],
    ]);
  });

  test('a cell is what a file with its changes would be; without changes, the baseline', () => {
    const cells = given(overrides + matrix);
    const set = 'set: { demand.containers.volume: 0.2 Mt/yr }\n';
    expect(cells[5]).toEqual(alone(stop + set, 'grid_shut_half', 'Shut; Half the cargo'));
    expect(cells[1]).toEqual(alone('', 'grid_none_none', 'Grid'));
  });

  test('stands after the combinations', () => {
    const names = given(
      `${overrides + matrix}scenarios:\n  - { name: a, title: A, overrides: [shut] }\n`,
    ).map(({ name }) => name);
    expect(names).toHaveLength(7);
    expect(names[0]).toBe('a');
  });

  test('of 200 scenarios is taken', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `o${index}`);
    const many = ids
      .map(
        (id, index) =>
          `  - { id: ${id}, title: T, set: { demand.containers.volume: ${index + 1} Mt/yr } }\n`,
      )
      .join('');
    const rows = ['none', 'shut'];
    const columns = [...ids, 'none'];
    const more = Array.from(
      { length: 170 },
      (_, index) => `  - { name: s${index}, title: S, overrides: [half] }\n`,
    ).join('');
    const body = `${overrides.replace(/ {2}- { id: twice.*\n/, '')}${many}scenarios:\n${more}matrix: [[${rows}], [${columns}]]\n`;
    expect(given(body)).toHaveLength(200);
  });
});

test('the example gives three combinations and a grid of two by three', () => {
  const load = scenarioLoader((path) => readFileSync(path, 'utf8'));
  const scenarios = scenariosIn(load('scenarios/examples/torkham-and-gulf.yaml'));
  expect(scenarios.map(({ name }) => name)).toEqual([
    'gulf-dear',
    'both-shocks',
    'long-shut',
    'grid_none_none',
    'grid_none_little-cargo',
    'grid_none_much-cargo',
    'grid_torkham-shut_none',
    'grid_torkham-shut_little-cargo',
    'grid_torkham-shut_much-cargo',
  ]);
  expect(scenarios[2].events[0].durationDays).toBeCloseTo(365.25 / 2, 9);
});
