/**
 * A uniform draw of `count` of `total` indices without repetition, ascending; all of them when there are no more. The same arguments
 * give the same indices on every machine: the first `count` steps of a Fisher-Yates shuffle, driven by mulberry32.
 */
export function sampleIndices(total: number, count: number, seed: number): Int32Array {
  const indices = Int32Array.from({ length: total }, (_, i) => i);
  if (total <= count) return indices;
  const random = mulberry32(seed);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (total - i));
    const drawn = indices[j] ?? 0;
    indices[j] = indices[i] ?? 0;
    indices[i] = drawn;
  }
  return indices.slice(0, count).sort();
}

/**
 * Uniform numbers in [0, 1) with 32 random bits. Tommy Ettinger's mulberry32 (public domain).
 * @param seed unsigned 32-bit integer
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
