import { normalQuantile } from './normal-quantile.js';

const MOST_TERMS = 500;
/** From here on the continued fraction takes over; below it the series keeps 13 digits of the tail. */
const TAIL = 2;

/**
 * The complementary error function, 1 - erf(x): 13 digits, tails included (Abramowitz and Stegun 1964, 7.1.6 and 7.1.14).
 * @param x any number but NaN
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < TAIL ? 1 - erfSeries(x) : erfcFraction(x);
}

/**
 * The share of the standard normal distribution below z.
 * @param z any number but NaN
 */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** The two-sided p value of a standard normal statistic, in (0, 1]. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The z of a two-sided interval: 1.96 at 0.95. @throws Error when the confidence is not between 0 and 1 */
export function criticalValue(confidence: number): number {
  return normalQuantile(0.5 + confidence / 2);
}

/** All terms are positive, so that nothing cancels. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < MOST_TERMS && term > sum * Number.EPSILON; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Lentz's algorithm on e^-x^2 / sqrt(pi) / (x + (1/2) / (x + 1 / (x + (3/2) / (x + ...)))). */
function erfcFraction(x: number): number {
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (scale === 0) return 0;
  let value = x;
  let c = x;
  let d = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    d = 1 / (x + (n / 2) * d);
    c = x + n / 2 / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < Number.EPSILON) break;
  }
  return scale / value;
}
