import type { EmbeddingComparisons } from './embedding-comparisons.js';
import type { ExpressionComparisons } from './expression-comparisons.js';

/** Comparisons of what is no target: each kind has its own. */
export class OtherComparisons {
  constructor(
    readonly embeddings: EmbeddingComparisons,
    readonly expression: ExpressionComparisons,
  ) {}
}
