import { at } from './at.js';

/** The positions of the values, from the smallest value to the largest. Ties keep their order. */
export function ascending(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => at(values, a) - at(values, b) || a - b,
  );
}

/**
 * Ranks from 1; equal values share the mean of theirs (Conover 1999, section 2.1).
 * @param values finite
 * @returns same length
 */
export function midranks(values: ArrayLike<number>): Float64Array {
  const order = ascending(values);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    const value = at(values, at(order, start));
    while (end < order.length && at(values, at(order, end)) === value) end++;
    for (let i = start; i < end; i++) ranks[at(order, i)] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
