import { absent, type Absent } from './absent.js';
import { at, checkLabelled } from './at.js';
import { wilsonInterval, type ProportionInterval } from './wilson.js';

/** How calls and labels meet. Whole numbers. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Shares of agreement with the labels, each with its Wilson interval. */
export interface ConfusionRates {
  /** of the positives, called positive: sensitivity */
  readonly ppa: ProportionInterval | Absent;
  /** of the negatives, called negative: specificity */
  readonly npa: ProportionInterval | Absent;
  /** of the positive calls, right; at the share of positives among these items */
  readonly ppv: ProportionInterval | Absent;
  /** of the negative calls, right; at the share of positives among these items */
  readonly npv: ProportionInterval | Absent;
  /** of all, right */
  readonly accuracy: ProportionInterval | Absent;
}

/**
 * Counts calls against labels.
 * @param labels [n], 1 or 0
 * @param calls [n], 1 (positive) or 0 (negative)
 * @throws Error when lengths differ or a number is neither
 */
export function confusionCounts(labels: ArrayLike<number>, calls: ArrayLike<number>): ConfusionCounts {
  checkLabelled(labels, calls);
  checkLabelled(calls);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    const cell = 2 * at(labels, i) + at(calls, i);
    counts[cell] = at(counts, cell) + 1;
  }
  const [trueNegatives = 0, falsePositives = 0, falseNegatives = 0, truePositives = 0] = counts;
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
}

/**
 * PPA, NPA, PPV, NPV and accuracy with Wilson's intervals.
 * @param confidence in (0, 1); 0.95 when left out
 * @returns each absent with its reason where its denominator is 0
 * @throws Error when a count is no whole number >= 0
 */
export function confusionRates(counts: ConfusionCounts, confidence = 0.95): ConfusionRates {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = counts;
  const share = (of: number, rest: number, reason: Absent): ProportionInterval | Absent =>
    of + rest === 0 ? reason : wilsonInterval(of, of + rest, confidence);
  return {
    ppa: share(truePositives, falseNegatives, absent('NO_POSITIVES')),
    npa: share(trueNegatives, falsePositives, absent('NO_NEGATIVES')),
    ppv: share(truePositives, falsePositives, absent('NO_POSITIVE_CALLS')),
    npv: share(trueNegatives, falseNegatives, absent('NO_NEGATIVE_CALLS')),
    accuracy: share(truePositives + trueNegatives, falsePositives + falseNegatives, absent('NO_ITEMS')),
  };
}
