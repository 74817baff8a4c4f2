import { at } from './at.js';
import { headProbabilities, type HeadScoring } from './head-scoring.js';

/** How the items of a reference are weighed. */
export type WeightRule =
  /** Raw similarities over their sum, as Loki's PredEx has it: a negative similarity has a negative weight */
  | { readonly kind: 'SIMILARITY' }
  /** The head's own softmax over the reference */
  | { readonly kind: 'SOFTMAX' }
  /** The k nearest alike, all others nothing; ties by row */
  | { readonly kind: 'NEAREST'; readonly k: number };

/** Weights of the items of a reference; they sum to one. */
export interface ReferenceWeights {
  readonly weights: Float64Array;
  /** how many are below zero */
  readonly negative: number;
  /** how many items count: the square of the sum of their sizes over the sum of their squares (Kish 1965) */
  readonly effective: number;
}

/** Below this share of what they would add up to without signs, similarities cancel, and their quotient is noise. */
const LEAST_SUM = 0.05;

/**
 * How much each item of a reference counts for one query.
 * @param cosines `[n]` of one query with the reference
 * @returns null where the rule gives none: similarities that cancel, or a head without a softmax
 */
export function referenceWeights(
  cosines: Float64Array,
  rule: WeightRule,
  scoring: HeadScoring,
): ReferenceWeights | null {
  const weights = rawWeights(cosines, rule, scoring);
  if (!weights) return null;
  const sizes = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const negative = weights.reduce((count, weight) => count + (weight < 0 ? 1 : 0), 0);
  return { weights, negative, effective: (sizes * sizes) / squares };
}

function rawWeights(cosines: Float64Array, rule: WeightRule, scoring: HeadScoring): Float64Array | null {
  switch (rule.kind) {
    case 'SOFTMAX':
      return scoring.rule === 'SOFTMAX' ? headProbabilities(cosines, scoring) : null;
    case 'NEAREST': {
      const order = Uint32Array.from(cosines, (_, row) => row).sort((a, b) => at(cosines, b) - at(cosines, a) || a - b);
      const near = order.subarray(0, rule.k);
      const weights = new Float64Array(cosines.length);
      for (const row of near) weights[row] = 1 / near.length;
      return weights;
    }
    case 'SIMILARITY': {
      const sum = cosines.reduce((total, cosine) => total + cosine, 0);
      const sizes = cosines.reduce((total, cosine) => total + Math.abs(cosine), 0);
      return sum > LEAST_SUM * sizes ? cosines.map((cosine) => cosine / sum) : null;
    }
  }
}

/**
 * The weighted mean of rows.
 * @param rows row-major `[n, width]`
 * @param weights `[n]`
 */
export function weightedRow(rows: Float32Array, width: number, weights: Float64Array): Float64Array {
  const mean = new Float64Array(width);
  for (let i = 0; i < rows.length; i++)
    mean[i % width] = at(mean, i % width) + at(weights, Math.floor(i / width)) * at(rows, i);
  return mean;
}
