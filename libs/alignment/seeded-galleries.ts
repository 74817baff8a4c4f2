import { type SeededRandom, seededRandom } from '#libs/statistics';
import { at } from './at.js';

/**
 * Galleries of one size out of n pairs, drawn without replacement. They depend on the four numbers alone, so that every head is asked about the same ones.
 * @param size 1 to n
 * @param seed whole number, 0 to 2^32 - 1
 * @returns rows of the pairs, ascending
 */
export function seededGalleries(n: number, size: number, count: number, seed: number): readonly Uint32Array[] {
  if (!(size >= 1 && size <= n)) throw new Error('A gallery has one pair or more, and no more than there are.');
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => shuffled(n, random).slice(0, size).sort());
}

/** A seeded order of 0 to n - 1 (Fisher and Yates, in Durstenfeld's form). */
export function seededOrder(n: number, seed: number): Uint32Array {
  return shuffled(n, seededRandom(seed));
}

function shuffled(n: number, random: SeededRandom): Uint32Array {
  const rows = Uint32Array.from({ length: n }, (_, row) => row);
  for (let last = n - 1; last > 0; last--) {
    const chosen = random.below(last + 1);
    const kept = at(rows, last);
    rows[last] = at(rows, chosen);
    rows[chosen] = kept;
  }
  return rows;
}
