/**
 * The mean row of a matrix, added up in float64.
 * @param matrix row-major [rows, dim], finite
 * @param dim >= 1
 * @param rows which rows to take, in any order; all when left out. A row named twice counts twice
 * @returns [dim]
 * @throws Error when there is no row, a row does not exist, the matrix is not rows x dim, or the mean is not finite
 */
export function meanVector(matrix: Float32Array | Float64Array, dim: number, rows?: ArrayLike<number>): Float64Array {
  const rowCount = matrix.length / dim;
  if (!Number.isSafeInteger(dim) || dim < 1 || !Number.isInteger(rowCount))
    throw new Error('The matrix must have whole rows of dim >= 1.');
  const count = rows?.length ?? rowCount;
  if (count === 0) throw new Error('The mean of no rows is not defined.');
  const sums = new Float64Array(dim);
  for (let i = 0; i < count; i++) {
    const row = rows ? (rows[i] ?? -1) : i;
    if (!Number.isInteger(row) || row < 0 || row >= rowCount)
      throw new Error('A row that does not exist cannot be averaged.');
    for (let column = 0; column < dim; column++)
      sums[column] = (sums[column] ?? 0) + (matrix[row * dim + column] ?? NaN);
  }
  const mean = sums.map((sum) => sum / count);
  if (!mean.every(Number.isFinite)) throw new Error('The mean is not finite: the matrix was not.');
  return mean;
}
