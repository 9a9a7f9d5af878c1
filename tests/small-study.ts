// A study of two corridors with uncertain demand and an uncertain closure, for tests of whole runs.

import type { Expectation, Scenario } from '../src/model/scenario.ts';
import type { UncertainInput } from '../src/model/uncertainty.ts';
import {
  commodity,
  corridor,
  event,
  flow,
  link,
  node,
  scenario,
  startDay,
  type World,
} from './networks.ts';

const uniform = (name: string, unit: string, low: number, high: number): UncertainInput => ({
  name,
  unit,
  distribution: { kind: 'uniform', low, high },
});

const inputs = [uniform('demand.coal.volume', 't/yr', 8, 15)];

const world: World = {
  days: 400,
  nodes: [
    node('A', { longitudeDegrees: 60, latitudeDegrees: 40 }),
    node('B', { longitudeDegrees: 70, latitudeDegrees: 35 }),
    node('N', {
      kind: 'border',
      capacityTonnesPerDay: 9,
      longitudeDegrees: 65,
      latitudeDegrees: 42,
    }),
    node('S', { kind: 'border', longitudeDegrees: 65, latitudeDegrees: 33 }),
  ],
  links: [
    link('AN', 'A', 'N', { travelDays: 3, costPerTonne: 40 }),
    link('NB', 'N', 'B', { travelDays: 4, costPerTonne: 40 }),
    link('AS', 'A', 'S', { travelDays: 5, costPerTonne: 45 }),
    link('SB', 'S', 'B', { travelDays: 5, costPerTonne: 45 }),
  ],
  flows: [
    flow('coal', 'A', 'B', 0, {
      volumeTonnesPerYear: { input: 'demand.coal.volume' },
      volumeFactors: [365, 365],
      notShippedShare: 0.1,
    }),
    flow('boxes', 'A', 'B', 2, { commodity: 'boxes' }),
  ],
  commodities: [
    commodity({ valueOfTimePerTonneDay: 2, corridorScale: 0.05 }),
    commodity({ id: 'boxes', valueOfTimePerTonneDay: 10 }),
  ],
  corridors: [corridor('north', [['N']]), corridor('south', [['S']])],
  behaviour: { inertiaDays: 20 },
  inputs,
};

const fields: Partial<Scenario> = { replications: 6, seed: 'small' };

export const baseline = scenario(world, { ...fields, title: 'No shocks' });

/** The tonnes of a corridor fall over the whole horizon. */
const falls = (id: string): Expectation => ({
  of: 'corridor',
  id,
  measure: 'change',
  expected: 'falls',
  atLeast: -Infinity,
  atMost: -Number.MIN_VALUE,
  months: undefined,
  confidence: 0.95,
});

/** The northern post is shut for an uncertain time: the northern corridor must lose to the southern one. */
export const closure = scenario(
  {
    ...world,
    inputs: [...inputs, uniform('events.shut.for', 'day', 20, 60)],
    events: [
      event('shut', { nodes: ['N'] }, 100, 0, [{ kind: 'close' }], {
        durationDays: { input: 'events.shut.for' },
        fromDay: startDay + 100,
      }),
    ],
  },
  {
    ...fields,
    name: 'closure',
    title: 'The northern post is shut',
    expectations: [falls('north'), falls('south')],
  },
);

/** A scenario in which nothing happens. */
export const nothing = scenario(world, { ...fields, name: 'nothing', title: 'Nothing happens' });
