// Keeps what many quantities are over all replications: every value while that fits a budget, then a sketch of each.

import {
  addToSketch,
  addZeros,
  createSketch,
  type Sketch,
  sketchBytes,
  summariseSketch,
  valuesKept,
} from '../numerics/sketch.ts';
import { type Summary, summariseInPlace } from '../numerics/summary.ts';

/** Memory that the values of all tables may take before their quantiles are sketched. */
export const exactBytes = 256 * 1024 * 1024;

const slotsPerBlock = 64;

/** All samples of a run. They are exact together or sketched together. */
export interface SampleStore {
  readonly replications: number;
  /** True while every value is kept. */
  isExact: boolean;
  readonly budgetBytes: number;
  /** Memory of the values kept, bytes. */
  exactBytesHeld: number;
  readonly members: Samples[];
  /** Scratch: the values of one row [replications]. */
  readonly row: Float64Array;
}

/** A row of values for each quantity, a column for each replication. Starts with zeros, which take no room. */
export interface Samples {
  readonly store: SampleStore;
  /** Where a row stands; -1 = its values are all zero [rows]. */
  readonly slots: Int32Array;
  slotCount: number;
  /** While exact: the values of the slots, by 64 [replications * 64]: what comes in together lies together. */
  readonly blocks: Float64Array[];
  /** Once sketched: the sketches of the slots, without the zeros since the value seen last. */
  readonly sketches: SketchedRow[];
}

interface SketchedRow {
  readonly sketch: Sketch;
  /** Replications that it has the values of. */
  seen: number;
}

/** @param mostBytes of values; as few replications as a sketch keeps one by one are exact whatever they take */
export function createSampleStore(replications: number, mostBytes = exactBytes): SampleStore {
  const budgetBytes = replications > valuesKept ? mostBytes : Infinity;
  const row = new Float64Array(replications);
  return { replications, isExact: true, budgetBytes, exactBytesHeld: 0, members: [], row };
}

export function createSamples(store: SampleStore, rowCount: number): Samples {
  const samples: Samples = {
    store,
    slots: new Int32Array(rowCount).fill(-1),
    slotCount: 0,
    blocks: [],
    sketches: [],
  };
  store.members.push(samples);
  return samples;
}

/**
 * Stores the value of a quantity in a replication; NaN = it has none there. Replications come in their order, each
 * quantity at most once in each.
 */
export function setSample(samples: Samples, row: number, replication: number, value: number): void {
  if (value === 0) return;
  if (!samples.store.isExact || !keepExactly(samples, row, replication, value))
    sketchValue(samples, row, replication, value);
}

/** Stores the values of all quantities in a replication, or of those from a row on. */
export function setSamples(
  samples: Samples,
  replication: number,
  values: Float64Array,
  firstRow = 0,
): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value !== 0) setSample(samples, firstRow + index, replication, value);
  }
}

/** Keeps a value; false when there is no room for it in the budget, and then no sample is exact any more. */
function keepExactly(samples: Samples, row: number, replication: number, value: number): boolean {
  const { slots, blocks } = samples;
  if (slots[row] < 0) {
    if (samples.slotCount === blocks.length * slotsPerBlock && !addBlock(samples)) return false;
    slots[row] = samples.slotCount++;
  }
  const slot = slots[row];
  blocks[Math.floor(slot / slotsPerBlock)][replication * slotsPerBlock + (slot % slotsPerBlock)] =
    value;
  return true;
}

function addBlock({ store, blocks }: Samples): boolean {
  const length = slotsPerBlock * store.replications;
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  if (store.exactBytesHeld + bytes > store.budgetBytes) {
    sketchAll(store);
    return false;
  }
  store.exactBytesHeld += bytes;
  blocks.push(new Float64Array(length));
  return true;
}

/** Turns the values of all samples into sketches, in the order of the replications, and lets go of them. */
function sketchAll(store: SampleStore): void {
  store.isExact = false;
  store.exactBytesHeld = 0;
  for (const samples of store.members) {
    for (let slot = 0; slot < samples.slotCount; slot++) {
      const sketched = emptyRow();
      samples.sketches.push(sketched);
      valuesAt(samples, slot).forEach((value, replication) => {
        if (value !== 0) addValue(sketched, replication, value);
      });
    }
    samples.blocks.length = 0;
  }
}

function emptyRow(): SketchedRow {
  return { sketch: createSketch(), seen: 0 };
}

function sketchValue(samples: Samples, row: number, replication: number, value: number): void {
  const { slots, sketches } = samples;
  if (slots[row] < 0) {
    slots[row] = samples.slotCount++;
    sketches.push(emptyRow());
  }
  addValue(sketches[slots[row]], replication, value);
}

/** Adds a value and the zeros before it. */
function addValue(sketched: SketchedRow, replication: number, value: number): void {
  addZeros(sketched.sketch, replication - sketched.seen);
  addToSketch(sketched.sketch, value);
  sketched.seen = replication + 1;
}

/** The summary of a quantity, once all replications are in; undefined when it is zero in all of them. */
export function summaryOf(samples: Samples, row: number): Summary | undefined {
  const { store, slots, sketches } = samples;
  if (slots[row] < 0) return undefined;
  if (store.isExact) return summariseInPlace(valuesAt(samples, slots[row]));
  const sketched = sketches[slots[row]];
  const { sketch, seen } = sketched;
  addZeros(sketch, store.replications - seen);
  sketched.seen = store.replications;
  return summariseSketch(sketch);
}

/** Whether a quantity is zero, or has no value, in every replication. */
export function isNothing(summary: Summary | undefined): boolean {
  return !summary || !(summary.least < 0 || summary.most > 0);
}

/** The values of a quantity of an exact store; undefined when all are zero. */
export function valuesOf(samples: Samples, row: number): Float64Array | undefined {
  return samples.slots[row] < 0 ? undefined : valuesAt(samples, samples.slots[row]).slice();
}

/** The values of a slot, in the store's scratch. */
function valuesAt({ store, blocks }: Samples, slot: number): Float64Array {
  const { row } = store;
  const block = blocks[Math.floor(slot / slotsPerBlock)];
  const place = slot % slotsPerBlock;
  for (let replication = 0; replication < row.length; replication++)
    row[replication] = block[replication * slotsPerBlock + place];
  return row;
}

/** Memory that the values, or the bins, of all samples take, bytes. */
export function bytesHeld({ isExact, exactBytesHeld, members }: SampleStore): number {
  if (isExact) return exactBytesHeld;
  let bytes = 0;
  for (const { sketches } of members)
    for (const { sketch } of sketches) bytes += sketchBytes(sketch);
  return bytes;
}
