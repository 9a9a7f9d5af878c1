// Solves small systems of linear equations.

/**
 * The inverse of a square matrix, by Gauss-Jordan elimination with row pivoting; undefined when it has none.
 * @param matrix row by row [size * size]
 */
export function inverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const left = matrix.slice();
  const right = new Float64Array(size * size);
  for (let row = 0; row < size; row++) right[row * size + row] = 1;
  for (let column = 0; column < size; column++) {
    const pivot = pivotRow(left, size, column);
    if (left[pivot * size + column] === 0) return undefined;
    for (const part of [left, right]) swapRows(part, size, pivot, column);
    const divisor = left[column * size + column];
    for (const part of [left, right]) scaleRow(part, size, column, 1 / divisor);
    for (let row = 0; row < size; row++) {
      const factor = left[row * size + column];
      if (row === column || factor === 0) continue;
      for (const part of [left, right]) subtractRow(part, size, row, column, factor);
    }
  }
  return right;
}

function pivotRow(matrix: Float64Array, size: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < size; row++) {
    if (Math.abs(matrix[row * size + column]) > Math.abs(matrix[best * size + column])) best = row;
  }
  return best;
}

function swapRows(matrix: Float64Array, size: number, a: number, b: number): void {
  for (let column = 0; column < size; column++) {
    const value = matrix[a * size + column];
    matrix[a * size + column] = matrix[b * size + column];
    matrix[b * size + column] = value;
  }
}

function scaleRow(matrix: Float64Array, size: number, row: number, factor: number): void {
  for (let column = 0; column < size; column++) matrix[row * size + column] *= factor;
}

function subtractRow(
  matrix: Float64Array,
  size: number,
  row: number,
  other: number,
  factor: number,
): void {
  for (let column = 0; column < size; column++)
    matrix[row * size + column] -= factor * matrix[other * size + column];
}
