/** How alike two vectors are: the cosine of the angle between them, or their dot product. */
export type Similarity = 'COSINE' | 'DOT';

/** A row and how alike it is to the vector that was asked about. */
export interface Neighbour {
  readonly row: number;
  /** -1 to 1 for COSINE. */
  readonly similarity: number;
}

/** Vectors as the rows of a matrix. */
export interface VectorRows {
  /** [n, dimension], row-major, finite. */
  readonly vectors: Float32Array;
  readonly dimension: number;
}

/**
 * The k rows most like a vector, in double precision, most alike first and of equal ones the lower row first: equal rows have equal similarities, whatever stands
 * around them. On the thread that calls it: dimension * candidates multiplications.
 * @param query [dimension], finite; for COSINE of a length above zero, as the rows are
 * @param candidates the rows that are looked at, each once
 */
export function rankExactly(
  { vectors, dimension }: VectorRows,
  query: Float32Array,
  candidates: Iterable<number>,
  { k, similarity }: { readonly k: number; readonly similarity: Similarity },
): readonly Neighbour[] {
  const length = similarity === 'COSINE' ? lengthOf(query) : 1;
  const ranked: Neighbour[] = [];
  for (const row of candidates) {
    const vector = vectors.subarray(row * dimension, (row + 1) * dimension);
    const scale = similarity === 'COSINE' ? length * lengthOf(vector) : 1;
    ranked.push({ row, similarity: dotOf(query, vector) / scale });
  }
  return ranked.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, k);
}

/** The Euclidean length of a vector. */
export function lengthOf(vector: Float32Array): number {
  return Math.sqrt(dotOf(vector, vector));
}

function dotOf(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
