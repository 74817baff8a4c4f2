import { absent, type Absent } from './absent.js';
import { at, checkLabelled, countPositives } from './at.js';
import { thresholdSteps } from './roc.js';

/** A precision-recall curve, from the highest score down: one point for each different score. All arrays have the same length. */
export interface PrecisionRecallCurve {
  /** Falling. A score at or above it is called positive. */
  readonly thresholds: Float64Array;
  /** Share of the positive calls that are right, 0 to 1. */
  readonly precision: Float64Array;
  /** Share of the positives that are called positive, 0 to 1, not falling. */
  readonly recall: Float64Array;
}

/**
 * The precision-recall curve.
 * @param labels [n], 1 or 0
 * @param scores [n], finite; higher means positive
 * @returns absent with NO_ITEMS or NO_POSITIVES
 * @throws Error when lengths differ, a label is neither, or a score is not finite
 */
export function precisionRecallCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallCurve | Absent {
  checkLabelled(labels, scores);
  if (labels.length === 0) return absent('NO_ITEMS');
  const positives = countPositives(labels);
  if (positives === 0) return absent('NO_POSITIVES');
  const { thresholds, truePositives, falsePositives } = thresholdSteps(labels, scores);
  return {
    thresholds: Float64Array.from(thresholds),
    precision: Float64Array.from(truePositives, (hits, i) => hits / (hits + at(falsePositives, i))),
    recall: Float64Array.from(truePositives, (hits) => hits / positives),
  };
}

/**
 * The area under the precision-recall curve as average precision: the sum of precision times the rise in recall, without interpolation
 * (as scikit-learn's `average_precision_score`).
 * @returns 0 to 1; absent as precisionRecallCurve
 * @throws Error as precisionRecallCurve
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number | Absent {
  const curve = precisionRecallCurve(labels, scores);
  if ('kind' in curve) return curve;
  return curve.precision.reduce(
    (sum, precision, i) => sum + precision * (at(curve.recall, i) - (i === 0 ? 0 : at(curve.recall, i - 1))),
    0,
  );
}
