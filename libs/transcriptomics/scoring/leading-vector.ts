const MOST_BASIS = 30;
const MOST_RESTARTS = 200;
const TOLERANCE = 1e-13;
const MOST_SWEEPS = 60;

/**
 * The first right singular vector of a matrix, of length one: Lanczos with full reorthogonalisation on the matrix's square, restarted with its best vector.
 * @param rows the matrix's rows, all of the same length; at least one that is not zero
 * @returns as many numbers as a row has; its sign is arbitrary, as that of any singular vector
 */
export function firstRightSingularVector(rows: readonly Float64Array[]): Float64Array {
  const columns = rows[0]?.length ?? 0;
  // No symmetry of the data is orthogonal to such a start.
  let start = normalised(Float64Array.from({ length: columns }, (_, index) => 1 + ((index * 0.754877666) % 1)));
  for (let restart = 0; restart < MOST_RESTARTS; restart += 1) {
    const { basis, diagonal, beside, rest } = lanczos(rows, start, Math.min(MOST_BASIS, columns));
    const { value, vector } = largestPair(diagonal, beside);
    start = normalised(combined(basis, vector));
    const residual = rest * Math.abs(vector[vector.length - 1] ?? 0);
    if (residual <= TOLERANCE * value) break;
  }
  return start;
}

function lanczos(rows: readonly Float64Array[], start: Float64Array, most: number) {
  const basis: Float64Array[] = [start];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let rest = 0;
  for (const vector of basis) {
    const image = squareTimes(rows, vector);
    const own = dot(image, vector);
    diagonal.push(own);
    // Twice: once leaves what rounding has brought back.
    for (let time = 0; time < 2; time += 1) for (const other of basis) subtract(image, other, dot(image, other));
    rest = Math.sqrt(dot(image, image));
    if (basis.length === most || rest <= TOLERANCE * Math.abs(own)) break;
    beside.push(rest);
    basis.push(image.map((value) => value / rest));
  }
  return { basis, diagonal, beside, rest };
}

function squareTimes(rows: readonly Float64Array[], vector: Float64Array): Float64Array {
  const image = new Float64Array(vector.length);
  for (const row of rows) subtract(image, row, -dot(row, vector));
  return image;
}

/** The largest eigenvalue of a small symmetric tridiagonal matrix and its vector, by Jacobi's rotations. */
function largestPair(diagonal: readonly number[], beside: readonly number[]) {
  const size = diagonal.length;
  const matrix = diagonal.map((own, row) =>
    Float64Array.from({ length: size }, (_, column) => {
      if (column === row) return own;
      return Math.abs(column - row) === 1 ? (beside[Math.min(row, column)] ?? 0) : 0;
    }),
  );
  const vectors = matrix.map((_, row) => Float64Array.from({ length: size }, (_one, column) => +(row === column)));
  for (let sweep = 0; sweep < MOST_SWEEPS && rotateAll(matrix, vectors); sweep += 1);
  let best = 0;
  for (let index = 1; index < size; index += 1) if (at(matrix, index, index) > at(matrix, best, best)) best = index;
  return { value: at(matrix, best, best), vector: vectors[best] ?? new Float64Array(size) };
}

/** @returns whether anything was left to rotate away */
function rotateAll(matrix: readonly Float64Array[], vectors: readonly Float64Array[]): boolean {
  let isRotated = false;
  for (let p = 0; p < matrix.length; p += 1) {
    for (let q = p + 1; q < matrix.length; q += 1) {
      const off = at(matrix, p, q);
      if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(at(matrix, p, p) * at(matrix, q, q)))) continue;
      isRotated = true;
      const theta = (at(matrix, q, q) - at(matrix, p, p)) / (2 * off);
      const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const cosine = 1 / Math.sqrt(tangent * tangent + 1);
      const sine = tangent * cosine;
      rotate(matrix, p, q, cosine, sine);
      for (const row of matrix) rotatePair(row, p, q, cosine, sine);
      rotate(vectors, p, q, cosine, sine);
    }
  }
  return isRotated;
}

function rotate(rows: readonly Float64Array[], p: number, q: number, cosine: number, sine: number): void {
  const one = rows[p];
  const other = rows[q];
  if (!one || !other) return;
  for (let index = 0; index < one.length; index += 1) {
    const a = one[index] ?? 0;
    const b = other[index] ?? 0;
    one[index] = cosine * a - sine * b;
    other[index] = sine * a + cosine * b;
  }
}

function rotatePair(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const a = row[p] ?? 0;
  const b = row[q] ?? 0;
  row[p] = cosine * a - sine * b;
  row[q] = sine * a + cosine * b;
}

function at(matrix: readonly Float64Array[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

function combined(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0]?.length ?? 0);
  for (const [index, vector] of basis.entries()) subtract(sum, vector, -(weights[index] ?? 0));
  return sum;
}

function normalised(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, factor: number): void {
  for (let index = 0; index < from.length; index += 1) from[index] = (from[index] ?? 0) - factor * (vector[index] ?? 0);
}
