import { at } from './at.js';

/** How far a vector that is stated to have length one may be from it: FP16 on the way costs about 1e-3. */
const LENGTH_TOLERANCE = 5e-3;

/** Vectors of one dimension, each of length one. */
export interface UnitRows {
  readonly count: number;
  readonly dim: number;
  /** `[count, dim]`, row-major */
  readonly values: Float32Array;
}

/**
 * Scales every row to length one.
 * @param rows row-major `[n, dim]`
 * @param dim >= 1
 * @throws Error when there are no whole rows, a number is not finite, or a row is zero and has no direction
 */
export function unitRows(rows: Float32Array | Float64Array, dim: number): UnitRows {
  const lengths = rowLengths(rows, dim);
  const values = new Float32Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = at(rows, i) / at(lengths, Math.floor(i / dim));
  return { count: lengths.length, dim, values };
}

/**
 * Whether every row has length one, as a card may state of what its model gives.
 * @throws Error as `unitRows`
 */
export function hasUnitRows(rows: Float32Array | Float64Array, dim: number): boolean {
  return rowLengths(rows, dim).every((length) => Math.abs(length - 1) <= LENGTH_TOLERANCE);
}

/**
 * The direction of the mean of unit vectors: how a region of several tiles stands in a space that was learned tile by tile.
 * @throws Error when there is no row, or the rows cancel and the mean has no direction
 */
export function meanDirection({ count, dim, values }: UnitRows): Float32Array {
  const mean = new Float64Array(dim);
  for (let i = 0; i < values.length; i++) mean[i % dim] = at(mean, i % dim) + at(values, i) / count;
  return unitRows(mean, dim).values;
}

function rowLengths(rows: Float32Array | Float64Array, dim: number): Float64Array {
  const count = rows.length / dim;
  if (!Number.isInteger(count) || count < 1) throw new Error('Vectors must come in one or more whole rows.');
  const lengths = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let squares = 0;
    for (let k = row * dim; k < (row + 1) * dim; k++) squares += at(rows, k) ** 2;
    if (!(squares > 0) || !Number.isFinite(squares))
      throw new Error('A vector is zero or not finite: it has no direction.');
    lengths[row] = Math.sqrt(squares);
  }
  return lengths;
}
