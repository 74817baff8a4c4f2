import { at } from './at.js';
import { ascending } from './midranks.js';

/**
 * Benjamini and Hochberg's (1995) adjusted p values: the smallest false discovery rate at which each is a discovery.
 * @param p [n], 0 to 1; the family of all tests that were made
 * @returns [n], in the order of p, 0 to 1
 * @throws Error when a p is not in 0 to 1
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const n = p.length;
  for (let i = 0; i < n; i++) if (!(at(p, i) >= 0 && at(p, i) <= 1)) throw new Error('A p value lies in 0 to 1.');
  const order = ascending(p);
  const adjusted = new Float64Array(n);
  let least = 1;
  for (let i = n - 1; i >= 0; i--) {
    const test = at(order, i);
    least = Math.min(least, (at(p, test) * n) / (i + 1));
    adjusted[test] = least;
  }
  return adjusted;
}
