import { seededRandom } from './seeded-random.js';

/** Mean over the columns of their variance. */
export function meanVariance(rows: Float32Array, dim: number): number {
  const count = rows.length / dim;
  let total = 0;
  for (let column = 0; column < dim; column += 1) {
    let sum = 0;
    let squares = 0;
    for (let at = column; at < rows.length; at += dim) sum += rows[at] ?? 0;
    const mean = sum / count;
    for (let at = column; at < rows.length; at += dim) squares += ((rows[at] ?? 0) - mean) ** 2;
    total += squares / count;
  }
  return total / dim;
}

/** So many of the rows, drawn by the seed and left in their order. */
export function thinned(
  rows: Float32Array,
  dim: number,
  { mostRows, seed }: { readonly mostRows: number; readonly seed: number },
): Float32Array {
  const count = rows.length / dim;
  if (count <= mostRows) return rows;
  const random = seededRandom(seed);
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = 0; at < mostRows; at += 1) {
    const other = at + random.below(count - at);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  const kept = new Float32Array(mostRows * dim);
  order
    .slice(0, mostRows)
    .sort()
    .forEach((row, at) => kept.set(rows.subarray(row * dim, (row + 1) * dim), at * dim));
  return kept;
}
