// Compares the dispatches of a scenario with those of its baseline, step by step: who lost tonnes to whom.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DispatchSeries } from '../engine/replication-result.ts';
import type { DiversionResult } from './diversion-result.ts';
import { pairStarts } from './pairs.ts';

/**
 * The tonnes that moved between the sinks of each cell, and bounds on them, summed by year. The two series
 * come from the same draws. Each cell and each step is taken by itself: in sums opposite moves would cancel.
 */
export function accumulateDiversion(
  model: CompiledModel,
  baseline: DispatchSeries,
  scenario: DispatchSeries,
): DiversionResult {
  const { cells, groups, steps, years } = model.counts;
  const { cellGroupStart } = model.routes;
  const { stepYear } = model.time;
  const pairStart = pairStarts(model);
  const pairs = pairStart[cells];
  const result: DiversionResult = {
    transferred: new Float64Array(years * pairs),
    lowerBound: new Float64Array(years * pairs),
    upperBound: new Float64Array(years * pairs),
    newDemand: new Float64Array(years * (groups + cells)),
    lostDemand: new Float64Array(years * (groups + cells)),
  };
  const { transferred } = result;
  const before = new Float64Array(groups + 1);
  const after = new Float64Array(groups + 1);
  for (let step = 0; step < steps; step++) {
    const firstGroup = step * (groups + cells);
    for (let cell = 0; cell < cells; cell++) {
      const start = cellGroupStart[cell];
      const notShippedSink = cellGroupStart[cell + 1] - start;
      let differs = false;
      for (let sink = 0; sink < notShippedSink; sink++) {
        before[sink] = baseline[firstGroup + start + sink];
        after[sink] = scenario[firstGroup + start + sink];
        if (before[sink] !== after[sink]) differs = true;
      }
      before[notShippedSink] = baseline[firstGroup + groups + cell];
      after[notShippedSink] = scenario[firstGroup + groups + cell];
      if (before[notShippedSink] !== after[notShippedSink]) differs = true;
      const yearRow = stepYear[step] * (groups + cells);
      const firstPair = stepYear[step] * pairs + pairStart[cell];
      const count = notShippedSink + 1;
      if (!differs) {
        for (let sink = 0; sink < count; sink++)
          transferred[firstPair + sink * (count + 1)] += after[sink];
        continue;
      }
      const part = matchDemand(
        before,
        after,
        count,
        yearRow + start,
        yearRow + groups + cell,
        result,
      );
      if (part === 0) continue;
      addStays(before, after, count, firstPair, part, transferred);
      addMoves(before, after, count, firstPair, part, result);
    }
  }
  boundStays(model, pairStart, result);
  return result;
}

/** What stays in a sink is known, so that both its bounds are the tonnes themselves. */
function boundStays(
  { counts, routes }: CompiledModel,
  pairStart: Int32Array,
  { transferred, lowerBound, upperBound }: DiversionResult,
): void {
  for (let year = 0; year < counts.years; year++) {
    for (let cell = 0; cell < counts.cells; cell++) {
      const sinks = routes.cellGroupStart[cell + 1] - routes.cellGroupStart[cell] + 1;
      const first = year * pairStart[counts.cells] + pairStart[cell];
      for (let pair = first; pair < first + sinks * sinks; pair += sinks + 1) {
        lowerBound[pair] = transferred[pair];
        upperBound[pair] = transferred[pair];
      }
    }
  }
}

/** Demands that differ by less than this part differ by rounding. */
const sameDemand = 1e-9;

/**
 * Scales the baseline of a cell to the scenario's demand, so that only what shippers choose is compared, and books the
 * tonnes that only one of the two has: of a demand that grows by the factor r the part 1 - 1/r of every sink of the
 * scenario is new, of one that shrinks the part 1 - r of every sink of the baseline is lost.
 * @param firstPlace place of the first sink among the groups of the year; not shipped stands at `lastPlace`
 * @returns the part of the compared tonnes that both runs have: 1, or 1/r; 0 when one of them has none
 */
function matchDemand(
  before: Float64Array,
  after: Float64Array,
  sinkCount: number,
  firstPlace: number,
  lastPlace: number,
  { newDemand, lostDemand }: DiversionResult,
): number {
  let demandBefore = 0;
  let demandAfter = 0;
  for (let sink = 0; sink < sinkCount; sink++) {
    demandBefore += before[sink];
    demandAfter += after[sink];
  }
  if (Math.abs(demandAfter - demandBefore) <= sameDemand * Math.max(demandBefore, demandAfter))
    return 1;
  const newPart = demandAfter > demandBefore ? 1 - demandBefore / demandAfter : 0;
  const lostPart = demandAfter < demandBefore ? 1 - demandAfter / demandBefore : 0;
  for (let sink = 0; sink < sinkCount; sink++) {
    const place = sink + 1 < sinkCount ? firstPlace + sink : lastPlace;
    newDemand[place] += newPart * after[sink];
    lostDemand[place] += lostPart * before[sink];
    before[sink] *= demandBefore > 0 ? demandAfter / demandBefore : 0;
  }
  return demandAfter > 0 ? 1 - newPart : 0;
}

/** Adds what one cell leaves in its sinks in one step: of each sink the smaller of before and after, times `part`. */
function addStays(
  before: Float64Array,
  after: Float64Array,
  sinkCount: number,
  firstPair: number,
  part: number,
  transferred: Float64Array,
): void {
  for (let sink = 0; sink < sinkCount; sink++) {
    const stays = before[sink] - after[sink] > 0 ? after[sink] : before[sink];
    transferred[firstPair + sink * (sinkCount + 1)] += part * stays;
  }
}

/**
 * Adds what one cell moves in one step, times `part`. With the losses L_j = (before - after)+, the gains
 * G_k = (after - before)+ and M, the sum of the losses, L_j G_k / M
 * moves from j to k, the move of greatest entropy among those that move as little as possible. It lies between
 * Fréchet's bounds max(0, L_j + G_k - M) and min(L_j, G_k). Rows sum to `before`, columns to `after`.
 */
function addMoves(
  before: Float64Array,
  after: Float64Array,
  sinkCount: number,
  firstPair: number,
  part: number,
  { transferred, lowerBound, upperBound }: DiversionResult,
): void {
  let moved = 0;
  for (let sink = 0; sink < sinkCount; sink++) {
    const loss = before[sink] - after[sink];
    if (loss > 0) moved += loss;
  }
  if (moved === 0) return;
  for (let from = 0; from < sinkCount; from++) {
    const loss = before[from] - after[from];
    if (!(loss > 0)) continue;
    for (let to = 0; to < sinkCount; to++) {
      const gain = after[to] - before[to];
      if (!(gain > 0)) continue;
      const most = Math.min(loss, gain);
      // Rounding may put the bounds a last bit on the wrong side of the move; they are held to it.
      const least = clamp(loss + gain - moved, 0, most);
      const pair = firstPair + from * sinkCount + to;
      transferred[pair] += part * clamp((loss * gain) / moved, least, most);
      if (least > 0) lowerBound[pair] += part * least;
      upperBound[pair] += part * most;
    }
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
