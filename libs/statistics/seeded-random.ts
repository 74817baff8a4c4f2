/** A stream of random numbers that a seed decides, the same on every machine. */
export interface SeededRandom {
  /** The next 32 bits: a whole number, 0 to 2^32 - 1. */
  next(): number;
  /** The next whole number from 0 to `below` - 1, each as likely. @param below 1 to 2^32 */
  below(below: number): number;
}

const WORD = 2 ** 32;

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021), its state filled from the seed by SplitMix32.
 * @param seed whole number, 0 to 2^32 - 1
 * @throws Error when the seed is not
 */
export function seededRandom(seed: number): SeededRandom {
  if (!Number.isInteger(seed) || seed < 0 || seed >= WORD) throw new Error('A seed is a whole number, 0 to 2^32 - 1.');
  const next = xoshiro(splitMix(seed));
  return {
    next,
    below(below: number): number {
      // Numbers from the last, incomplete round would make the first remainders likelier.
      const most = WORD - (WORD % below);
      let value = next();
      while (value >= most) value = next();
      return value % below;
    },
  };
}

function xoshiro([a, b, c, d]: readonly [number, number, number, number]): () => number {
  let [s0, s1, s2, s3] = [a, b, c, d];
  return () => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitMix(seed: number): readonly [number, number, number, number] {
  let state = seed;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  return [next(), next(), next(), next()];
}
