import type { ScoringMethod } from './scoring-method.js';
import type { SetSizes } from './select-sets.js';

/** A matrix as it is stored: names as text, a gene or sample a line, and numbers that threads share. */
export interface StoredMatrix {
  /** UTF-8: the genes, each ended by LF, an empty line, and the samples, each ended by LF. */
  readonly names: Uint8Array;
  /** `[genes, samples]`, row-major, all finite. */
  readonly values: Float64Array<SharedArrayBuffer>;
}

/** What to score. */
export interface MatrixScoringTask extends SetSizes {
  readonly matrix: StoredMatrix;
  /** Samples that genes are compared with, for the methods that take such; null for the matrix's own. */
  readonly reference: StoredMatrix | null;
  /** Gene sets in the GMT format, checked before. */
  readonly sets: Uint8Array;
  readonly method: ScoringMethod;
  readonly threads: number | null;
}

/** A set of the report: scored, in the order of the scores, or passed over with a reason. */
export interface ScoredSet {
  readonly name: string;
  /** Genes of the set. */
  readonly size: number;
  /** Genes of the set that were measured, and vary where they must. */
  readonly overlap: number;
  /** The others, by name. */
  readonly missing: readonly string[];
  readonly reason: 'TOO_SMALL' | 'TOO_LARGE' | 'COVERS_ALL' | 'NO_WEIGHT' | null;
}

/** Scores as they are kept. */
export interface MatrixScores {
  /** `[sets, samples]`, row-major. */
  readonly scores: Float64Array<SharedArrayBuffer>;
  /** UTF-8, a `ScoredSet` as JSON a line: those with scores first, then those passed over. */
  readonly report: Uint8Array;
  /** UTF-8: a heading `set` and the samples, and a line a set with the shortest digits that give the same float64 back; tabs between. */
  readonly table: Uint8Array;
  readonly setCount: number;
  readonly passedOverCount: number;
  readonly geneCount: number;
  readonly constantGenes: number;
}

/** What the worker says. */
export type MatrixScoringOutcome =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'scored'; readonly scores: MatrixScores }
  | { readonly kind: 'refused'; readonly argument: string; readonly rule: string }
  | { readonly kind: 'broken'; readonly reason: string };
