// Where the arrays of a run come from: ordinary memory, or the memory of a kernel.

/** Makes arrays filled with zeros. */
export interface Arena {
  float64(length: number): Float64Array;
  int32(length: number): Int32Array;
  uint8(length: number): Uint8Array;
  /** An array of another length in the place of one that it made; what it holds is not said. */
  resized(array: Float64Array, length: number): Float64Array;
}

/** Arrays in ordinary memory. */
export const plainArena: Arena = {
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  uint8: (length) => new Uint8Array(length),
  resized: (array, length) => (array.length === length ? array : new Float64Array(length)),
};
