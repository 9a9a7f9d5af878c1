// Rounds numbers so that they still add up to their rounded sum.

/** Rounded to so many decimals; what the sum would miss goes to those that rounding moved most (largest remainders). */
export function roundToSum(values: readonly number[], decimals: number): number[] {
  const unit = Number(`1e${decimals}`);
  const scaled = values.map((value) => value * unit);
  const whole = scaled.map(Math.floor);
  const sum = Math.round(scaled.reduce((total, value) => total + value, 0));
  const missing = sum - whole.reduce((total, value) => total + value, 0);
  const byRemainder = scaled
    .map((value, index) => ({ index, remainder: value - whole[index] }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index] += 1;
  return whole.map((value) => value / unit);
}
