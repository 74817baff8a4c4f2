import { absent, type Absent, type Interval } from './absent.js';
import { at, checkFinite } from './at.js';
import { criticalValue } from './normal.js';

/** How far two measurements of the same things are apart (Bland and Altman 1986), in their unit. */
export interface BlandAltman {
  readonly n: number;
  /** mean of first less second */
  readonly bias: number;
  /** standard deviation of the differences, with n - 1 */
  readonly standardDeviation: number;
  /** bias -+ z standard deviations: between them lies that share of the differences if they are normal */
  readonly limits: Interval;
  /** standard error of the bias, s / sqrt(n) */
  readonly biasStandardError: number;
  /** standard error of a limit, s sqrt(3 / n): their approximation */
  readonly limitStandardError: number;
}

/**
 * Limits of agreement of two measurements (Bland and Altman 1986).
 * @param first, second [n], finite, in one unit
 * @param confidence the share between the limits, in (0, 1); 0.95 when left out
 * @returns absent with NO_ITEMS or TOO_FEW_ITEMS (one)
 * @throws Error when lengths differ or a number is not finite
 */
export function blandAltman(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = 0.95,
): BlandAltman | Absent {
  checkFinite(first, second);
  const n = first.length;
  if (n < 2) return absent(n === 0 ? 'NO_ITEMS' : 'TOO_FEW_ITEMS');
  const differences = Float64Array.from(first, (value, i) => value - at(second, i));
  const bias = differences.reduce((sum, value) => sum + value, 0) / n;
  const squares = differences.reduce((sum, value) => sum + (value - bias) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const half = criticalValue(confidence) * standardDeviation;
  return {
    n,
    bias,
    standardDeviation,
    limits: { lower: bias - half, upper: bias + half },
    biasStandardError: standardDeviation / Math.sqrt(n),
    limitStandardError: standardDeviation * Math.sqrt(3 / n),
  };
}
