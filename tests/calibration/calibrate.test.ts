// Corridor constants fitted to observed tonnes, on worlds whose constants are known.

import { describe, expect, test } from 'vitest';
import { calibrate } from '../../src/calibration/calibrate.ts';
import { prepareSubject } from '../../src/calibration/evaluate.ts';
import { writeConstants } from '../../src/calibration/write-constants.ts';
import type { Observation } from '../../src/model/observation.ts';
import { calibrationReport } from '../../src/report/calibration-report.ts';
import { corridor, flow, link, node, scenario, type World } from '../networks.ts';

/** 10 t a day from A to B by the north or the south, both at 100 USD/t; mu = theta = 0.1 per USD/t. */
const world: World = {
  days: 800,
  nodes: [
    node('A', { country: 'AAA' }),
    node('N', { country: 'NNN' }),
    node('M', { country: 'NNN' }),
    node('S', { country: 'SSS' }),
    node('B', { country: 'BBB' }),
  ],
  links: [
    link('AN', 'A', 'N', { costPerTonne: 50 }),
    link('NM', 'N', 'M', { costPerTonne: 0, mode: 'rail' }),
    link('MB', 'M', 'B', { costPerTonne: 50 }),
    link('AS', 'A', 'S', { costPerTonne: 50 }),
    link('SB', 'S', 'B', { costPerTonne: 50 }),
  ],
  flows: [flow('one', 'A', 'B', 10), flow('two', 'N', 'B', 1)],
  corridors: [corridor('north', [['N', 'M']]), corridor('south', [['S']])],
};

function observation(fields: Partial<Observation>): Observation {
  return {
    id: 'x',
    title: 'X',
    tonnesPerYear: 1,
    error: 0.05,
    on: { nodes: [], links: [], corridors: [], transit: undefined, modes: [], ...fields.on },
    fittedCorridor: undefined,
    note: '',
    ...fields,
  };
}

const on = (part: Partial<Observation['on']>): Observation['on'] => ({
  nodes: [],
  links: [],
  corridors: [],
  transit: undefined,
  modes: [],
  ...part,
});

describe('a constant', () => {
  // Share of the north P = 1 / (1 + e^{0.1 A}). With P = 3/4: A = -ln 3 / 0.1 = -10.986 USD/t.
  // Flow two (365 t a year) has no choice. Counted in the north: 3650 P + 365.
  const north = observation({
    tonnesPerYear: 3650 * 0.75 + 365,
    on: on({ corridors: ['north'] }),
    fittedCorridor: 'north',
  });
  const south = observation({ id: 's', tonnesPerYear: 1000, on: on({ nodes: ['S'] }) });
  const result = calibrate(scenario(world), [north, south], [1, 2]);

  test('is the one that gives the observed tonnes', () => {
    expect(result.converged).toBe(true);
    expect(result.constants).toHaveLength(1);
    expect(result.constants[0]?.before).toBe(0);
    expect(Math.abs(result.constants[0]!.after + 10.986)).toBeLessThan(0.15);
    expect(result.observations[0]!.before).toBeCloseTo(3650 / 2 + 365, 6);
  });

  test('has the standard error of the delta method', () => {
    // d ln(3650 P + 365) / dA = -3650 P (1 - P) 0.1 / (3650 P + 365) = -0.02206 per USD/t; 0.05 / 0.02206 = 2.27 USD/t,
    // less a little, because the step of 1 USD/t in the derivative leads to where P (1 - P) is larger.
    expect(result.constants[0]!.standardError).toBeGreaterThan(2.1);
    expect(result.constants[0]!.standardError).toBeLessThan(2.27);
  });

  test('is judged by what was held back', () => {
    // The south keeps a quarter of 3650 t whatever the scale: ln(912.5 / 1000) = -0.0916.
    expect(result.observations[1]!.after).toBeCloseTo(912.5, -1);
    expect(result.scaleTrials.map(({ scaleFactor }) => scaleFactor)).toEqual([1, 2]);
    for (const { heldBackError } of result.scaleTrials)
      expect(Math.abs(heldBackError - 0.0916)).toBeLessThan(0.01);
  });

  test('stands in the report with the tonnes before and after', () => {
    const report = calibrationReport({ ...result, scaleTrials: [] });
    expect(report).toContain('| north | 0.0 | -10.9 | 2.2 |');
    expect(report).toContain('| X | held back |');
    expect(report).not.toContain('Logit scales');
  });
});

test('a constant that nothing responds to is not determined', () => {
  const captive = observation({ tonnesPerYear: 400, on: on({ links: ['AN'] }) });
  const only: World = { ...world, flows: [flow('two', 'N', 'B', 1)] };
  const result = calibrate(scenario(only), [
    { ...captive, on: on({ links: ['MB'] }), fittedCorridor: 'north' },
  ]);
  expect(result.converged).toBe(false);
  expect(result.constants[0]!.standardError).toBeNaN();
});

test('an observation counts the routes that it names', () => {
  const counted = (part: Partial<Observation['on']>) =>
    prepareSubject(scenario(world), [observation({ on: on(part) })]).counted[0]!.length;
  // Routes: one by the north, one by the south, two by the north.
  expect(counted({ corridors: ['north'] })).toBe(2);
  expect(counted({ nodes: ['A'] })).toBe(2);
  expect(counted({ links: ['SB'] })).toBe(1);
  // Through NNN only flow one is transit, and by rail inside it; nothing moves by road inside it.
  expect(counted({ transit: 'NNN', modes: ['rail'] })).toBe(1);
  expect(counted({ transit: 'NNN', modes: ['road'] })).toBe(0);
});

test('constants are written where they stand, and nothing else is touched', () => {
  const text = `corridors: # in order
  - id: a # first
    via: [[X]]
    constant: 0 USD/t # fitted
  - { id: b, via: [[Y]], constant: "3 USD/t" }
  - id: c
    via: [[Z]]
`;
  expect(
    writeConstants(
      text,
      new Map([
        ['b', 12.34],
        ['a', -4.06],
      ]),
    ),
  ).toBe(text.replace('0 USD/t', '-4.1 USD/t').replace('"3 USD/t"', '12.3 USD/t'));
  expect(writeConstants(text, new Map([['c', 1]]))).toBeUndefined();
});
