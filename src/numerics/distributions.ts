// Quantile functions: the value below which a random quantity lies with a given probability.

/** Quantile of the uniform distribution on [low, high]; probability 0-1. */
export function uniformQuantile(low: number, high: number, probability: number): number {
  return low + probability * (high - low);
}

/**
 * Quantile of the triangular distribution on [low, high] with its peak at `mode`; probability 0-1.
 * The value is `low` when low = high.
 */
export function triangularQuantile(
  low: number,
  mode: number,
  high: number,
  probability: number,
): number {
  const width = high - low;
  if (!(width > 0)) return low;
  const belowMode = (mode - low) / width;
  return probability < belowMode
    ? low + Math.sqrt(probability * width * (mode - low))
    : high - Math.sqrt((1 - probability) * width * (high - mode));
}
