// Compares the dispatches of a scenario with those of its baseline, step by step: who lost tonnes to whom.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { DispatchSeries } from '../engine/replication-result.ts';
import type { DiversionResult } from './diversion-result.ts';
import { pairStarts } from './pairs.ts';

/** What the steps of a comparison share. */
interface Ledger {
  readonly result: DiversionResult;
  readonly pairStart: Int32Array;
  /** Sinks of all cells. */
  readonly width: number;
  /** Tonnes that stayed in each sink: by group, then not shipped by cell [years * (groups + cells)]. */
  readonly stayed: Float64Array;
  /** Scratch: what the sinks of one cell send, the baseline scaled to the scenario's demand [sinks of a cell]. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Scratch: sinks of the cell that gain, and how much [sinks of a cell]. */
  readonly gaining: Int32Array;
  readonly gain: Float64Array;
}

/**
 * The tonnes that moved between the sinks of each cell, and bounds on them, summed by year. The two series
 * come from the same draws. Each cell and each step is taken by itself: in sums opposite moves would cancel.
 * @param fork steps in which the two are the same: of these the scenario's series is not read
 */
export function accumulateDiversion(
  model: CompiledModel,
  baseline: DispatchSeries,
  scenario: DispatchSeries,
  fork = 0,
): DiversionResult {
  const { cells, groups, steps } = model.counts;
  const { cellGroupStart } = model.routes;
  const { stepYear } = model.time;
  const ledger = openLedger(model);
  const { stayed } = ledger;
  const width = groups + cells;
  for (let step = 0; step < fork; step++) addRow(baseline, step * width, ledger, stepYear[step]);
  for (let step = fork; step < steps; step++) {
    const row = step * width;
    const yearRow = stepYear[step] * width;
    for (let cell = 0; cell < cells; cell++) {
      const first = cellGroupStart[cell];
      const end = cellGroupStart[cell + 1];
      const outside = groups + cell;
      let differs = baseline[row + outside] !== scenario[row + outside];
      for (let sink = first; sink < end && !differs; sink++)
        differs = baseline[row + sink] !== scenario[row + sink];
      if (differs) {
        compareCell(model, ledger, cell, stepYear[step], row, baseline, scenario);
        continue;
      }
      for (let sink = first; sink < end; sink++) stayed[yearRow + sink] += scenario[row + sink];
      stayed[yearRow + outside] += scenario[row + outside];
    }
  }
  bookStays(model, ledger);
  return ledger.result;
}

function openLedger(model: CompiledModel): Ledger {
  const { cells, groups, years } = model.counts;
  const pairStart = pairStarts(model);
  const pairs = pairStart[cells];
  return {
    result: {
      transferred: new Float64Array(years * pairs),
      lowerBound: new Float64Array(years * pairs),
      upperBound: new Float64Array(years * pairs),
      newDemand: new Float64Array(years * (groups + cells)),
      lostDemand: new Float64Array(years * (groups + cells)),
    },
    pairStart,
    width: groups + cells,
    stayed: new Float64Array(years * (groups + cells)),
    before: new Float64Array(groups + 1),
    after: new Float64Array(groups + 1),
    gaining: new Int32Array(groups + 1),
    gain: new Float64Array(groups + 1),
  };
}

/** Adds a step in which everything stays. */
function addRow(
  series: DispatchSeries,
  row: number,
  { stayed, width }: Ledger,
  year: number,
): void {
  for (let place = 0; place < width; place++) stayed[year * width + place] += series[row + place];
}

/** What stays in a sink is known, so that both its bounds are the tonnes themselves. */
function bookStays(
  { counts, routes }: CompiledModel,
  { pairStart, stayed, result: { transferred, lowerBound, upperBound } }: Ledger,
): void {
  const { cells, groups, years } = counts;
  for (let year = 0; year < years; year++) {
    for (let cell = 0; cell < cells; cell++) {
      const first = routes.cellGroupStart[cell];
      const sinks = routes.cellGroupStart[cell + 1] - first + 1;
      for (let sink = 0; sink < sinks; sink++) {
        const pair = year * pairStart[cells] + pairStart[cell] + sink * (sinks + 1);
        const place = sink + 1 < sinks ? first + sink : groups + cell;
        transferred[pair] = stayed[year * (groups + cells) + place];
        lowerBound[pair] = transferred[pair];
        upperBound[pair] = transferred[pair];
      }
    }
  }
}

/** Books what stays and what moves in one cell and step. */
function compareCell(
  { counts, routes }: CompiledModel,
  ledger: Ledger,
  cell: number,
  year: number,
  row: number,
  baseline: DispatchSeries,
  scenario: DispatchSeries,
): void {
  const { before, after, stayed, pairStart } = ledger;
  const { cells, groups } = counts;
  const first = routes.cellGroupStart[cell];
  const last = routes.cellGroupStart[cell + 1] - first;
  for (let sink = 0; sink < last; sink++) {
    before[sink] = baseline[row + first + sink];
    after[sink] = scenario[row + first + sink];
  }
  before[last] = baseline[row + groups + cell];
  after[last] = scenario[row + groups + cell];
  const yearRow = year * (groups + cells);
  const part = matchDemand(ledger, last + 1, yearRow + first, yearRow + groups + cell);
  if (part === 0) return;
  for (let sink = 0; sink < last; sink++)
    stayed[yearRow + first + sink] += part * Math.min(before[sink], after[sink]);
  stayed[yearRow + groups + cell] += part * Math.min(before[last], after[last]);
  addMoves(ledger, last + 1, year * pairStart[cells] + pairStart[cell], part);
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
  { before, after, result: { newDemand, lostDemand } }: Ledger,
  sinkCount: number,
  firstPlace: number,
  lastPlace: number,
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

/**
 * Adds what one cell moves in one step, times `part`. With the losses L_j = (before - after)+, the gains
 * G_k = (after - before)+ and M, the sum of the losses, L_j G_k / M
 * moves from j to k, the move of greatest entropy among those that move as little as possible. It lies between
 * Fréchet's bounds max(0, L_j + G_k - M) and min(L_j, G_k). Rows sum to `before`, columns to `after`.
 */
function addMoves(ledger: Ledger, sinkCount: number, firstPair: number, part: number): void {
  const { before, after, gaining, gain } = ledger;
  let moved = 0;
  let gains = 0;
  for (let sink = 0; sink < sinkCount; sink++) {
    const loss = before[sink] - after[sink];
    if (loss > 0) moved += loss;
    else if (loss < 0) {
      gaining[gains] = sink;
      gain[gains] = after[sink] - before[sink];
      gains += 1;
    }
  }
  if (moved === 0) return;
  for (let from = 0; from < sinkCount; from++) {
    const loss = before[from] - after[from];
    if (loss > 0) addMovesFrom(ledger, firstPair + from * sinkCount, loss, moved, gains, part);
  }
}

/** Spreads the loss of one sink over the sinks that gain. */
function addMovesFrom(
  { gaining, gain, result: { transferred, lowerBound, upperBound } }: Ledger,
  firstPair: number,
  loss: number,
  moved: number,
  gains: number,
  part: number,
): void {
  for (let index = 0; index < gains; index++) {
    const gained = gain[index];
    const most = Math.min(loss, gained);
    // Rounding may put the bounds a last bit on the wrong side of the move; they are held to it.
    const least = Math.min(Math.max(loss + gained - moved, 0), most);
    const pair = firstPair + gaining[index];
    transferred[pair] += part * Math.min(Math.max((loss * gained) / moved, least), most);
    if (least > 0) lowerBound[pair] += part * least;
    upperBound[pair] += part * most;
  }
}
