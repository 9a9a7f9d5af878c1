import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiversionResult } from '../../src/diversion/diversion-result.ts';
import { accumulateDiversion } from '../../src/diversion/ledger.ts';
import { smallModel } from './small-model.ts';

/** Diversion of cells whose sinks (groups, then not shipped) are given row by row, in one step. */
function diversionOf(
  corridors: string[],
  baseline: readonly (readonly number[])[],
  scenario: readonly (readonly number[])[],
): DiversionResult {
  const model = smallModel({
    corridors,
    cellCorridors: baseline.map((sinks) => sinks.slice(1).map((_, corridor) => corridor)),
    months: ['2025-01'],
    stepMonths: [0],
  });
  return accumulateDiversion(model, seriesOf(baseline), seriesOf(scenario));
}

/** One step: the groups of all cells, then what each does not ship. */
function seriesOf(cells: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from([
    ...cells.flatMap((sinks) => sinks.slice(0, -1)),
    ...cells.map((sinks) => sinks[sinks.length - 1]),
  ]);
}

function expectClose(actual: Float64Array, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs(actual[index] - value), `entry ${index}`).toBeLessThan(1e-9);
  });
}

describe('demand that differs between the two runs', () => {
  test('doubled: old cargo is split as all cargo is, the rest is new', () => {
    // Scaled to the scenario's demand the baseline is 100, 100; N loses 46 of it to S. Half of it is old: 27 stay on N,
    // 23 go to S, 50 stay on S. The other half of the scenario's 54 and 146 is new.
    const { transferred, newDemand, lostDemand } = diversionOf(
      ['N', 'S'],
      [[50, 50, 0]],
      [[54, 146, 0]],
    );
    expectClose(transferred, [27, 23, 0, 0, 50, 0, 0, 0, 0]);
    expectClose(newDemand, [27, 73, 0]);
    expectClose(lostDemand, [0, 0, 0]);
  });

  test('halved: half of every sink is lost, the rest is compared', () => {
    const { transferred, newDemand, lostDemand } = diversionOf(
      ['N', 'S'],
      [[50, 50, 0]],
      [[20, 30, 0]],
    );
    expectClose(transferred, [20, 5, 0, 0, 25, 0, 0, 0, 0]);
    expectClose(newDemand, [0, 0, 0]);
    expectClose(lostDemand, [25, 25, 0]);
  });

  test('from nothing and to nothing', () => {
    const fromNothing = diversionOf(['N'], [[0, 0]], [[6, 2]]);
    expectClose(fromNothing.transferred, [0, 0, 0, 0]);
    expectClose(fromNothing.newDemand, [6, 2]);
    const toNothing = diversionOf(['N'], [[6, 2]], [[0, 0]]);
    expectClose(toNothing.transferred, [0, 0, 0, 0]);
    expectClose(toNothing.lostDemand, [6, 2]);
  });
});

describe('diversion', () => {
  test('one loser: its loss is split by the gains', () => {
    // N loses 4; M gains 2, S 1.2, no-ship 0.8, and the gains sum to 4.
    const { transferred, lowerBound, upperBound } = diversionOf(
      ['N', 'M', 'S'],
      [[6, 3, 1, 0]],
      [[2, 5, 2.2, 0.8]],
    );
    const expected = [2, 2, 1.2, 0.8, 0, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];
    expectClose(transferred, expected);
    // With one loser nothing is left open: both bounds meet the move.
    expectClose(lowerBound, expected);
    expectClose(upperBound, expected);
  });

  test('two losers, two gainers: greatest entropy inside the bounds of Fréchet', () => {
    // L = 2, 1; G = 1.5, 1.5; M = 3. L G / M = 1, 1; 0.5, 0.5. max(0, L + G - 3) = 0.5, 0.5; 0, 0.
    const { transferred, lowerBound, upperBound } = diversionOf(
      ['A', 'B', 'C', 'D'],
      [[4, 4, 1, 1, 0]],
      [[2, 3, 2.5, 2.5, 0]],
    );
    const pairs = [2, 3, 7, 8];
    expectClose(
      Float64Array.from(pairs, (pair) => transferred[pair]),
      [1, 1, 0.5, 0.5],
    );
    expectClose(
      Float64Array.from(pairs, (pair) => lowerBound[pair]),
      [0.5, 0.5, 0, 0],
    );
    expectClose(
      Float64Array.from(pairs, (pair) => upperBound[pair]),
      [1.5, 1.5, 1, 1],
    );
  });

  test('opposite moves of two cells are both counted, not cancelled', () => {
    const { transferred } = diversionOf(
      ['N', 'M'],
      [
        [5, 5, 0],
        [5, 5, 0],
      ],
      [
        [3, 7, 0],
        [7, 3, 0],
      ],
    );
    // N to M is pair 1, M to N pair 3 of each cell's nine.
    expect(transferred[1]).toBe(2);
    expect(transferred[3]).toBe(0);
    expect(transferred[9 + 1]).toBe(0);
    expect(transferred[9 + 3]).toBe(2);
  });

  test('opposite moves in two steps of a year are both counted', () => {
    const model = smallModel({
      corridors: ['N', 'M'],
      cellCorridors: [[0, 1]],
      months: ['2025-01'],
      stepMonths: [0, 0],
    });
    const { transferred } = accumulateDiversion(
      model,
      Float64Array.from([5, 5, 0, 5, 5, 0]),
      Float64Array.from([3, 7, 0, 7, 3, 0]),
    );
    expect(transferred[1]).toBe(2);
    expect(transferred[3]).toBe(2);
  });

  test('each year has its own pairs', () => {
    const model = smallModel({
      corridors: ['N', 'M'],
      cellCorridors: [[0, 1]],
      months: ['2025-12', '2026-01'],
      stepMonths: [0, 1],
    });
    const { transferred } = accumulateDiversion(
      model,
      Float64Array.from([5, 5, 0, 5, 5, 0]),
      Float64Array.from([5, 5, 0, 1, 9, 0]),
    );
    expect([...transferred.subarray(0, 9)]).toEqual([5, 0, 0, 0, 5, 0, 0, 0, 0]);
    expect([...transferred.subarray(9)]).toEqual([1, 4, 0, 0, 5, 0, 0, 0, 0]);
  });

  test('equal series leave everything on the diagonal', () => {
    const cells = [[0.1, 0.2, 0.7]];
    const { transferred, upperBound } = diversionOf(['N', 'M'], cells, cells);
    expect([...transferred]).toEqual([0.1, 0, 0, 0, 0.2, 0, 0, 0, 0.7]);
    expect([...upperBound]).toEqual([...transferred]);
  });

  test('rows sum to the baseline, columns to the scenario, bounds contain the moves', () => {
    const tonnes = fc.double({ min: 0, max: 1e6, noNaN: true });
    const sinks = fc.array(fc.tuple(tonnes, tonnes), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(sinks, (pairs) => {
        const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
        const before = pairs.map(([tonnesBefore]) => tonnesBefore);
        const weights = pairs.map(([, weight]) => weight);
        fc.pre(total(before) > 1 && total(weights) > 1);
        const after = weights.map((weight) => (weight / total(weights)) * total(before));
        const corridors = before.slice(1).map((_, corridor) => `C${corridor}`);
        const { transferred, lowerBound, upperBound } = diversionOf(corridors, [before], [after]);
        const count = before.length;
        const tolerance = 1e-9 * total(before);
        for (let sink = 0; sink < count; sink++) {
          const row = before.map((_, to) => transferred[sink * count + to]);
          const column = before.map((_, from) => transferred[from * count + sink]);
          expect(Math.abs(total(row) - before[sink])).toBeLessThan(tolerance);
          expect(Math.abs(total(column) - after[sink])).toBeLessThan(tolerance);
        }
        transferred.forEach((value, pair) => {
          expect(value).toBeGreaterThanOrEqual(lowerBound[pair]);
          expect(value).toBeLessThanOrEqual(upperBound[pair]);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
