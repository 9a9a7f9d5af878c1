// The whole loop of queue, predicted wait and choice is of first order in the step, wherever an event falls.

import { expect, test } from 'vitest';
import { commodity, compiled, event, flow, link, node, run, sum, type World } from '../networks.ts';

/** A border some days away loses 70 % of its capacity for 30 days; the way round it costs more. */
function world(inertiaDays: number, lagDays: number, fromDay: number, stepDays: number): World {
  return {
    nodes: [node('A'), node('M', { kind: 'border', capacityTonnesPerDay: 60 }), node('B')],
    links: [
      link('AM', 'A', 'M', { costPerTonne: 50, travelDays: lagDays }),
      link('MB', 'M', 'B', { costPerTonne: 50 - 4 * lagDays }),
      link('AB', 'A', 'B', { costPerTonne: 110 }),
    ],
    flows: [flow('ab', 'A', 'B', 70)],
    commodities: [commodity({ valueOfTimePerTonneDay: 4 })],
    days: 120,
    stepDays,
    behaviour: { inertiaDays },
    events: [event('cut', { nodes: ['M'] }, fromDay, 30, [{ kind: 'capacity', factor: 0.3 }])],
  };
}

/** Tonnes over the border, and tonne-days in its queue. */
function outcome(of: World): readonly [tonnes: number, tonneDays: number] {
  const { result } = run(compiled(of));
  return [sum(result.postTonnes), sum(result.postTonneDays)];
}

const cases = [0, 15].flatMap((inertiaDays) =>
  [0, 3.4, 7.7].flatMap((lagDays) =>
    [20.15, 20.3, 20.8].map((fromDay) => [inertiaDays, lagDays, fromDay] as const),
  ),
);

test('P17: capacity changes off the grid: halving the step halves the error of tonnes and of delay', () => {
  // One event may fall well or badly on the grid, so the error is the root mean square over the cases. The limit is
  // stood for by a step of 1/64 day, an eighth of the shortest that is judged. At a day the error is about 0.3 % of the
  // tonnes and 2.5 % of the delay, and its order 1.1 in both.
  const steps = [1, 0.5, 0.25, 0.125];
  const misses = cases.map(([inertiaDays, lagDays, fromDay]) => {
    const at = (stepDays: number) => outcome(world(inertiaDays, lagDays, fromDay, stepDays));
    const limit = at(1 / 64);
    return steps.map((stepDays) => at(stepDays).map((value, of) => value / limit[of] - 1));
  });
  for (const of of [0, 1]) {
    const errors = steps.map((_, step) =>
      Math.sqrt(sum(misses.map((miss) => miss[step][of] * miss[step][of])) / cases.length),
    );
    const order = Math.log2(errors[0] / errors[3]) / 3;
    expect(order).toBeGreaterThan(0.7);
    expect(order).toBeLessThan(1.4);
    expect(errors[0]).toBeLessThan([0.005, 0.03][of]);
  }
});
