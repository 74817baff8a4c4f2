/** How a file holds a matrix of named rows and columns. */
export type MatrixFileFormat = 'GCT' | 'TSV' | 'CSV' | 'H5AD' | 'PARQUET';

/** Most that a file may hold: 24,000 genes in 5,000 samples are the 120 million values. */
export const MATRIX_FILE_LIMITS = {
  values: 120_000_000,
  genes: 100_000,
  samples: 20_000,
  fileBytes: 8 * 1024 ** 3,
} as const;

/** Numbers of genes in samples, as a file has them. */
export interface MatrixFile {
  readonly format: MatrixFileFormat;
  /** In the order of the file, each once. */
  readonly genes: readonly string[];
  /** In the order of the file, each once. */
  readonly samples: readonly string[];
  /** `[genes, samples]`, row-major, all finite, in memory that threads can share. */
  readonly values: Float64Array<SharedArrayBuffer>;
}

/** What is wrong with a line, as the rest of a sentence that begins with its number. */
export interface MatrixLineProblem {
  readonly line: number;
  readonly problem: string;
}

/** What to read. */
export interface MatrixFileTask {
  readonly path: string;
  /** Null: what its first bytes say. */
  readonly format: MatrixFileFormat | null;
}

/** What the worker answers. */
export type MatrixFileOutcome =
  | { readonly kind: 'progress'; readonly doneBytes: number; readonly totalBytes: number }
  | { readonly kind: 'read'; readonly file: MatrixFile }
  | { readonly kind: 'problems'; readonly problems: readonly MatrixLineProblem[]; readonly total: number }
  | { readonly kind: 'tooLarge'; readonly what: string; readonly found: number; readonly limit: number }
  | { readonly kind: 'refused'; readonly reason: string };

/** Numbers for a matrix, zeros at first. @throws MatrixTooLarge */
export function newMatrix(genes: number, samples: number): Float64Array<SharedArrayBuffer> {
  refuseOver('genes', genes, MATRIX_FILE_LIMITS.genes);
  refuseOver('samples', samples, MATRIX_FILE_LIMITS.samples);
  refuseOver('values', genes * samples, MATRIX_FILE_LIMITS.values);
  return new Float64Array(new SharedArrayBuffer(genes * samples * Float64Array.BYTES_PER_ELEMENT));
}

/** A matrix beyond a limit; crosses from the worker as an outcome. */
export class MatrixTooLarge extends Error {
  constructor(
    readonly what: string,
    readonly found: number,
    readonly limit: number,
  ) {
    super(`more than ${limit} ${what}`);
  }
}

/** Lines that are wrong; crosses from the worker as an outcome. */
export class MatrixProblems extends Error {
  constructor(
    readonly problems: readonly MatrixLineProblem[],
    readonly total = problems.length,
  ) {
    super('the file has lines that are wrong');
  }
}

function refuseOver(what: string, found: number, limit: number): void {
  if (found > limit) throw new MatrixTooLarge(what, found, limit);
}
