import { seededRandom } from '#libs/statistics';

/** Numbers of genes in spots, those that are zero left out: the entries of gene `g` are `starts[g]` to `starts[g + 1]`. */
export interface SpotCounts {
  readonly starts: Uint32Array;
  readonly spots: Uint32Array;
  readonly values: Float32Array;
  readonly spotCount: number;
}

const WORD = 2 ** 32;

/** Sum of each spot's values: its depth, for counts. */
export function depthsOf({ spots, values, spotCount }: SpotCounts): Float64Array {
  const depths = new Float64Array(spotCount);
  spots.forEach((spot, entry) => (depths[spot] = (depths[spot] ?? 0) + (values[entry] ?? NaN)));
  return depths;
}

/**
 * Thins every spot to one expected depth: each molecule is kept with the probability `depth / its spot's depth`, so that a gene's count is binomial. Spots below the depth lose everything, for
 * they cannot be made deeper. Without it, depth follows the density of cells, and passes for biology.
 * @param seed whole number, 0 to 2^32 - 1: the same seed gives the same molecules
 * @throws Error for values that are no whole numbers
 */
export function thinCounts(counts: SpotCounts, depth: number, seed: number): SpotCounts {
  const depths = depthsOf(counts);
  const { next } = seededRandom(seed);
  const below = Float64Array.from(depths, (own) => (own < depth ? 0 : (depth / own) * WORD));
  const values = counts.values.map((value, entry) => {
    const limit = below[counts.spots[entry] ?? 0] ?? 0;
    if (!Number.isInteger(value)) throw new Error('Only counts can be thinned.');
    if (limit === 0) return 0;
    let kept = 0;
    for (let molecule = 0; molecule < value; molecule += 1) if (next() < limit) kept += 1;
    return kept;
  });
  return { ...counts, values };
}
