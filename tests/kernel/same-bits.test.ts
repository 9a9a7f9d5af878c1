// The kernel gives the bits of the plain code, for its functions and for whole runs.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createKernelLoops } from '../../src/engine/kernel-loops.ts';
import { plainLoops } from '../../src/engine/plain-loops.ts';
import { createState, runReplication } from '../../src/engine/run-replication.ts';
import { createKernel, kernelRuns } from '../../src/kernel/kernel.ts';
import { exp, log } from '../../src/numerics/elementary.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { allCargo, compiled, event, flow, link, node, scenario } from '../networks.ts';
import { uncertainWorld } from '../random-worlds.ts';

const replications = 3;

test('this machine runs the kernel', () => {
  expect(kernelRuns).toBe(true);
});

describe('functions', () => {
  const { functions } = createKernel();
  const anything = fc.double({ noDefaultInfinity: false });

  test('exp', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: -750, max: 710 }), anything), (x) => {
        expect(functions.exp(x)).toBe(exp(x));
      }),
      { seed: 1, numRuns: 20_000 },
    );
    for (const halfway of [0.5, -0.5, 1.5, 0.49999999999999994].map((n) => (n * Math.LN2) / 64))
      expect(functions.exp(halfway)).toBe(exp(halfway));
  });

  test('log', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: 0, max: 100 }), anything), (x) => {
        expect(functions.log(x)).toBe(log(x));
      }),
      { seed: 2, numRuns: 20_000 },
    );
  });
});

describe('whole runs of random worlds with uncertain volumes, events and days', () => {
  test.each([
    ['with inertia', { inertiaDays: 20 }],
    ['without inertia', { inertiaDays: 0 }],
    ['with averaged costs', { inertiaDays: 20, costSmoothingDays: 5 }],
    [
      'with cargo that turns back',
      { inertiaDays: 20, turningBack: { patienceDays: 2, costPerTonne: 3 } },
    ],
  ])('%s', (_, behaviour) => {
    let turnedBack = 0;
    fc.assert(
      fc.property(uncertainWorld(8), (world) => {
        const [model] = compile(
          scenario({ ...world, behaviour: { ...world.behaviour, ...behaviour } }),
          [],
        );
        const { steps, groups, cells } = model.counts;
        const draws = drawInputs(model.inputs, 'kernel', replications);
        const kernelState = createState(model, createKernelLoops());
        const plainState = createState(model, plainLoops);
        for (let replication = 0; replication < replications; replication++) {
          const first = replication * model.inputs.length;
          const own = draws.subarray(first, first + model.inputs.length);
          const [kernel, plain] = [kernelState, plainState].map((state) => {
            const series = new Float64Array(steps * (groups + cells));
            return { result: runReplication(model, own, state, series), series };
          });
          expect(kernel).toEqual(plain);
          turnedBack += plain.result.groupTurnedBack.reduce((sum, tonnes) => sum + tonnes, 0);
        }
      }),
      { seed: 20250105, numRuns: 25 },
    );
    expect(turnedBack > 0).toBe('turningBack' in behaviour);
  });
});

test('replications with numbers of their own take the place of those before them in the memory', () => {
  const days = {
    name: 'days',
    unit: '',
    distribution: { kind: 'uniform', low: 1, high: 60 },
  } as const;
  const model = compiled({
    days: 5,
    nodes: [node('A'), node('P', { kind: 'port' }), node('B')],
    links: [link('AP', 'A', 'P'), link('PB', 'P', 'B')],
    flows: [flow('goods', 'A', 'B', 10)],
    events: [
      event('slow', { links: ['AP'] }, 0, 3, [
        { kind: 'time', days: { input: 'days' }, cargo: allCargo },
      ]),
    ],
    inputs: [days],
    drawnValues: [
      {
        field: { of: 'link', index: 0, field: 'costPerTonne' },
        constant: 0,
        terms: [{ input: 'days', factor: 1, reciprocal: false }],
      },
    ],
  });
  const { steps, groups, cells } = model.counts;
  const loops = createKernelLoops();
  const state = createState(model, loops);
  const series = new Float64Array(steps * (groups + cells));
  const bytesAfter = (replications: number) => {
    for (let replication = 0; replication < replications; replication++)
      runReplication(model, Float64Array.of(1 + ((replication * 37) % 60)), state, series);
    return loops.arena.uint8(0).buffer.byteLength;
  };
  const early = bytesAfter(60);
  expect(bytesAfter(2000)).toBe(early);
});
