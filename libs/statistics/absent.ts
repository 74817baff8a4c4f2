/** Why a statistic cannot be given. */
export type AbsenceReason =
  /** There is nothing to compute it from. */
  | 'NO_ITEMS'
  /** There are items, and fewer than it needs. */
  | 'TOO_FEW_ITEMS'
  /** No item is labelled positive. */
  | 'NO_POSITIVES'
  /** No item is labelled negative. */
  | 'NO_NEGATIVES'
  /** One item is labelled positive, and a variance needs two. */
  | 'ONE_POSITIVE'
  /** One item is labelled negative, and a variance needs two. */
  | 'ONE_NEGATIVE'
  /** No item is called positive. */
  | 'NO_POSITIVE_CALLS'
  /** No item is called negative. */
  | 'NO_NEGATIVE_CALLS'
  /** The values do not differ, so that a denominator is 0. */
  | 'NO_VARIATION'
  /** Positives and negatives do not overlap: an estimated variance of 0 is no certainty, and a fit runs off to infinity. */
  | 'SEPARATED'
  /** No two items can be put in an order by their times and events. */
  | 'NO_COMPARABLE_PAIRS'
  /** The scores are no probabilities: some lie outside 0 to 1. */
  | 'NOT_A_PROBABILITY'
  /** A probability is 0 or 1, and its logit infinite. */
  | 'CERTAIN_PROBABILITY'
  /** No threshold was stated, so that nothing is called. */
  | 'NO_THRESHOLD'
  /** There are no labels to hold the scores against. */
  | 'NO_LABELS'
  /** A group has one patient or item only: drawn again it is always the same, which is no certainty. */
  | 'ONE_UNIT'
  /** Too many resamples were without a value. */
  | 'UNSTABLE_RESAMPLES'
  /** The fit did not settle. */
  | 'NOT_CONVERGED';

/** A statistic that there is not, and why: what this library gives instead of NaN. */
export interface Absent {
  readonly kind: 'absent';
  readonly reason: AbsenceReason;
}

/** The stated absence of a statistic. */
export function absent(reason: AbsenceReason): Absent {
  return { kind: 'absent', reason };
}

/** Whether a statistic is a stated absence. */
export function isAbsent(value: unknown): value is Absent {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'absent';
}

/** A value with the bounds of its confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}
