import { type AlignmentEvaluation, type EvaluationTask } from './evaluate-alignment.js';
import { type HeadScoring } from './head-scoring.js';
import { type Retrieved } from './retrieve.js';
import { type UnitRows } from './unit-rows.js';

/** What a worker thread is given. */
export type AlignmentTask =
  | {
      readonly kind: 'RETRIEVE';
      readonly query: Float32Array;
      readonly gallery: UnitRows;
      readonly scoring: HeadScoring;
      readonly k: number;
    }
  | ({ readonly kind: 'EVALUATE' } & EvaluationTask);

/** What it says. */
export type AlignmentOutcome =
  | { readonly kind: 'RETRIEVED'; readonly found: readonly Retrieved[] }
  | { readonly kind: 'EVALUATED'; readonly evaluation: AlignmentEvaluation };
