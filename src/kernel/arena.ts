// Where the arrays of a run come from: ordinary memory, or the memory of a kernel.

/** Makes arrays filled with zeros. */
export interface Arena {
  float64(length: number): Float64Array;
  int32(length: number): Int32Array;
  uint8(length: number): Uint8Array;
}

/** Arrays in ordinary memory. */
export const plainArena: Arena = {
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  uint8: (length) => new Uint8Array(length),
};
