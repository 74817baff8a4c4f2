import { absent, type Absent } from './absent.js';
import { at, checkLabelled } from './at.js';
import { ascending } from './midranks.js';
import { wilsonInterval } from './wilson.js';

/** One bin of a reliability curve. */
export interface ReliabilityBin {
  readonly n: number;
  /** mean of the probabilities */
  readonly predicted: number;
  /** share of positives, with its Wilson interval */
  readonly observed: number;
  readonly lower: number;
  readonly upper: number;
}

/** How far probabilities are from the shares of positives. */
export interface Reliability {
  /** expected calibration error: the mean over items of |predicted - observed| of their bin, 0 to 1 */
  readonly ece: number;
  /** from the lowest probabilities to the highest */
  readonly bins: readonly ReliabilityBin[];
}

/**
 * The Brier score (1950): the mean squared distance of probability and label, 0 to 1.
 * @param labels [n], 1 or 0
 * @param probabilities [n]
 * @returns absent with NO_ITEMS or NOT_A_PROBABILITY
 * @throws Error when lengths differ, a label is neither, or a number is not finite
 */
export function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number | Absent {
  const lacking = checkProbabilities(labels, probabilities);
  if (lacking) return lacking;
  let sum = 0;
  for (let i = 0; i < labels.length; i++) sum += (at(probabilities, i) - at(labels, i)) ** 2;
  return sum / labels.length;
}

/**
 * The expected calibration error and its reliability curve, in bins of equal mass (Naeini, Cooper and Hauskrecht 2015; Roelofs et al. 2022). The
 * items, in the order of their probability (ties by position), are cut into bins whose sizes differ by at most one, the larger ones first, as
 * numpy's `array_split` does. Equal probabilities stay together: a bin ends where the probability changes, or bins of one model would differ by the order of its rows.
 * @param bins how many at most, >= 1; 15 when left out. Fewer items than bins: as many bins as items
 * @param confidence of the intervals of the observed shares, in (0, 1); 0.95 when left out
 * @returns absent with NO_ITEMS or NOT_A_PROBABILITY
 * @throws Error as brierScore
 */
export function reliability(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  bins = 15,
  confidence = 0.95,
): Reliability | Absent {
  const lacking = checkProbabilities(labels, probabilities);
  if (lacking) return lacking;
  const order = ascending(probabilities);
  const curve = binEnds(order, probabilities, bins).map((end, i, ends) => {
    const items = order.subarray(i === 0 ? 0 : at(ends, i - 1), end);
    const predicted = items.reduce((sum, item) => sum + at(probabilities, item), 0) / items.length;
    const positives = items.reduce((sum, item) => sum + at(labels, item), 0);
    const { value: observed, lower, upper } = wilsonInterval(positives, items.length, confidence);
    return { n: items.length, predicted, observed, lower, upper };
  });
  const ece = curve.reduce((sum, bin) => sum + bin.n * Math.abs(bin.predicted - bin.observed), 0) / labels.length;
  return { ece, bins: curve };
}

/** Why scores are no probabilities to be judged; null when they are. @throws Error as brierScore */
export function checkProbabilities(labels: ArrayLike<number>, probabilities: ArrayLike<number>): Absent | null {
  checkLabelled(labels, probabilities);
  if (labels.length === 0) return absent('NO_ITEMS');
  return isProbabilities(probabilities) ? null : absent('NOT_A_PROBABILITY');
}

/** Whether every number lies in 0 to 1. */
export function isProbabilities(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!(at(values, i) >= 0 && at(values, i) <= 1)) return false;
  return true;
}

/** Where each bin ends, in the order: after the last item that has the probability of the one that an even cut would end with. */
function binEnds(order: Uint32Array, probabilities: ArrayLike<number>, bins: number): readonly number[] {
  const n = order.length;
  const ends: number[] = [];
  for (let bin = 1; bin <= bins; bin++) {
    let end = bin * Math.floor(n / bins) + Math.min(bin, n % bins);
    while (end > 0 && end < n && at(probabilities, at(order, end)) === at(probabilities, at(order, end - 1))) end++;
    if (end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  return ends;
}
