// A scenario of many layers written as one file says the same, and the line that each value is said to come from holds it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { scenarioLoader } from '../../src/scenario/load.ts';
import { resolveFile } from '../../src/scenario/resolve.ts';
import { scenariosIn } from './study.ts';

const folders = ['scenarios/first-study', 'scenarios/examples', 'scenarios/trans-afghan'];
const shipped = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`)
    .filter((file) => /^(extends|horizon):/m.test(readFileSync(file, 'utf8'))),
);
const fixture = 'tests/fixtures/two-corridors';

/** Reads files of the repository, some of them replaced. */
const reader = (texts: Readonly<Record<string, string>>) => (path: string) =>
  texts[path] ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

function textsOf(file: string, files: Readonly<Record<string, string>> = {}) {
  const outcome = resolveFile(file, reader(files));
  if (!('texts' in outcome)) throw new Error(JSON.stringify(outcome.problems));
  return outcome.texts;
}

/** A scenario; where entries say in which file they stand, only what they are of counts. */
function withoutFiles(scenario: Scenario) {
  const provenance = scenario.provenance.map((entry) => ({
    ...entry,
    subject: entry.subject.split(' ')[1],
  }));
  return { ...scenario, provenance };
}

/** Each scenario of a file, and what its text, put in a file beside it, gives. */
function roundTrips(file: string, files: Readonly<Record<string, string>> = {}) {
  const scenarios = scenariosIn(scenarioLoader(reader(files))(file));
  const texts = textsOf(file, files);
  const flat = file.replace(/[^/]+$/, 'flat.yaml');
  return [false, true].flatMap((withOrigin) =>
    scenarios.map((scenario) => {
      const text = texts.get(scenario.name)!(withOrigin);
      const [again] = scenariosIn(scenarioLoader(reader({ ...files, [flat]: text }))(flat));
      return [withoutFiles(again), withoutFiles(scenario)];
    }),
  );
}

const head = (name: string, base: string) =>
  `schema_version: 1\nname: ${name}\ntitle: "${name}: a, b"\nextends: ${base}.yaml\n`;
const middle = `${head('middle', 'baseline')}description: |
  Two lines,
  and "quotes" # and more.
seed: 7
replications: 3
correlations: [{ between: [inputs.kaz-europe, events.middle.from], rank: 0.5, assumption: a try }]
events:
  - { id: winter, ramp: null, for: 90 days }
  - id: middle
    title: "Middle: of all"
    on: { nodes: [NOR] }
    from: { discrete: [[2026-05-01, 70 %], [2026-06-01, 30 %]] }
    effect: { multiply_capacity: 0.25 }
    assumption: "yes, [it] is"
  - { id: gone, title: Gone, on: { nodes: [SOU] }, from: 2026-05-01, effect: { add_cost: 1 USD/t }, source: atlas }
set:
  commodities.container.tariff_factors.rail: 2
  commodities.container.tariff_factors.sea: 3
  demand.containers.volume: { uniform: [1, 2], unit: Mt/yr }
  behaviour.inertia: 1 day
  nodes.NOR.passage_hours: 30
  rates.speeds.rail-KAZ.speed: 30 km/h
`;
const top = `${head('top', 'middle')}replaces: [events.middle, events.gone, demand, behaviour.inertia, commodities.container.tariff_factors]
correlations: [{ between: [events.middle.occurs, inputs.kaz-europe], rank: -0.3, assumption: again }]
events:
  - { id: middle, for: 1 week, probability: 30 %, effect: { add_time: 2 days } }
set:
  events.gone: null
  demand.containers.volume: 1 Mt/yr
  demand.grain.not_shipped: 3 %
  behaviour.inertia: 60 days
  commodities.container.tariff_factors: { road: 1.5 }
expect:
  - { corridor: northern, change: { at_most: -1 % }, period: [2026-01, 2026-12] }
`;
const layered = { [`${fixture}/middle.yaml`]: middle, [`${fixture}/top.yaml`]: top };

describe('the text says what the layers say', () => {
  test.each(shipped)('%s', (file) => {
    for (const [again, scenario] of roundTrips(file)) expect(again).toEqual(scenario);
  });

  test('values of all kinds, in two layers of which the upper replaces much', () => {
    for (const [again, scenario] of roundTrips(`${fixture}/top.yaml`, layered)) {
      expect(again).toEqual(scenario);
    }
  });

  test('the upper layer takes an event of the baseline out', () => {
    const files = {
      [`${fixture}/top.yaml`]: `${head('top', 'middle')}replaces: [events.winter]\nset: { events.winter: null }\n`,
      [`${fixture}/middle.yaml`]: middle,
    };
    for (const [again, scenario] of roundTrips(`${fixture}/top.yaml`, files)) {
      expect(again).toEqual(scenario);
      expect(again.events.map(({ id }) => id)).toEqual(['middle', 'gone']);
    }
  });
});

test('with origins: file and line of every value, and what stays of the baseline as comments', () => {
  const text = textsOf(`${fixture}/top.yaml`, layered).get('top')!(true);
  const short = text.replaceAll(`${fixture}/`, '').replaceAll(/ +# (?=\S+:\d+$)/gm, ' # ');
  expect(short).toMatchInlineSnapshot(`
    "schema_version: 1 # top.yaml:1
    name: top # top.yaml:2
    title: "top: a, b" # top.yaml:3
    extends: baseline.yaml # middle.yaml:4
    replications: 3 # middle.yaml:9
    seed: 7 # middle.yaml:8
    correlations:
      - between: [inputs.kaz-europe, events.middle.from] # middle.yaml:10
        rank: 0.5 # middle.yaml:10
        assumption: a try # middle.yaml:10
      - between: [events.middle.occurs, inputs.kaz-europe] # top.yaml:6
        rank: -0.3 # top.yaml:6
        assumption: again # top.yaml:6
    events:
      - id: winter # baseline.yaml:15
        for: 90 days # middle.yaml:12
        ramp: null # middle.yaml:12
        # title: Winter at the northern crossing # baseline.yaml:16
        # on:
        #   nodes: [NOR] # baseline.yaml:17
        # from: 2025-12-01 # baseline.yaml:18
        # probability: 70 % # baseline.yaml:20
        # effect:
        #   multiply_capacity: 0.5 # baseline.yaml:22
        # assumption: frost # baseline.yaml:23
      - id: middle # middle.yaml:13
        title: "Middle: of all" # middle.yaml:14
        on:
          nodes: [NOR] # middle.yaml:15
        from:
          discrete: [[2026-05-01, 70 %], [2026-06-01, 30 %]] # middle.yaml:16
        effect:
          add_time: 2 days # top.yaml:8
        assumption: yes, [it] is # middle.yaml:18
        for: 1 week # top.yaml:8
        probability: 30 % # top.yaml:8
    set:
      demand.containers.volume: 1 Mt/yr # top.yaml:11
      # before: 0.4 Mt/yr * 1.5^(year - 2025) # demand.yaml:9
      nodes.NOR.passage_hours: 30 # middle.yaml:25
      # before: "24" # node.csv:3
      rates.speeds.rail-KAZ.speed: 30 km/h # middle.yaml:26
      # before: 40 km/h # rates.yaml:4
      demand.grain.not_shipped: 3 % # top.yaml:12
      # before: 0 % # demand.yaml:17
      commodities.container.tariff_factors:
        road: 1.5 # top.yaml:14
      # before: { rail: 1.6 } # commodities.yaml:9
    expect:
      - corridor: northern # top.yaml:16
        change:
          at_most: -1 % # top.yaml:16
        period: [2026-01, 2026-12] # top.yaml:16
    # Unchanged, from the baseline:
    # horizon:
    #   start: 2025-01-01 # baseline.yaml:5
    #   end: 2027-12-31 # baseline.yaml:5
    #   step: 1 day # baseline.yaml:5
    # behaviour:
    #   inertia: 60 days # baseline.yaml:7
    #   maximum_routes: 4 # baseline.yaml:8
    #   detour_limit: 1.5 # baseline.yaml:9
    #   overlap_limit: 80 % # baseline.yaml:10
    #   assumption: as elsewhere # baseline.yaml:11
    "
  `);
});

test('without: no comment', () => {
  expect(textsOf(`${fixture}/top.yaml`, layered).get('top')!(false)).not.toContain('#');
});

test.each([...shipped, `${fixture}/top.yaml`])('%s: the named lines hold the values', (file) => {
  const read = reader(layered);
  for (const write of textsOf(file, layered).values()) {
    const lines = write(true).split('\n');
    for (const line of lines) {
      const [, value, from, number] =
        /^[# ]*(?:- )?(?:[^:]+: )?(.*?) +# (\S+):(\d+)$/.exec(line) ?? [];
      if (value === undefined) {
        // Keys that open a map or list, the comment that opens the rest, and the end of the text.
        expect(line).toMatch(/^[# ]*(?:- )?[\w.-]+:$|^# Unchanged, from the baseline:$|^$/);
        continue;
      }
      const source = read(from)!
        .split('\n')
        .slice(Number(number) - 1);
      const words = value.match(/[\w.]{3,}/g) ?? [];
      const isLong = value.length > 60;
      const held = isLong ? source.slice(0, 8).join(' ') : source[0];
      // What the file does not spell out: the path to the baseline, and names and titles of the grid's cells.
      const isMade = /^(extends|name: grid_|title: )/.test(line);
      if (!isMade) for (const word of words) expect(held).toContain(word);
    }
  }
});
