// Regresses the ranks of an outcome on the ranks of its inputs, to say which inputs drive it.

/** What a regression on ranks says; NaN where the sample is too small or the inputs cannot be told apart. */
export interface RankRegression {
  /** Coefficients of the standardised ranks [inputs]. */
  readonly coefficients: Float64Array;
  /** Part of the variance of the ranks that the inputs explain, 0-1. */
  readonly rSquared: number;
}

/**
 * Ordinary least squares of standardised ranks, by Householder's QR (Saltelli et al., Global Sensitivity Analysis: The
 * Primer, 2008, section 1.2.5). It needs two replications more than inputs: with fewer any outcome is explained.
 * @param inputs  a sample for each input, none of them constant
 * @param outcome the outcome in the same replications, not constant
 */
export function rankRegression(
  inputs: readonly Float64Array[],
  outcome: Float64Array,
): RankRegression {
  const nothing = { coefficients: new Float64Array(inputs.length).fill(NaN), rSquared: NaN };
  if (inputs.length === 0 || outcome.length < inputs.length + 2) return nothing;
  const columns = inputs.map(standardisedRanks);
  const target = standardisedRanks(outcome);
  const coefficients = leastSquares(
    columns.map((column) => column.slice()),
    target.slice(),
  );
  if (!coefficients) return nothing;
  const residuals = target.map((value, row) =>
    columns.reduce((rest, column, index) => rest - coefficients[index] * column[row], value),
  );
  return {
    coefficients,
    rSquared: Math.max(0, 1 - dot(residuals, residuals) / dot(target, target)),
  };
}

/** Spearman's rank correlation of two samples, neither of them constant. */
export function rankCorrelation(first: Float64Array, second: Float64Array): number {
  return dot(standardisedRanks(first), standardisedRanks(second)) / (first.length - 1);
}

/** True when all values are the same: such a sample has no ranks to speak of. */
export function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Ranks of mean 0 and standard deviation 1 (divisor n - 1); equal values share their mean rank. */
function standardisedRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const middle = (values.length - 1) / 2;
  const ranks = values.map((value) => {
    const first = sorted.indexOf(value);
    return (first + sorted.lastIndexOf(value)) / 2 - middle;
  });
  const sd = Math.sqrt(dot(ranks, ranks) / (values.length - 1));
  return ranks.map((rank) => rank / sd);
}

function dot(first: Float64Array, second: Float64Array): number {
  return first.reduce((sum, value, index) => sum + value * second[index], 0);
}

/** A column whose part at right angles to the others is below this has nothing of its own to say. */
const leastLength = 1e-9;

/**
 * Solves columns · x = target by Householder reflections; both are overwritten.
 * @returns undefined when the columns are not independent
 */
function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
): Float64Array | undefined {
  const diagonal = new Float64Array(columns.length);
  for (let pivot = 0; pivot < columns.length; pivot++) {
    const column = columns[pivot];
    const length = Math.sqrt(dot(column.subarray(pivot), column.subarray(pivot)));
    if (length < leastLength) return undefined;
    diagonal[pivot] = column[pivot] > 0 ? -length : length;
    const mirror = column.slice(pivot);
    mirror[0] -= diagonal[pivot];
    for (const other of [...columns.slice(pivot + 1), target])
      reflect(other.subarray(pivot), mirror);
  }
  const solution = new Float64Array(columns.length);
  for (let row = columns.length - 1; row >= 0; row--) {
    let rest = target[row];
    for (let later = row + 1; later < columns.length; later++)
      rest -= columns[later][row] * solution[later];
    solution[row] = rest / diagonal[row];
  }
  return solution;
}

/** Mirrors a vector at the plane that the other stands upright on. */
function reflect(vector: Float64Array, mirror: Float64Array): void {
  const factor = (2 * dot(mirror, vector)) / dot(mirror, mirror);
  for (let row = 0; row < vector.length; row++) vector[row] -= factor * mirror[row];
}
