import { at } from './at.js';

/**
 * A quantile, linear between the two nearest order statistics (Hyndman and Fan 1996, type 7; numpy's and R's default).
 * @param sorted rising, finite, at least one
 * @param p 0 to 1
 * @throws Error when there is nothing, or p is not in range
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0 || !(p >= 0 && p <= 1)) throw new Error('A quantile needs values, and a share in 0 to 1.');
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const share = position - below;
  const from = at(sorted, below);
  return share === 0 ? from : from + share * (at(sorted, below + 1) - from);
}
