// Networks of other tools become studies: what is read, in which units, and what is wrong with a file.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { solveStaticSplit } from '../../src/equilibrium/static-split.ts';
import { type ImportSettings, importStudy } from '../../src/import/import-study.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { sourceText } from '../../src/scenario/place.ts';
import { formatProblem } from '../../src/scenario/problem.ts';

type Texts = Record<string, string>;

const read = (folder: string, ...names: string[]): Texts =>
  Object.fromEntries(
    names.map((name) => [name, readFileSync(`tests/fixtures/${folder}/${name}`, 'utf8')]),
  );
const gmns = read('gmns', 'node.csv', 'link.csv', 'demand.csv');
const tntp = read('tntp', 'diamond_net.tntp', 'diamond_trips.tntp', 'diamond_node.tntp');

const settings: ImportSettings = {
  units: { length: 'km', speed: 'km/h', time: 'min' },
  volumeUnit: '2 t/day',
  tariff: '0.1 USD/t/km',
  valueOfTime: '24 USD/t/day',
  routeScale: '0.5 t/USD',
  mode: 'road',
  country: 'DEU',
};

const imported = (texts: Texts, changed: Partial<ImportSettings> = {}) =>
  importStudy(
    Object.entries(texts).map(([file, text]) => sourceText(file, text)),
    { ...settings, ...changed },
  );

/** The study that comes out, loaded like any other. */
function studyOf(texts: Texts, changed: Partial<ImportSettings> = {}): Scenario {
  const outcome = imported(texts, changed);
  if (!('files' in outcome)) throw new Error(JSON.stringify(outcome));
  const loaded = loadScenario('baseline.yaml', (path) => outcome.files.get(path));
  expect(loaded.problems).toEqual([]);
  return (loaded as { baseline: Scenario }).baseline;
}

/** What is wrong, without the lines of the file. */
function mistakesOf(texts: Texts, changed: Partial<ImportSettings> = {}): string[] {
  const outcome = imported(texts, changed);
  if (!('problems' in outcome)) throw new Error('nothing is wrong');
  return [
    ...outcome.problems.map((problem) => formatProblem({ ...problem, frame: '', hint: '' })),
    ...outcome.messages,
  ];
}

describe('GMNS', () => {
  test('a study with the units stated, zones as nodes, trips within a zone left out', () => {
    const { network, flows, behaviour } = studyOf(gmns);
    expect(network.nodes.map(({ id, name, country }) => [id, name, country])).toEqual([
      ['N1', 'West', 'DEU'],
      ['N2', 'North', 'DEU'],
      ['N3', 'South', 'DEU'],
      ['N4', 'East', 'DEU'],
    ]);
    // 30 km at 60 km/h are half an hour, and 3 USD/t; link 5 is one way.
    expect(network.links.map((link) => link.lengthKm)).toEqual([30, 30, 40, 40, 90]);
    expect(network.links[0].travelDays * 24).toBeCloseTo(0.5, 12);
    expect(network.links[0].costPerTonne).toBeCloseTo(3, 12);
    expect(network.links.map((link) => link.directed)).toEqual([false, false, false, false, true]);
    // A volume of 10 at 2 t/day each is 20 t/day, 20 · 365.25 t/yr.
    expect(flows.map(({ origin, destination }) => [origin, destination])).toEqual([
      ['N1', 'N4'],
      ['N4', 'N1'],
    ]);
    expect(flows[0].volumeTonnesPerYear).toBeCloseTo(20 * 365.25, 6);
    expect(behaviour.choiceSets).toBe('via-node');
  });

  test('the split is the plain path-size logit', () => {
    // 1-2-4 costs 6 USD/t and an hour (1 USD/t at 24 USD/t/day), 7; 1-3-4 costs 8 and 0.8 h, 8.8. They share nothing, so
    // that with θ 0.5 the first has 1/(1 + e^(-0.5 · 1.8)). The other way round there is a third, straight, of 9.9, beyond
    // 1.4 · 7 = 9.8.
    const baseline = studyOf(gmns);
    const [model] = compile(baseline, []);
    const { routeTonnes } = solveStaticSplit(model, new Float64Array(0));
    const total = routeTonnes[0] + routeTonnes[1];
    expect(model.counts.routes).toBe(4);
    expect(routeTonnes[0] / total).toBeCloseTo(1 / (1 + Math.exp(-0.9)), 12);
  });

  test('config.csv says in which units lengths and speeds are', () => {
    const config = 'dataset_name,long_length,speed\nsmall,miles,mph\n';
    const none = { length: undefined, speed: undefined, time: undefined };
    const { network } = studyOf({ ...gmns, 'config.csv': config }, { units: none });
    expect(network.links[0].lengthKm).toBeCloseTo(30 * 1.609344, 9);
    expect(network.links[0].travelDays * 24).toBeCloseTo(0.5, 12);
    expect(mistakesOf(gmns, { units: none }).map((text) => text.split('\n')[0])).toEqual([
      'link.csv:1:1 missing-unit: say --length-unit: km, m, mi, ft; the files do not say in which unit lengths are',
      'link.csv:1:1 missing-unit: say --speed-unit: km/h, mi/h, m/s; the files do not say in which unit free_speed is',
    ]);
    const leagues = { ...gmns, 'config.csv': config.replace('miles', 'leagues') };
    expect(mistakesOf(leagues)[0]).toContain(
      'config.csv:2:7 unknown-unit: the unit "leagues" is not known',
    );
  });

  test.each([
    ['link.csv', '1,1,2,', '1,1,9,', 'link.csv:2:5 unknown-node: there is no node 9'],
    ['link.csv', '30,60', 'x,60', 'link.csv:2:13 not-a-number: "x" is not a number'],
    ['link.csv', '30,60', '0,60', 'link.csv:2:13 out-of-range: "length" is 0; it must be above 0'],
    ['link.csv', '30,60', '30,', 'link.csv:2:16 missing-value: "free_speed" is empty here'],
    ['link.csv', ',false', ',maybe', 'link.csv:2:7 wrong-choice: "maybe" is no direction'],
    ['link.csv', ',length', ',long', 'link.csv:1:1 missing-column: the column "length" is missing'],
    ['node.csv', '2,North', '1,North', 'node.csv:3:1 duplicate-id: the node 1 stands here twice'],
    ['node.csv', '2,North', 'N1,North', 'node.csv:3:1 ambiguous-id: N1 is the name of another'],
    ['node.csv', ',102,', ',101,', 'node.csv:5:18 duplicate-id: zone 101 has a node already'],
    ['demand.csv', '101,102', '101,7', 'demand.csv:2:5 unknown-node: no node belongs to zone 7'],
    ['demand.csv', '102,10\n', '102,-1\n', 'demand.csv:2:9 out-of-range: a volume is not below 0'],
  ])('a mistake in %s: %s written as %s', (file, right, wrong, message) => {
    const text = gmns[file].replace(right, wrong);
    expect(text).not.toBe(gmns[file]);
    expect(mistakesOf({ ...gmns, [file]: text }).join('\n')).toContain(message);
  });
});

describe('TNTP', () => {
  test('zones are not passed through; links of length 0 are a metre long', () => {
    const { network, flows } = studyOf(tntp);
    expect(network.nodes.map(({ id }) => id)).toEqual(['N1', 'N1-end', 'N2', 'N2-end', 'N3', 'N4']);
    expect(network.links.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'N1 N3',
      'N1 N4',
      'N3 N2-end',
      'N4 N2-end',
      'N2 N3',
      'N3 N1-end',
    ]);
    expect(network.links[0].lengthKm).toBe(0.001);
    expect(network.links[0].travelDays).toBe(0);
    // 12 minutes are a fifth of an hour.
    expect(network.links[2].travelDays * 24).toBeCloseTo(0.2, 12);
    expect(flows.map(({ origin, destination }) => `${origin} ${destination}`)).toEqual([
      'N1 N2-end',
      'N2 N1-end',
    ]);
    expect(flows[1].volumeTonnesPerYear).toBeCloseTo(30 * 365.25, 6);
    // Places in metres are scaled: 2,000 of them into 10 degrees.
    expect(network.nodes[2].longitudeDegrees).toBe(10);
    expect(network.nodes[2].latitudeDegrees).toBe(2.5);
  });

  test('without places the nodes stand in rows', () => {
    const { 'diamond_node.tntp': _, ...rest } = tntp;
    const { network } = studyOf(rest);
    expect(network.nodes[4].longitudeDegrees).toBe(0.1);
  });

  test.each([
    [
      'diamond_net.tntp',
      '\t3\t2\t1000',
      '\t3\tx\t1000',
      'diamond_net.tntp:10:2 wrong-value: expected',
    ],
    ['diamond_net.tntp', '\t7\t6', '\t7\t-6', 'diamond_net.tntp:11:2 wrong-value: expected'],
    [
      'diamond_trips.tntp',
      '2 :     20.0',
      '2 20.0',
      'diamond_trips.tntp:6:5 wrong-value: "2 20.0"',
    ],
    ['diamond_trips.tntp', 'Origin  1', '', 'diamond_trips.tntp:6:5 wrong-value: "1 : 0.0"'],
    ['diamond_node.tntp', '2\t2000', '2\tfar', 'diamond_node.tntp:3:1 wrong-value: expected'],
  ])('a mistake in %s: %j written as %j', (file, right, wrong, message) => {
    const text = tntp[file].replace(right, wrong);
    expect(text).not.toBe(tntp[file]);
    expect(mistakesOf({ ...tntp, [file]: text }).join('\n')).toContain(message);
  });
});

test('files that belong to neither format, or are not all there', () => {
  const [node] = Object.entries(gmns);
  expect(mistakesOf(Object.fromEntries([node])).join('\n')).toContain(
    'expected node.csv, link.csv',
  );
  expect(mistakesOf({ ...gmns, 'roads.shp': '' }).join('\n')).toContain(
    'roads.shp: this kind of file is not read',
  );
});

test('numbers of the wrong kind are refused, all at once', () => {
  const mistakes = mistakesOf(gmns, { volumeUnit: 'vehicles', tariff: '0.1 USD/km' });
  expect(mistakes).toHaveLength(2);
  expect(mistakes[0]).toContain('--volume-unit');
  expect(mistakes[1]).toContain('--tariff: expected dollars per tonne per kilometre');
});
