// Benchmarks of the hot loops and of the ledger, on the state of a run in the middle of a closure.

import { compile } from '../src/compile/compile.ts';
import type { CompiledModel } from '../src/compile/compiled-model.ts';
import { accumulateDiversion } from '../src/diversion/ledger.ts';
import type { HotLoops } from '../src/engine/hot-loops.ts';
import { createState, runReplication, stepThrough } from '../src/engine/run-replication.ts';
import type { EngineState } from '../src/engine/state.ts';
import { scenario } from '../tests/networks.ts';
import type { Benchmark } from './timing.ts';
import { gridWorld, regionSize } from './worlds.ts';

/** Days since the border was shut, of 30. */
const closureDays = 20;
const rate = 1 / 45;
const noDraws = new Float64Array(0);

/** One benchmark for each loop; a call is one step of the whole model. */
export function loopBenchmarks(way: string, loops: HotLoops): Benchmark[] {
  const world = gridWorld(regionSize);
  const [model] = compile(scenario(world), []);
  const state = stateAfter(model, loops, 100 + closureDays);
  const congested = congestedPosts(model, state);
  const calls: Readonly<Record<string, () => void>> = {
    'predict waits': () => {
      for (const post of congested) loops.predictPostWaits(model, state, post, post + 1);
    },
    choice: () => {
      state.choice.cellChanged.fill(1);
      loops.updateChoices(model, state, 1);
    },
    shares: () => loops.followProbabilities(model, state, rate),
    'split demand': () => loops.splitDemand(model, state),
    announce: () => loops.announceDispatches(model, state),
    send: () => {
      loops.sendFromOrigins(model, state);
      loops.sendFromStages(model, state);
    },
    'take arrivals': () => loops.takeArrivals(model, state),
    'take deliveries': () => loops.takeDeliveries(model, state),
    record: () => loops.recordDispatches(model, state),
  };
  return Object.entries(calls).map(([name, run]) => ({
    id: `${name}, ${way}`,
    run: () => {
      run();
      return state.step;
    },
    stageSteps: model.counts.stages,
  }));
}

/** The state of a replication after so many steps. */
function stateAfter(model: CompiledModel, loops: HotLoops, steps: number): EngineState {
  const { counts } = model;
  const state = createState(model, loops);
  const series = new Float64Array(counts.steps * (counts.groups + counts.cells));
  const run = stepThrough(model, noDraws, state, series);
  for (let step = 0; step < steps; step++) run.next();
  return state;
}

function congestedPosts({ counts }: CompiledModel, { conditions }: EngineState): number[] {
  return Array.from({ length: counts.posts }, (_, post) => post).filter((post) => {
    const capacity = conditions.capacity[post];
    return capacity > 0 && capacity < Infinity;
  });
}

/** The ledger over a year: the world with its events against the same without. */
export function ledgerBenchmark(): Benchmark {
  const world = gridWorld(regionSize);
  const [quiet, eventful] = compile(scenario({ ...world, events: [] }), [scenario(world)]);
  const seriesOf = (model: CompiledModel) => {
    const { steps, groups, cells } = model.counts;
    const series = new Float64Array(steps * (groups + cells));
    runReplication(model, noDraws, createState(model), series);
    return series;
  };
  const [before, after] = [quiet, eventful].map(seriesOf);
  return {
    id: 'ledger',
    run: () => accumulateDiversion(eventful, before, after),
    stageSteps: eventful.counts.stages * eventful.counts.steps,
  };
}
