// Summarises any number of values in a fixed amount of memory: exact while they are few, then with quantiles from counts in bins.

import { quantile, type Summary, withInterval } from './summary.ts';

/** Values that a sketch keeps as they are; the memory is then used for the bins. */
export const valuesKept = 128;
const binCount = 2 * valuesKept;
/** Bins are not narrower than this share of the largest number, 2^-40, so that their numbers stay whole. */
const narrowest = 1 / 1_099_511_627_776;

/**
 * Values added one by one. Mean and deviation are those of all values but for rounding; the quantiles are exact for up
 * to `valuesKept` values other than zero, and then at most one bin off, which is less than 2 / 255 of the distance
 * between the smallest and the largest value. Zeros are counted apart, so that a quantile among them is zero. The
 * quantiles do not depend on the order of the values.
 */
export interface Sketch {
  /** Values added, zeros included; those that are NaN are counted nowhere. */
  count: number;
  zeros: number;
  /** Smallest and largest value other than zero. */
  low: number;
  high: number;
  /** The first value, and the sum of the distances to it with the rounding carried along (Neumaier). */
  first: number;
  sum: number;
  carried: number;
  /** Mean and sum of squared distances as they grow (Welford). */
  mean: number;
  squares: number;
  /** The values themselves, in any order, and how many; undefined before the first. */
  kept: Float64Array<ArrayBuffer> | undefined;
  keptCount: number;
  /** The same memory, once there are bins: how many values lie in each [bins]. */
  bins: Uint32Array | undefined;
  /** Width of a bin, a power of two, and the number of the first: bin i holds values from i widths on. */
  width: number;
  firstBin: number;
}

export function createSketch(): Sketch {
  return {
    count: 0,
    zeros: 0,
    low: Infinity,
    high: -Infinity,
    first: 0,
    sum: 0,
    carried: 0,
    mean: 0,
    squares: 0,
    kept: undefined,
    keptCount: 0,
    bins: undefined,
    width: 0,
    firstBin: 0,
  };
}

/** Bytes of the memory that a sketch holds for values and bins. */
export function sketchBytes({ kept }: Sketch): number {
  return kept?.byteLength ?? 0;
}

/** Adds a finite value; NaN is passed over. */
export function addToSketch(sketch: Sketch, value: number): void {
  if (Number.isNaN(value)) return;
  addMoments(sketch, value, 1);
  if (value === 0) {
    sketch.zeros += 1;
    return;
  }
  sketch.low = Math.min(sketch.low, value);
  sketch.high = Math.max(sketch.high, value);
  if (!sketch.bins && sketch.keptCount === valuesKept) moveToBins(sketch);
  if (sketch.bins) countInBins(sketch, value);
  else {
    sketch.kept ??= new Float64Array(valuesKept);
    sketch.kept[sketch.keptCount++] = value;
  }
}

/** Adds many zeros at once. */
export function addZeros(sketch: Sketch, count: number): void {
  if (count === 0) return;
  addMoments(sketch, 0, count);
  sketch.zeros += count;
}

/** The same value several times, by the formula for joining two samples (Chan, Golub, LeVeque 1979). */
function addMoments(sketch: Sketch, value: number, times: number): void {
  const before = sketch.count;
  if (before === 0) sketch.first = value;
  sketch.count = before + times;
  const addend = times * (value - sketch.first);
  const next = sketch.sum + addend;
  sketch.carried +=
    Math.abs(sketch.sum) >= Math.abs(addend)
      ? sketch.sum - next + addend
      : addend - next + sketch.sum;
  sketch.sum = next;
  const distance = value - sketch.mean;
  sketch.mean += (distance * times) / sketch.count;
  sketch.squares += distance * distance * ((before * times) / sketch.count);
}

/** Scratch for what is moved into bins. */
const moving = new Float64Array(valuesKept);

/** Turns the values kept into bins that hold them all. */
function moveToBins(sketch: Sketch): void {
  const kept = sketch.kept!;
  moving.set(kept);
  const bins = new Uint32Array(kept.buffer).fill(0);
  sketch.bins = bins;
  sketch.width =
    narrowest * powerBelow(Math.max(Math.abs(moving[0]), Number.MIN_VALUE / narrowest));
  // At once for all values, so that the bins are not widened for one after the other.
  sketch.width = widthForAll(sketch);
  sketch.firstBin = Math.floor(sketch.low / sketch.width);
  for (let index = 0; index < valuesKept; index++)
    bins[Math.floor(moving[index] / sketch.width) - sketch.firstBin] += 1;
}

/** The width, doubled as often as needed, with which all values seen have room. */
function widthForAll({ low, high, width }: Sketch): number {
  let wider = Math.max(width, narrowest * powerBelow(Math.max(-low, high)));
  while (Math.floor(high / wider) - Math.floor(low / wider) >= binCount) wider *= 2;
  return wider;
}

function countInBins(sketch: Sketch, value: number): void {
  if (!holds(sketch, value)) makeRoom(sketch, value);
  sketch.bins![Math.floor(value / sketch.width) - sketch.firstBin] += 1;
}

function holds({ width, firstBin, low, high }: Sketch, value: number): boolean {
  const bin = Math.floor(value / width) - firstBin;
  // A power of two is not above the width's bound while the largest number is below twice that.
  return bin >= 0 && bin < binCount && Math.max(-low, high) < (2 * width) / narrowest;
}

/** Widens the bins, two into one, until all values have room, and leaves the rest of it on the side of the new value. */
function makeRoom(sketch: Sketch, value: number): void {
  const { low, high, firstBin, width, bins } = sketch;
  const wider = widthForAll(sketch);
  const isBelow = value < firstBin * width;
  const first = isBelow ? Math.floor(high / wider) - binCount + 1 : Math.floor(low / wider);
  const counts = bins!.slice();
  bins!.fill(0);
  for (let bin = 0; bin < binCount; bin++) {
    if (counts[bin] === 0) continue;
    bins![Math.floor(((firstBin + bin) * width) / wider) - first] += counts[bin];
  }
  sketch.width = wider;
  sketch.firstBin = first;
}

/** The largest power of two that is not above a positive number. */
function powerBelow(value: number): number {
  let power = 1;
  while (power > value) power /= 2;
  while (power <= value / 2) power *= 2;
  return power;
}

/** The smallest and largest of the values, zeros included; NaN of none. */
export function extremesOf({ count, zeros, low, high }: Sketch): { least: number; most: number } {
  if (count === 0) return { least: NaN, most: NaN };
  return zeros > 0
    ? { least: Math.min(low, 0), most: Math.max(high, 0) }
    : { least: low, most: high };
}

/** The summary of the values; all NaN when there are none. */
export function summariseSketch(sketch: Sketch): Summary {
  const { count, first, sum, carried, squares } = sketch;
  const extremes = extremesOf(sketch);
  if (count === 0) return withInterval(0, NaN, NaN, { p05: NaN, p50: NaN, p95: NaN, ...extremes });
  const sd = count > 1 ? Math.sqrt(squares / (count - 1)) : NaN;
  const mean = first + (sum + carried) / count;
  const quantileAt = quantilesOf(sketch);
  const [p05, p50, p95] = [quantileAt(0.05), quantileAt(0.5), quantileAt(0.95)];
  return withInterval(count, mean, sd, { p05, p50, p95, ...extremes });
}

function quantilesOf(sketch: Sketch): (probability: number) => number {
  const { kept, keptCount, bins, zeros } = sketch;
  if (bins) return (probability) => binnedQuantile(sketch, probability);
  const sorted = new Float64Array(keptCount + zeros);
  if (kept) sorted.set(kept.subarray(0, keptCount));
  sorted.sort();
  return (probability) => quantile(sorted, probability);
}

/** Quantile of type 7 between values that are spread evenly over their bin. */
function binnedQuantile(sketch: Sketch, probability: number): number {
  const position = (sketch.count - 1) * probability;
  const below = Math.floor(position);
  const value = valueOfRank(sketch, below);
  if (below + 1 >= sketch.count) return value;
  return value + (position - below) * (valueOfRank(sketch, below + 1) - value);
}

/** The value of a rank, from 0, as its bin tells it. */
function valueOfRank(sketch: Sketch, rank: number): number {
  const { bins, firstBin, width, zeros, low, high } = sketch;
  // Zeros stand between the bins below and above zero.
  const zerosAt = Math.min(Math.max(-firstBin, 0), binCount);
  let before = 0;
  for (let bin = 0; bin < binCount; bin++) {
    if (bin === zerosAt) before += zeros;
    if (rank < before) return 0;
    const held = bins![bin];
    if (rank < before + held) {
      const value = (firstBin + bin + (rank - before + 0.5) / held) * width;
      return Math.min(Math.max(value, low), high);
    }
    before += held;
  }
  return 0;
}
