// The calibration kernel: a fixed amount of arithmetic and of reading here and there, what the engine does too.

const numbers = 60_000;
const places = 1 << 19;
const reads = 1 << 18;

const inputs = Float64Array.from({ length: numbers }, (_, index) => -index / numbers);
const outputs = new Float64Array(numbers);
const table = Float64Array.from({ length: places }, (_, index) => index);
const sums = new Float64Array(1024);

/** Places in runs of 16, the runs in the order of a linear congruential generator. */
const order = Int32Array.from({ length: reads }, (_, read) => {
  const run = (Math.imul(read >> 4, 1103515245) + 12345) & (places / 16 - 1);
  return run * 16 + (read & 15);
});

/** What a call of the kernel does; its time is given as that of one. */
export const calibrationElements = numbers + reads;

/** Never changes: every figure of `baseline.json` is a multiple of its time. */
export function calibrate(): number {
  for (let index = 0; index < numbers; index++) {
    const x = inputs[index];
    const top = 1 + x * (0.5 + x * (0.1 + x * (1 / 120 + x / 3024)));
    outputs[index] = top / (1 - x * (0.5 - x * (0.1 - x * (1 / 120 - x / 3024))));
  }
  for (let read = 0; read < reads; read++) sums[read & 1023] += 0.5 * table[order[read]];
  return outputs[numbers - 1] + sums[0];
}
