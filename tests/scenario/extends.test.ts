// A scenario is its baseline with changes: events merge by id, null removes, set replaces single values.

import { describe, expect, test } from 'vitest';
import { load, loadWith, scenarioIn } from './study.ts';

/** A scenario file on the fixture's baseline. */
function scenarioFile(body: string, base = 'baseline.yaml'): string {
  return `schema_version: 1\nname: changed\ntitle: Changed\nextends: ${base}\n${body}`;
}

function changed(body: string) {
  return scenarioIn(loadWith('changed.yaml', { 'changed.yaml': scenarioFile(body) }));
}

/** What is wrong with a scenario of this body: place in the body, code, message and hint. */
function wrong(body: string): string[] {
  const { problems } = loadWith('changed.yaml', { 'changed.yaml': scenarioFile(body) });
  return problems.map(({ file, line, column, code, message, hint }) =>
    [`${file}:${line - 4}:${column} ${code}: ${message}`, hint].filter(Boolean).join('; '),
  );
}

describe('events', () => {
  test('one with a new id comes after those of the baseline', () => {
    const { events } = changed(
      'events:\n  - { id: new, title: New, on: { nodes: [SOU] }, from: 2026-01-01, effect: { close: true }, source: atlas }\n',
    );
    expect(events.map(({ id }) => id)).toEqual(['winter', 'new']);
  });

  test('one with the id of another replaces the fields that it has', () => {
    const { events } = changed('events:\n  - { id: winter, probability: 20 % }\n');
    expect(events[0]).toMatchObject({ probability: 0.2, rampDays: 10, durationDays: 90 });
  });

  test('null removes a field', () => {
    const { events } = changed('events:\n  - { id: winter, ramp: null }\n');
    expect(events[0]).toMatchObject({ rampDays: 0, probability: 0.7 });
  });

  test('for takes the place of until, and source that of assumption', () => {
    const { events, provenance } = changed(
      'events:\n  - { id: winter, for: 2 weeks, source: atlas }\n',
    );
    expect(events[0].durationDays).toBe(14);
    expect(provenance.find(({ subject }) => subject.endsWith('events.winter'))).toMatchObject({
      subject: 'changed.yaml events.winter',
      sources: ['atlas'],
      assumption: '',
    });
  });

  test('a field set to what it is, or removed where there is none, is a mistake', () => {
    expect(wrong('events:\n  - { id: winter, ramp: 10 days, recovery: null }\n')).toEqual([
      'changed.yaml:2:25 no-change: "ramp" has this value already',
      'changed.yaml:2:44 no-change: "recovery" is not there to be removed',
    ]);
  });
});

describe('set', () => {
  test('the volume of a flow, in the scenario and not in its baseline', () => {
    const outcome = loadWith('changed.yaml', {
      'changed.yaml': scenarioFile('set: { demand.containers.volume: 2 Mt/yr }\n'),
    });
    if (!('scenario' in outcome)) throw new Error('not loaded');
    expect(outcome.scenario.flows[0].volumeTonnesPerYear).toBe(2e6);
    expect(outcome.scenario.flows[0].volumeFactors).toEqual([1, 1, 1]);
    expect(outcome.baseline.flows[0].volumeTonnesPerYear).toBe(4e5);
  });

  test('an uncertain volume is an input named by its flow', () => {
    const { flows, inputs } = changed(
      'set: { demand.containers.volume: { uniform: [8, 15], unit: Mt/yr } }\n',
    );
    expect(flows[0].volumeTonnesPerYear).toEqual({ input: 'demand.containers.volume' });
    expect(inputs.map(({ name }) => name)).toEqual([
      'inputs.kaz-europe',
      'demand.containers.volume',
    ]);
  });

  test('fields of commodities, corridors and behaviour', () => {
    const scenario = changed(`set:
  commodities.container.tariff_factors.rail: 2
  corridors.northern.constant: 7 USD/t
  corridors.northern.assumption: a try
  behaviour.inertia: 0 days
  demand.grain.not_shipped: 10 %
`);
    expect(scenario.commodities[0].tariffFactors).toEqual({ rail: 2 });
    expect(scenario.network.corridors[0].constantPerTonne).toBe(7);
    expect(scenario.behaviour.inertiaDays).toBe(0);
    expect(scenario.flows[1].notShippedShare).toBe(0.1);
  });

  test('null removes an event, or a field that may be missing', () => {
    const scenario = changed(
      'set: { events.winter: null, commodities.container.tariff_factors: null }\n',
    );
    expect(scenario.events).toEqual([]);
    expect(scenario.commodities[0].tariffFactors).toEqual({});
  });

  test.each([
    [
      'demnd.containers.volume: 1 Mt/yr',
      '2:3 unknown-path: there is no "demnd" in the path "demnd.containers.volume"; nearest: "demand"',
    ],
    [
      'demand.container.volume: 1 Mt/yr',
      '2:3 unknown-path: there is no "container" in the path "demand.container.volume"; nearest: "containers"',
    ],
    [
      'demand.containers.origin: SOU',
      '2:3 unknown-path: "origin" is not a field that a scenario can set; fields: volume, not_shipped, source, assumption',
    ],
    [
      'demand.containers: null',
      '2:3 unknown-path: the path "demand.containers" names no field; fields: volume, not_shipped, source, assumption',
    ],
    [
      'commodities.container.tariff_factors.rial: 2',
      '2:3 unknown-key: "rial" is not a key here; nearest: "rail"',
    ],
    [
      'events.winter: { ramp: 1 day }',
      '2:3 unknown-path: an event can only be removed here, with null; to change it, write an event with its id under events',
    ],
    [
      'events.wintr: null',
      '2:3 unknown-path: there is no "wintr" in the path "events.wintr"; nearest: "winter"',
    ],
    ['behaviour.inertia: 60 days', '2:22 no-change: "behaviour.inertia" has this value already'],
    [
      'demand.grain.volume: 1 Mt',
      '2:24 wrong-unit: expected tonnes per year, got tonnes; such as `0.4 Mt/yr`',
    ],
  ])('%s is a mistake', (line, problem) => {
    const found = wrong(`set:\n  ${line}\n`);
    expect(found).toEqual([`changed.yaml:${problem}`]);
  });
});

describe('files', () => {
  test('a scenario may extend a scenario; the baseline is at the end', () => {
    const outcome = loadWith('changed.yaml', {
      'changed.yaml': scenarioFile('set: { events.winter: null }\n', 'closure.yaml'),
    });
    if (!('scenario' in outcome)) throw new Error('not loaded');
    expect(outcome.scenario.events.map(({ id }) => id)).toEqual(['shut']);
    expect(outcome.baseline.name).toBe('baseline');
    expect(outcome.scenario.expectations).toEqual([]);
  });

  test('the study is found beside the baseline, wherever the scenario is', () => {
    const outcome = loadWith('mine/changed.yaml', {
      'mine/changed.yaml': scenarioFile('', '../baseline.yaml'),
    });
    expect(scenarioIn(outcome).name).toBe('changed');
  });

  test('a file that is not there', () => {
    expect(load('missing.yaml').problems).toMatchObject([
      { code: 'missing-file', file: 'missing.yaml', line: 1, column: 1 },
    ]);
  });

  test('a file to extend that is not there', () => {
    const outcome = loadWith('changed.yaml', { 'changed.yaml': scenarioFile('', 'base.yaml') });
    expect(outcome.problems).toMatchObject([
      { code: 'missing-file', line: 4, column: 10, message: 'there is no file base.yaml' },
    ]);
  });

  test('files that extend each other', () => {
    const outcome = loadWith('changed.yaml', {
      'changed.yaml': scenarioFile('', 'other.yaml'),
      'other.yaml': scenarioFile('', './changed.yaml'),
    });
    expect(outcome.problems).toMatchObject([
      { code: 'extends-cycle', file: 'other.yaml', line: 4, column: 10 },
    ]);
  });

  test('a missing file of the study, without complaints about the names that it declares', () => {
    const { problems } = loadWith('closure.yaml', { 'node.csv': undefined });
    expect(problems.map(({ code, file }) => `${file} ${code}`)).toEqual(['node.csv missing-file']);
  });

  test.each(['', '# only a comment\n'])('an empty file', (text) => {
    const { problems } = loadWith('closure.yaml', { 'demand.yaml': text });
    expect(problems).toMatchObject([
      { code: 'empty-file', file: 'demand.yaml', line: 1, column: 1 },
    ]);
    expect(loadWith('closure.yaml', { 'link.csv': text && '\n' }).problems[0].code).toBe(
      'empty-file',
    );
  });

  test('a table without a column that it needs', () => {
    const text = 'node_id,name,y_coord,node_type,country\nALM,Almaty,43.2,origin,KAZ\n';
    const { problems } = loadWith('closure.yaml', { 'node.csv': text });
    expect(problems).toMatchObject([
      { code: 'missing-column', line: 1, column: 1, message: 'the column "x_coord" is missing' },
    ]);
  });

  test('broken YAML', () => {
    const { problems } = loadWith('closure.yaml', {
      'rates.yaml': 'schema_version: 1\nspeeds: [1, 2\n',
    });
    expect(problems).toMatchObject([{ code: 'yaml-syntax', file: 'rates.yaml', line: 3 }]);
  });

  test('broken quotes in a table', () => {
    const { problems } = loadWith('closure.yaml', { 'node.csv': 'node_id,name\nA,"x\n' });
    expect(problems).toMatchObject([{ code: 'csv-syntax', file: 'node.csv', line: 2, column: 1 }]);
  });

  test('anchors are fine, aliases are not', () => {
    const text = 'schema_version: 1\nsources:\n  atlas: &a { title: A }\n  handbook: *a\n';
    const { problems } = loadWith('closure.yaml', { 'sources.yaml': text });
    expect(problems[0]).toMatchObject({ code: 'yaml-alias', line: 4, column: 13 });
  });

  test('a wrong key does not hide what is wrong elsewhere in the file', () => {
    const { problems } = load(
      'closure.yaml',
      ['closure.yaml', 'name: closure', 'name: closure\nauthor: me\nversion: 2'],
      ['closure.yaml', '[RUS]', '[RUX]'],
      ['closure.yaml', 'corridor: southern', 'corridor: western'],
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 unknown-key',
      '4 unknown-key',
      '10 unknown-country',
      '21 unknown-corridor',
    ]);
  });

  test('all problems of all files at once, by file, line and column', () => {
    const { problems } = load(
      'closure.yaml',
      ['closure.yaml', 'source: [atlas]', 'source: [altas]'],
      ['closure.yaml', '[RUS]', '[RUX]'],
      ['demand.yaml', '0.25 * kaz-europe', '0.25 t'],
      ['link.csv', 'L2,European railway,NOR', 'L2,European railway,NAR'],
      ['commodities.yaml', 'value: 4000', 'worth: 4000'],
      ['baseline.yaml', 'inertia: 60 days', 'inertia: 60'],
    );
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'baseline.yaml:7 missing-unit',
      'closure.yaml:8 unknown-country',
      'closure.yaml:17 unknown-source',
      'commodities.yaml:3 missing-key',
      'commodities.yaml:5 unknown-key',
      'demand.yaml:16 wrong-unit',
      'link.csv:3 unknown-node',
    ]);
  });
});
