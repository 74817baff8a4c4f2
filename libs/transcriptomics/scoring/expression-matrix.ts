import { BadUserInput } from '#libs/errors';

/** Measured or predicted expression of many samples. */
export interface ExpressionMatrix {
  /** Each once; the rows of `values`. */
  readonly genes: readonly string[];
  /** Each once; the columns of `values`. */
  readonly samples: readonly string[];
  /** `[genes, samples]`, row-major, all finite. In shared memory, worker threads read it without a copy. */
  readonly values: Float64Array;
}

/** Numbers in memory that worker threads share: zeros. */
export function sharedNumbers(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** Whole numbers in memory that worker threads share. */
export function sharedIndices(values: readonly number[] | Uint32Array): Uint32Array<SharedArrayBuffer> {
  const shared = new Uint32Array(new SharedArrayBuffer(values.length * Uint32Array.BYTES_PER_ELEMENT));
  shared.set(values);
  return shared;
}

/**
 * The rows of a matrix that are asked for, in that order, in shared memory: the matrix's own numbers where these are all its rows and shared already.
 * @param rows row numbers, each below the number of genes
 */
export function sharedRows(matrix: ExpressionMatrix, rows: readonly number[]): Float64Array {
  const { genes, samples, values } = matrix;
  const isWhole = rows.length === genes.length && rows.every((row, index) => row === index);
  if (isWhole && values.buffer instanceof SharedArrayBuffer) return values;
  const shared = sharedNumbers(rows.length * samples.length);
  for (const [index, row] of rows.entries()) {
    shared.set(values.subarray(row * samples.length, (row + 1) * samples.length), index * samples.length);
  }
  return shared;
}

/** @throws BadUserInput for a matrix that does not hold together: another number of values, nothing in it, a gene or a sample twice */
export function checkMatrix({ genes, samples, values }: ExpressionMatrix, argument: string): void {
  if (genes.length === 0 || samples.length === 0) throw new BadUserInput(argument, 'must have a gene and a sample');
  if (values.length !== genes.length * samples.length) {
    throw new BadUserInput(argument, 'must have a value for each gene in each sample');
  }
  if (new Set(genes).size !== genes.length) throw new BadUserInput(argument, 'must name each gene once');
  if (new Set(samples).size !== samples.length) throw new BadUserInput(argument, 'must name each sample once');
}
