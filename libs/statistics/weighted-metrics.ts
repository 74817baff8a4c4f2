import { at, checkLabelled } from './at.js';
import { ascending } from './midranks.js';

// What the bootstrap evaluates thousands of times: order once, then one pass a draw. NaN is how `bootstrap` is told that a resample has no value.

/** Scores of one model, put in order once. */
export interface RankedScores {
  /** [n]: positions from the lowest score to the highest */
  readonly order: Uint32Array;
  /** [n]: the labels in that order */
  readonly labels: Uint8Array;
  /** [n]: the scores in that order */
  readonly scores: Float64Array;
}

/** Puts scores in order, once for many resamples. @throws Error when lengths differ, a label is neither 1 nor 0, or a score is not finite */
export function rankScores(labels: ArrayLike<number>, scores: ArrayLike<number>): RankedScores {
  checkLabelled(labels, scores);
  const order = ascending(scores);
  return {
    order,
    labels: Uint8Array.from(order, (item) => at(labels, item)),
    scores: Float64Array.from(order, (item) => at(scores, item)),
  };
}

/** rocAuc of a resample; NaN where a class is missing. @param weights [n], how often each item was drawn */
export function weightedRocAuc({ order, labels, scores }: RankedScores, weights: Float64Array): number {
  let [below, positives, area] = [0, 0, 0];
  for (let i = 0; i < order.length;) {
    const score = at(scores, i);
    let [here, negatives] = [0, 0];
    for (; i < order.length && at(scores, i) === score; i++) {
      const weight = at(weights, at(order, i));
      if (at(labels, i) === 1) here += weight;
      else negatives += weight;
    }
    area += here * (below + negatives / 2);
    below += negatives;
    positives += here;
  }
  return area / (positives * below);
}

/** averagePrecision of a resample; NaN where no positive was drawn. @param weights [n] */
export function weightedAveragePrecision({ order, labels, scores }: RankedScores, weights: Float64Array): number {
  let [hits, called, sum] = [0, 0, 0];
  for (let i = order.length - 1; i >= 0;) {
    const score = at(scores, i);
    const before = hits;
    for (; i >= 0 && at(scores, i) === score; i--) {
      const weight = at(weights, at(order, i));
      called += weight;
      if (at(labels, i) === 1) hits += weight;
    }
    if (hits > before) sum += (hits - before) * (hits / called);
  }
  return hits === 0 ? NaN : sum / hits;
}

/** The weighted mean of values over the items whose mask is 1; NaN where none was drawn. @param weights [n] */
export function weightedMean(values: ArrayLike<number>, weights: Float64Array, mask?: ArrayLike<number>): number {
  let [sum, mass] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    if (mask && at(mask, i) !== 1) continue;
    sum += at(weights, i) * at(values, i);
    mass += at(weights, i);
  }
  return sum / mass;
}

/**
 * The net benefits of a resample at each threshold, as `decisionCurve` defines them.
 * @param thresholds rising, in (0, 1)
 * @param weights [n]
 * @param into receives them from position `from` on
 */
export function weightedNetBenefits(
  { order, labels, scores }: RankedScores,
  thresholds: ArrayLike<number>,
  weights: Float64Array,
  into: Float64Array,
  from: number,
): void {
  let [hits, wrong, i] = [0, 0, order.length - 1];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let t = thresholds.length - 1; t >= 0; t--) {
    const threshold = at(thresholds, t);
    for (; i >= 0 && at(scores, i) >= threshold; i--) {
      const weight = at(weights, at(order, i));
      if (at(labels, i) === 1) hits += weight;
      else wrong += weight;
    }
    into[from + t] = (hits - wrong * (threshold / (1 - threshold))) / total;
  }
}
