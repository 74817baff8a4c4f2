import { normalQuantile } from './normal-quantile.js';

/** A share with its interval. */
export interface ProportionInterval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval of a proportion, without continuity correction (Wilson 1927; Brown, Cai and DasGupta 2001, section 3.1.1).
 * @param successes whole number, 0 to n
 * @param n whole number >= 1
 * @param confidence in (0, 1); 0.95 when left out
 * @returns bounds in [0, 1] around `value` = successes / n
 * @throws Error when the counts are not counts: they come from records that were checked
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): ProportionInterval {
  const isCounts =
    Number.isSafeInteger(successes) && Number.isSafeInteger(n) && n >= 1 && successes >= 0 && successes <= n;
  if (!isCounts) throw new Error('A proportion needs whole numbers of successes, 0 to n, of n >= 1.');
  const z = normalQuantile(0.5 + confidence / 2);
  const value = successes / n;
  const denominator = 1 + (z * z) / n;
  const centre = (value + (z * z) / (2 * n)) / denominator;
  const half = (z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n))) / denominator;
  // At the ends the bound is exactly the end; rounding would leave 1e-17 beside it.
  return { value, lower: successes === 0 ? 0 : centre - half, upper: successes === n ? 1 : centre + half };
}
