// The runs in which dispatches are announced are those that a layout made anew would give, whenever lags change.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { layOutAnnouncements } from '../../src/engine/announcement-runs.ts';
import { createState, stepThrough } from '../../src/engine/run-replication.ts';
import type { EngineState } from '../../src/engine/state.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { scenario } from '../networks.ts';
import { uncertainWorld } from '../random-worlds.ts';

test('fractions are renewed without a new layout while whole steps stay', () => {
  let renewed = 0;
  fc.assert(
    fc.property(uncertainWorld(8), (world) => {
      const [model] = compile(scenario(world), []);
      const { steps, groups, cells } = model.counts;
      const state = createState(model);
      const series = new Float64Array(steps * (groups + cells));
      const draws = drawInputs(model.inputs, 'runs', 1);
      let fractions = '';
      for (const { step } of stepThrough(model, draws, state, series)) {
        const kept = runsOf(state);
        const { laidOutIn } = state.conditions.announcements;
        const now = state.conditions.offsetFraction.join();
        if (fractions !== '' && now !== fractions && laidOutIn < step - 1) renewed += 1;
        fractions = now;
        layOutAnnouncements(model, state);
        expect(kept).toEqual(runsOf(state));
        state.conditions.announcements.laidOutIn = laidOutIn;
      }
    }),
    { seed: 7, numRuns: 15 },
  );
  expect(renewed).toBeGreaterThan(10);
});

function runsOf({ conditions: { announcements } }: EngineState) {
  const { runCount, runRow, runSteps, order, orderStart, route, fraction } = announcements;
  const passages = orderStart[runCount];
  return {
    runRow: runRow.slice(0, runCount),
    runSteps: runSteps.slice(0, runCount),
    order: order.slice(0, runCount),
    route: route.slice(0, passages),
    fraction: fraction.slice(0, passages),
  };
}
