import { type Precision, roundTo } from './precision.js';

/** A threshold on one score scale. Which scale (logit, raw or calibrated probability) the record says; the caller passes the score of that scale. */
export interface OperatingPoint {
  readonly threshold: number;
  /** GE: a score equal to the threshold is positive; GT: it is negative */
  readonly comparator: 'GE' | 'GT';
}

/** Scores from `lower` to `upper`, both included, get no call. Same scale as the threshold. */
export interface GreyZone {
  readonly lower: number;
  readonly upper: number;
}

/** The calls that a score can get; the reasons for none at all (UNCALIBRATED, OUT_OF_SCOPE, OUT_OF_DOMAIN) are found elsewhere. */
export type ScoreCall = 'POSITIVE' | 'NEGATIVE' | 'INDETERMINATE';

/**
 * The call of a score.
 *
 * Model servers answer in float32, while a threshold is written in decimals and read as float64: as such, a score of 0.7 (0.699999988) would
 * lie below the threshold 0.7 and one of 0.3 (0.300000012) above 0.3. So both sides are rounded to float32 before they are compared, which is
 * what numpy 2 and PyTorch do with a float32 score and a Python number. A calibrated probability comes from a float32 logit and is treated the same.
 * A score that was served in another precision is compared in that one.
 * @param precision in which the score was served, or what it was made of
 * @throws Error when a number is not finite or the grey zone is upside down
 */
export function callAt(
  score: number,
  operatingPoint: OperatingPoint,
  greyZone?: GreyZone,
  precision: Precision = 'FP32',
): ScoreCall {
  if (![score, operatingPoint.threshold].every(Number.isFinite)) throw new Error('Only a finite score can be called.');
  if (greyZone && !(greyZone.lower <= greyZone.upper)) throw new Error('A grey zone must go from lower to upper.');
  const held = roundTo(score, precision);
  if (greyZone && held >= roundTo(greyZone.lower, precision) && held <= roundTo(greyZone.upper, precision))
    return 'INDETERMINATE';
  const threshold = roundTo(operatingPoint.threshold, precision);
  const isPositive = operatingPoint.comparator === 'GE' ? held >= threshold : held > threshold;
  return isPositive ? 'POSITIVE' : 'NEGATIVE';
}
