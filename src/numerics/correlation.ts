// Correlated normal scores: what turns independent draws into draws with given rank correlations.

/**
 * Pearson's correlation of two normal quantities whose rank correlation (Spearman's) is `rank`: 2 sin(π rank / 6).
 * Source: Kruskal (1958), Journal of the American Statistical Association 53, 814-861.
 */
export function normalCorrelation(rank: number): number {
  return 2 * sine((Math.PI / 6) * rank);
}

/** sin x for |x| below 0.6: ten terms of its series leave an error under 1e-20. */
function sine(x: number): number {
  let sum = 1;
  for (let term = 18; term >= 2; term -= 2) sum = 1 - (sum * x * x) / (term * (term + 1));
  return x * sum;
}

/** Two names and the rank correlation of what they stand for. */
export interface RankCorrelation {
  readonly between: readonly [string, string];
  /** -1 to 1. */
  readonly rank: number;
}

/**
 * What makes correlated normal scores of independent ones: the Cholesky factor of their correlation matrix, in the
 * order of the names; undefined when the correlations contradict each other.
 */
export function correlationFactor(
  names: readonly string[],
  correlations: readonly RankCorrelation[],
): number[][] | undefined {
  const matrix = names.map((_, row) => names.map((_, column): number => (row === column ? 1 : 0)));
  for (const { between, rank } of correlations) {
    const [first, second] = between.map((name) => names.indexOf(name));
    matrix[first][second] = normalCorrelation(rank);
    matrix[second][first] = normalCorrelation(rank);
  }
  return choleskyFactor(matrix);
}

/**
 * The lower triangular L with L Lᵀ = matrix; undefined when the matrix is not positive definite, which for
 * correlations means that they contradict each other.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const factor: number[][] = [];
  for (let row = 0; row < matrix.length; row++) {
    const entries: number[] = [];
    for (let column = 0; column <= row; column++) {
      const known = dot(entries, factor[column] ?? entries, column);
      const rest = matrix[row][column] - known;
      if (column === row && !(rest > 1e-10)) return undefined;
      entries.push(column === row ? Math.sqrt(rest) : rest / factor[column][column]);
    }
    factor.push(entries);
  }
  return factor;
}

/**
 * Columns that are uncorrelated in the sample and of unit length, the nth made from the first n: the correlation that
 * chance left in the sample goes. A column that the earlier ones determine stays as it is, made of unit length.
 */
export function orthonormalColumns(columns: readonly Float64Array[]): Float64Array[] {
  const made: Float64Array[] = [];
  for (const column of columns) {
    const whole = unitLength(column);
    const rest = Float64Array.from(whole);
    for (const earlier of made) {
      const overlap = dot(rest, earlier, rest.length);
      rest.forEach((value, index) => {
        rest[index] = value - overlap * earlier[index];
      });
    }
    made.push(dot(rest, rest, rest.length) > 1e-6 ? unitLength(rest) : whole);
  }
  return made;
}

function unitLength(column: Float64Array): Float64Array {
  const length = Math.sqrt(dot(column, column, column.length));
  return length > 0 ? column.map((value) => value / length) : Float64Array.from(column);
}

/** Σ a b over the first entries. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += a[index] * b[index];
  return sum;
}
