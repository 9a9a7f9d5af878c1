// Times the compiler and the engine on a world of the size of the shipped study.

import { bench, describe } from 'vitest';
import { compile } from '../src/compile/compile.ts';
import { createState, runReplication } from '../src/engine/run-replication.ts';
import { exp } from '../src/numerics/elementary.ts';
import { scenario } from '../tests/networks.ts';
import { gridWorld, regionSize } from './worlds.ts';

const world = scenario(gridWorld(regionSize));
const [model] = compile(world, []);
const { stages, routes, groups, cells, steps } = model.counts;
const state = createState(model);
const series = new Float64Array(steps * (groups + cells));
const draws = new Float64Array(0);

/** Keeps results alive, so that nothing is optimised away. */
let kept = 0;

/** The yardstick: what the other figures are ratios of, to compare machines. */
const numbers = Float64Array.from({ length: 100_000 }, (_, index) => -index / 5000);

describe(`a year of ${steps} steps: ${cells} cells, ${routes} routes, ${stages} stages`, () => {
  bench('yardstick: 100,000 exp', () => {
    for (const x of numbers) kept += exp(x);
  });
  bench('engine: one replication', () => {
    kept += runReplication(model, draws, state, series).largestBalanceError;
  });
  bench(
    'compile: routes and arrays',
    () => {
      kept += compile(world, []).length;
    },
    { iterations: 3, warmupIterations: 1 },
  );
});

if (Number.isNaN(kept)) throw new Error('a benchmark gave no number');
