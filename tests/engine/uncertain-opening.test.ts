// A planned link whose opening date is uncertain.

import { describe, expect, test } from 'vitest';
import { createState, stepThrough } from '../../src/engine/run-replication.ts';
import type { ScenarioEvent } from '../../src/model/event.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { compiled, event, flow, link, node, startDay } from '../networks.ts';

const days = 25;

/** Two like roads from A to B; the one by N is planned and opens on a day drawn evenly from the first twenty. */
function plannedRoad(fields: Partial<ScenarioEvent> = {}, inertiaDays = 0) {
  return compiled({
    nodes: [node('A'), node('N'), node('S'), node('B')],
    links: [
      link('AN', 'A', 'N'),
      link('NB', 'N', 'B', { status: 'planned' }),
      link('AS', 'A', 'S'),
      link('SB', 'S', 'B'),
    ],
    flows: [flow('ab', 'A', 'B', 100)],
    events: [
      event('opening', { links: ['NB'] }, 0, Infinity, [{ kind: 'open' }], {
        fromDay: { input: 'opening' },
        ...fields,
      }),
    ],
    inputs: [
      {
        name: 'opening',
        unit: 'date',
        distribution: { kind: 'uniform', low: startDay, high: startDay + 20 },
      },
    ],
    days,
    behaviour: { inertiaDays },
  });
}

/** Tonnes by N on each day, for given draws. */
function byNorth(model: ReturnType<typeof plannedRoad>, draws: readonly number[]): number[] {
  const { steps, groups, cells } = model.counts;
  const series = new Float64Array(steps * (groups + cells));
  const states = stepThrough(model, Float64Array.from(draws), createState(model), series);
  return Array.from(states, ({ choice }) => choice.dispatched[0]);
}

describe('opens in the first step that begins at or after its date', () => {
  test.each([
    [0, 0],
    [5, 5],
    [5.25, 6],
    [19.999, 20],
  ])('drawn %d: on day %d', (drawn, opens) => {
    const tonnes = byNorth(plannedRoad(), [startDay + drawn]);
    tonnes.forEach((value, day) => {
      expect(value).toBeCloseTo(day < opens ? 0 : 50, 12);
    });
  });

  test('with contracts of 20 days its share grows from there as 1 - e^(-t/20)', () => {
    const tonnes = byNorth(plannedRoad({}, 20), [startDay + 5.25]);
    expect(tonnes[5]).toBe(0);
    for (const day of [6, 10, 24])
      expect(tonnes[day]).toBeCloseTo(50 * (1 - Math.exp(-(day - 5) / 20)), 12);
  });
});

test('twenty replications draw one date a day: on day d the road is open in d of them', () => {
  // Latin hypercube: the dates lie one in each of [0, 1), [1, 2) … [19, 20), and open on days 1, 2 … 20.
  const model = plannedRoad();
  const draws = drawInputs(model.inputs, 'opening', 20);
  const runs = [...draws].map((draw) => byNorth(model, [draw]));
  for (let day = 0; day < days; day++) {
    const mean = runs.reduce((sum, tonnes) => sum + tonnes[day], 0) / 20;
    expect(mean).toBeCloseTo((50 * Math.min(day, 20)) / 20, 10);
  }
});

test('that may never be built: with a chance of 30 % in 6 of 20 replications', () => {
  const model = plannedRoad({ probability: 0.3 });
  expect(model.inputs).toHaveLength(2);
  const draws = drawInputs(model.inputs, 'opening', 20);
  const built = Array.from({ length: 20 }, (_, replication) =>
    byNorth(model, [...draws.subarray(2 * replication, 2 * replication + 2)]).at(-1),
  );
  expect(built.filter((tonnes) => tonnes === 0)).toHaveLength(14);
  expect(built.filter((tonnes) => Math.abs(tonnes! - 50) < 1e-9)).toHaveLength(6);
});
