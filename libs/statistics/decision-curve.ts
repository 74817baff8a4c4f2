import { type Absent } from './absent.js';
import { at, countPositives } from './at.js';
import { checkProbabilities } from './brier-and-ece.js';
import { rankScores, weightedNetBenefits } from './weighted-metrics.js';

/** Net benefit at each threshold, per item: one is a true positive. Testing nobody has 0 everywhere. */
export interface DecisionCurve {
  /** [t], as given */
  readonly thresholds: Float64Array;
  /** [t]: of testing those whose probability is at or above the threshold */
  readonly netBenefit: Float64Array;
  /** [t]: of testing everybody */
  readonly testAll: Float64Array;
}

/**
 * The decision curve (Vickers and Elkin 2006): net benefit = TP / n - FP / n x t / (1 - t), with p >= t called positive.
 * @param labels [n], 1 or 0
 * @param probabilities [n], 0 to 1
 * @param thresholds rising, in (0, 1)
 * @returns absent with NO_ITEMS or NOT_A_PROBABILITY
 * @throws Error when lengths differ, a label is neither, a number is not finite, or a threshold is out of range or order
 */
export function decisionCurve(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  thresholds: ArrayLike<number>,
): DecisionCurve | Absent {
  const lacking = checkProbabilities(labels, probabilities);
  checkThresholds(thresholds);
  if (lacking) return lacking;
  const netBenefit = new Float64Array(thresholds.length);
  const weights = new Float64Array(labels.length).fill(1);
  weightedNetBenefits(rankScores(labels, probabilities), thresholds, weights, netBenefit, 0);
  const prevalence = countPositives(labels) / labels.length;
  const testAll = Float64Array.from(thresholds, (t) => prevalence - (1 - prevalence) * (t / (1 - t)));
  return { thresholds: Float64Array.from(thresholds), netBenefit, testAll };
}

function checkThresholds(thresholds: ArrayLike<number>): void {
  for (let i = 0; i < thresholds.length; i++) {
    const isRising = i === 0 || at(thresholds, i) > at(thresholds, i - 1);
    if (!(at(thresholds, i) > 0 && at(thresholds, i) < 1 && isRising))
      throw new Error('Thresholds of a decision curve lie between 0 and 1 and rise.');
  }
}
