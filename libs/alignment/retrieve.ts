import { at } from './at.js';
import { cosinesOf, headProbabilities, type HeadScoring } from './head-scoring.js';
import { type UnitRows } from './unit-rows.js';

/** One item of a gallery, as near a query as it is. */
export interface Retrieved {
  /** its row in the gallery, from 0 */
  readonly row: number;
  /** 1 for the nearest */
  readonly rank: number;
  /** cosine, -1 to 1 */
  readonly similarity: number;
  /** scale times cosine plus bias */
  readonly logit: number;
  /** by the head's own rule; null where it states none */
  readonly probability: number | null;
}

/**
 * The k nearest items of a gallery by cosine, nearest first, ties by row, so that every machine gives the same order. The probabilities are over the whole gallery, not over the k.
 * n times dim multiplications: above a million call it in a worker thread (`retrieveOffThread`).
 * @param query `[dim]`, of length one
 * @param k >= 1; all items where there are fewer
 */
export function retrieve(
  query: Float32Array,
  gallery: UnitRows,
  scoring: HeadScoring,
  k: number,
): readonly Retrieved[] {
  const cosines = cosinesOf(query, gallery);
  const probabilities = headProbabilities(cosines, scoring);
  const order = Uint32Array.from(cosines, (_, row) => row);
  order.sort((a, b) => at(cosines, b) - at(cosines, a) || a - b);
  return Array.from(order.subarray(0, k), (row, place) => ({
    row,
    rank: place + 1,
    similarity: at(cosines, row),
    logit: scoring.scale * at(cosines, row) + scoring.bias,
    probability: probabilities ? at(probabilities, row) : null,
  }));
}
