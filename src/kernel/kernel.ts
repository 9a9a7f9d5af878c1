// Loads the hot loops compiled to WebAssembly, with a memory of their own for the arrays that they work on.

import { fractionalPowers, powersOfTwo } from '../numerics/elementary.ts';
import type { Arena } from './arena.ts';
import { kernelBytes } from './kernel-bytes.ts';
import * as slots from './slots.ts';

/** The loops; the plain code beside whose name they stand says what each does. Numbers of arrays are addresses. */
interface KernelFunctions {
  sendKind(kind: number, tonnes: number, step: number): void;
  takeArrivals(step: number): void;
  takeDeliveries(step: number): void;
  followProbabilities(rate: number): void;
  splitDemand(): void;
  announceDispatches(step: number): void;
  forgetWaits(): void;
  predictPostWaits(first: number, end: number, step: number, stepDays: number): void;
  passFreely(step: number, stepDays: number): number;
  chooseRoutes(rate: number): void;
  recordDispatches(): void;
  exp(x: number): number;
  log(x: number): number;
}

/**
 * A kernel and its memory. Arrays that its arena makes are never freed one by one: the memory goes as a whole. Whatever is
 * needed anew for every replication must take the place of what the last one had.
 */
export interface Kernel {
  readonly functions: KernelFunctions;
  readonly arena: Arena;
  /** Tells the kernel where an array stands that its arena made. */
  place(slot: number, array: Float64Array | Int32Array | Uint8Array): void;
  /** Tells the kernel a size. */
  set(slot: number, value: number): void;
}

const bytesPerPage = 65_536;
/** Address space, not memory: pages are taken as they are needed. */
const mostPages = 32_768;
/** Below this address stands what the compiler put there; the table of slots begins at 0. */
const firstAddress = bytesPerPage;

const compiledModule = compileKernel();

/** True where this machine runs the kernel: WebAssembly with vectors and shared memory. */
export const kernelRuns = compiledModule !== undefined;

function compileKernel(): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(kernelBytes);
  } catch {
    return undefined;
  }
}

/** A kernel with an empty memory; throws where it cannot run, see `kernelRuns`. */
export function createKernel(): Kernel {
  if (!compiledModule) throw new Error('this machine cannot run the WebAssembly kernel');
  // A shared memory grows without taking the arrays that stand in it away.
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  const instance = new WebAssembly.Instance(compiledModule, { env: { memory, abort } });
  const table = new Int32Array(memory.buffer, 0, slots.slotCount);
  const arena = createArena(memory);
  const kernel: Kernel = {
    functions: instance.exports as unknown as KernelFunctions,
    arena,
    place: (slot, array) => {
      table[slot] = array.byteOffset;
    },
    set: (slot, value) => {
      table[slot] = value;
    },
  };
  for (const [slot, numbers] of [
    [slots.fractionalPowers, fractionalPowers],
    [slots.powersOfTwo, powersOfTwo],
  ] as const) {
    const copy = arena.float64(numbers.length);
    copy.set(numbers);
    kernel.place(slot, copy);
  }
  return kernel;
}

function abort(): never {
  throw new Error('the kernel broke off');
}

/** Hands out the memory from low addresses to high ones, in pieces that begin at multiples of 16 bytes. */
function createArena(memory: WebAssembly.Memory): Arena {
  let next = firstAddress;
  /** Bytes of the piece at each address. */
  const pieces = new Map<number, number>();
  const reserve = (bytes: number) => {
    const address = next;
    next += Math.max(1, Math.ceil(bytes / 16)) * 16;
    pieces.set(address, next - address);
    const missing = next - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / bytesPerPage));
    return address;
  };
  const float64 = (length: number, address = reserve(8 * length)) =>
    new Float64Array(memory.buffer, address, length);
  return {
    float64: (length) => float64(length),
    resized: ({ byteOffset }, length) =>
      8 * length <= pieces.get(byteOffset)! ? float64(length, byteOffset) : float64(length),
    int32(length) {
      const address = reserve(4 * length);
      return new Int32Array(memory.buffer, address, length);
    },
    uint8(length) {
      const address = reserve(length);
      return new Uint8Array(memory.buffer, address, length);
    },
  };
}
