import { absent, isAbsent, type Absent, type Interval } from './absent.js';
import { at, checkLabelled, countPositives } from './at.js';
import { midranks } from './midranks.js';
import { criticalValue, twoSidedP } from './normal.js';
import { lackingClass } from './roc.js';

/** The areas under the ROC curves of k scores on the same items. */
export interface DeLong {
  /** [k], 0 to 1 */
  readonly aucs: Float64Array;
  /** [k, k], row-major; absent where a class has one item */
  readonly covariance: Float64Array | Absent;
}

/** An AUC with its variance and interval. */
export interface AucEstimate {
  readonly value: number;
  readonly variance: number | Absent;
  readonly interval: Interval | Absent;
}

/** A test of two AUCs on the same items. */
export interface DeLongTest {
  /** the first less the second */
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly z: number;
  /** two-sided */
  readonly p: number;
}

/**
 * AUCs of several scores on the same items and their covariance by DeLong, DeLong and Clarke-Pearson (1988), in the midrank form of Sun and Xu
 * (2014, section III): O(k n log n).
 * @param labels [n], 1 or 0
 * @param scores k times [n], finite; higher means positive
 * @returns absent with NO_ITEMS, NO_POSITIVES or NO_NEGATIVES; its covariance with ONE_POSITIVE or ONE_NEGATIVE
 * @throws Error when lengths differ, a label is neither, or a score is not finite
 */
export function deLong(labels: ArrayLike<number>, scores: readonly ArrayLike<number>[]): DeLong | Absent {
  checkLabelled(labels, ...scores);
  const lacking = lackingClass(labels);
  if (lacking) return lacking;
  const placements = scores.map((values) => placementsOf(labels, values));
  const aucs = Float64Array.from(placements, ({ positive }) => mean(positive));
  const m = countPositives(labels);
  const n = labels.length - m;
  if (m === 1) return { aucs, covariance: absent('ONE_POSITIVE') };
  if (n === 1) return { aucs, covariance: absent('ONE_NEGATIVE') };
  const covariance = placements.flatMap((one) =>
    placements.map(
      (other) => covarianceOf(one.positive, other.positive) / m + covarianceOf(one.negative, other.negative) / n,
    ),
  );
  return { aucs, covariance: Float64Array.from(covariance) };
}

/**
 * One of the AUCs with its interval: value +- z sqrt(variance), cut at 0 and 1.
 * @param index which of the scores, from 0
 * @param confidence in (0, 1); 0.95 when left out
 * @returns its interval is absent where the variance is 0, which is no certainty: SEPARATED for classes that do not overlap in this sample, NO_VARIATION for scores that are all alike
 */
export function aucEstimate({ aucs, covariance }: DeLong, index: number, confidence = 0.95): AucEstimate {
  const value = at(aucs, index);
  if (isAbsent(covariance)) return { value, variance: covariance, interval: covariance };
  const variance = at(covariance, index * aucs.length + index);
  if (variance === 0)
    return { value, variance, interval: absent(value === 0 || value === 1 ? 'SEPARATED' : 'NO_VARIATION') };
  const half = criticalValue(confidence) * Math.sqrt(variance);
  return { value, variance, interval: { lower: Math.max(value - half, 0), upper: Math.min(value + half, 1) } };
}

/**
 * Whether two of the AUCs differ: z = (first - second) / sqrt(var first + var second - 2 cov), two-sided.
 * @param first, second which of the scores, from 0
 * @param confidence of the interval of the difference, in (0, 1); 0.95 when left out
 * @returns absent where there is no covariance, and with NO_VARIATION where the two order every pair alike
 */
export function deLongTest(
  { aucs, covariance }: DeLong,
  first: number,
  second: number,
  confidence = 0.95,
): DeLongTest | Absent {
  if (isAbsent(covariance)) return covariance;
  const k = aucs.length;
  const variances = at(covariance, first * k + first) + at(covariance, second * k + second);
  const variance = variances - 2 * at(covariance, first * k + second);
  // What is left of equal placements by rounding is no variance.
  if (!(variance > 1e-14 * Math.max(variances, Number.MIN_VALUE))) return absent('NO_VARIATION');
  const difference = at(aucs, first) - at(aucs, second);
  const standardError = Math.sqrt(variance);
  const half = criticalValue(confidence) * standardError;
  const z = difference / standardError;
  return {
    difference,
    standardError,
    interval: { lower: difference - half, upper: difference + half },
    z,
    p: twoSidedP(z),
  };
}

interface Placements {
  /** for each positive: the share of negatives below it */
  readonly positive: Float64Array;
  /** for each negative: the share of positives above it */
  readonly negative: Float64Array;
}

function placementsOf(labels: ArrayLike<number>, scores: ArrayLike<number>): Placements {
  const all = midranks(scores);
  const isPositive = (_: unknown, i: number): boolean => at(labels, i) === 1;
  const values = Float64Array.from(scores);
  const among = (
    keep: (value: number, i: number) => boolean,
    of: Float64Array,
  ): readonly [Float64Array, Float64Array] => [all.filter(keep), midranks(of.filter(keep))];
  const [positiveAll, positiveOwn] = among(isPositive, values);
  const [negativeAll, negativeOwn] = among((value, i) => !isPositive(value, i), values);
  const m = positiveOwn.length;
  const n = negativeOwn.length;
  return {
    positive: positiveAll.map((rank, i) => (rank - at(positiveOwn, i)) / n),
    negative: negativeAll.map((rank, i) => 1 - (rank - at(negativeOwn, i)) / m),
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covarianceOf(a: Float64Array, b: Float64Array): number {
  const meanA = mean(a);
  const meanB = mean(b);
  return a.reduce((sum, value, i) => sum + (value - meanA) * (at(b, i) - meanB), 0) / (a.length - 1);
}
