import { absent, type Absent } from './absent.js';
import { at, checkLabelled, countPositives } from './at.js';
import { ascending, midranks } from './midranks.js';

/** A ROC curve, from nothing called positive to everything: one point for each different score. All arrays have the same length. */
export interface RocCurve {
  /** Falling; the first is Infinity. A score at or above it is called positive. */
  readonly thresholds: Float64Array;
  /** Share of the negatives that are called positive, 0 to 1, not falling. */
  readonly falsePositiveRate: Float64Array;
  /** Share of the positives that are called positive, 0 to 1, not falling. */
  readonly truePositiveRate: Float64Array;
}

/**
 * The area under the ROC curve as the Mann-Whitney statistic: the share of pairs of a positive and a negative in which the positive has the
 * higher score, ties at one half (Hanley and McNeil 1982).
 * @param labels [n], 1 or 0
 * @param scores [n], finite; higher means positive
 * @returns 0 to 1; absent with NO_ITEMS, NO_POSITIVES or NO_NEGATIVES
 * @throws Error when lengths differ, a label is neither, or a score is not finite
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number | Absent {
  checkLabelled(labels, scores);
  const lacking = lackingClass(labels);
  if (lacking) return lacking;
  const positives = countPositives(labels);
  const ranks = midranks(scores);
  const rankSum = ranks.reduce((sum, rank, i) => sum + at(labels, i) * rank, 0);
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (labels.length - positives));
}

/**
 * The ROC curve with every different score as a threshold (as scikit-learn's `roc_curve` with `drop_intermediate=False`).
 * @param labels [n], 1 or 0
 * @param scores [n], finite; higher means positive
 * @returns absent with NO_ITEMS, NO_POSITIVES or NO_NEGATIVES
 * @throws Error as rocAuc
 */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocCurve | Absent {
  checkLabelled(labels, scores);
  const lacking = lackingClass(labels);
  if (lacking) return lacking;
  const positives = countPositives(labels);
  const steps = thresholdSteps(labels, scores);
  return {
    thresholds: Float64Array.of(Infinity, ...steps.thresholds),
    falsePositiveRate: Float64Array.of(0, ...steps.falsePositives.map((count) => count / (labels.length - positives))),
    truePositiveRate: Float64Array.of(0, ...steps.truePositives.map((count) => count / positives)),
  };
}

/** Counts at or above each different score, from the highest down. */
export interface ThresholdSteps {
  readonly thresholds: readonly number[];
  readonly truePositives: readonly number[];
  readonly falsePositives: readonly number[];
}

/** What is called positive at each different score; labels and scores are checked. */
export function thresholdSteps(labels: ArrayLike<number>, scores: ArrayLike<number>): ThresholdSteps {
  const order = ascending(scores);
  const thresholds: number[] = [];
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  let hits = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    const item = at(order, i);
    hits += at(labels, item);
    const next = i > 0 ? at(scores, at(order, i - 1)) : -Infinity;
    if (next === at(scores, item)) continue;
    thresholds.push(at(scores, item));
    truePositives.push(hits);
    falsePositives.push(order.length - i - hits);
  }
  return { thresholds, truePositives, falsePositives };
}

/** Why there is no curve of two classes; null when there is. */
export function lackingClass(labels: ArrayLike<number>): Absent | null {
  if (labels.length === 0) return absent('NO_ITEMS');
  const positives = countPositives(labels);
  if (positives === 0) return absent('NO_POSITIVES');
  return positives === labels.length ? absent('NO_NEGATIVES') : null;
}
