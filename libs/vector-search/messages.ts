import type { Neighbour, Similarity } from './rank-exactly.js';

/** What the thread is told. */
export type SearchOrder =
  | { readonly kind: 'HOLD'; readonly key: string; readonly vectors: Float32Array; readonly dimension: number }
  | { readonly kind: 'DROP'; readonly key: string }
  | ({ readonly kind: 'SEARCH'; readonly key: string } & SearchQuestion);

/** What is asked of a matrix. */
export interface SearchQuestion {
  /** [dimension] */
  readonly query: Float32Array;
  /** How many rows, >= 1; fewer come back where fewer are allowed. */
  readonly k: number;
  readonly similarity: Similarity;
  /** [n]: 1 for the rows that may be found, 0 for those that may not. All, when left out. Applied before ranking. */
  readonly allowed?: Uint8Array | undefined;
}

/** What the thread answers, in the order of what it was told. */
export type SearchReply =
  | { readonly kind: 'DONE'; readonly neighbours: readonly Neighbour[] }
  | { readonly kind: 'REFUSED'; readonly argument: 'vectors' | 'vector'; readonly rule: string; readonly row?: number }
  | { readonly kind: 'FAILED'; readonly reason: string };
