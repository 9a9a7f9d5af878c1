// Who lost which tonnes to whom: what must hold between any scenario and its baseline.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { accumulateDiversion } from '../../src/diversion/ledger.ts';
import { pairStarts } from '../../src/diversion/pairs.ts';
import { corridor, type Run, run, scenario, sum, type World } from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250120, numRuns: 40 };

/**
 * Worlds in which several corridors lose and several win, and whose events leave the demand alone: then both runs
 * share out the same tonnes.
 */
const sameDemand = randomWorld(16).map(
  (world): World => ({
    ...world,
    corridors: world.nodes.map(({ id }) => corridor(id, [[id]])),
    events: world.events?.map((item) => ({
      ...item,
      effects: item.effects.filter(({ kind }) => kind !== 'demand'),
    })),
  }),
);

/** Tonnes of each sink of a cell over a year: its corridors, then not shipped. */
function sinkTonnes({ model, result }: Run, cell: number, year: number): number[] {
  const { groups, cells } = model.counts;
  const { cellGroupStart } = model.routes;
  const row = year * groups;
  return [
    ...result.groupDispatched.subarray(row + cellGroupStart[cell], row + cellGroupStart[cell + 1]),
    result.cellNotShipped[year * cells + cell],
  ];
}

describe('P20: in random worlds with random events', () => {
  test('rows sum to the baseline, columns to the scenario, and bounds contain what moved', () => {
    fc.assert(
      fc.property(sameDemand, (world) => {
        const [before, after] = compile(scenario({ ...world, events: [] }), [scenario(world)]).map(
          (model) => run(model),
        );
        const { counts } = after.model;
        const moves = accumulateDiversion(after.model, before.series, after.series);
        const starts = pairStarts(after.model);
        for (let year = 0; year < counts.years; year++) {
          for (let cell = 0; cell < counts.cells; cell++) {
            const rows = sinkTonnes(before, cell, year);
            const columns = sinkTonnes(after, cell, year);
            const first = year * starts[counts.cells] + starts[cell];
            const entry = (from: number, to: number) => first + from * rows.length + to;
            const tolerance = 1e-9 * Math.max(1, sum(rows));
            rows.forEach((tonnes, sink) => {
              const row = sum(rows.map((_, to) => moves.transferred[entry(sink, to)]));
              const column = sum(rows.map((_, from) => moves.transferred[entry(from, sink)]));
              expect(Math.abs(row - tonnes)).toBeLessThan(tolerance);
              expect(Math.abs(column - columns[sink])).toBeLessThan(tolerance);
              const stayed = moves.transferred[entry(sink, sink)];
              expect(stayed).toBeLessThanOrEqual(Math.min(tonnes, columns[sink]) + tolerance);
            });
          }
        }
        moves.transferred.forEach((tonnes, pair) => {
          expect(tonnes).toBeGreaterThanOrEqual(moves.lowerBound[pair]);
          expect(tonnes).toBeLessThanOrEqual(moves.upperBound[pair]);
          expect(moves.lowerBound[pair]).toBeGreaterThanOrEqual(0);
        });
      }),
      settings,
    );
  });

  test('seen from the other side every move runs backwards', () => {
    fc.assert(
      fc.property(sameDemand, (world) => {
        const [before, after] = compile(scenario({ ...world, events: [] }), [scenario(world)]).map(
          (model) => run(model),
        );
        const there = accumulateDiversion(after.model, before.series, after.series);
        const back = accumulateDiversion(after.model, after.series, before.series);
        const starts = pairStarts(after.model);
        const demand = sum(before.series);
        for (let cell = 0; cell < after.model.counts.cells; cell++) {
          const sinks = Math.sqrt(starts[cell + 1] - starts[cell]);
          for (let from = 0; from < sinks; from++) {
            for (let to = 0; to < sinks; to++) {
              const one = there.transferred[starts[cell] + from * sinks + to];
              const other = back.transferred[starts[cell] + to * sinks + from];
              expect(Math.abs(one - other) / demand).toBeLessThan(1e-12);
            }
          }
        }
      }),
      settings,
    );
  });
});
