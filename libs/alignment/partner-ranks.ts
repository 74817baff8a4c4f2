import { at } from './at.js';
import { type UnitRows } from './unit-rows.js';

/** Which modality asks: image for transcriptome, or transcriptome for image. */
export type Direction = 'I2G' | 'G2I';

/** The cosines of all images with all transcriptomes of the same pairs. */
export interface CosineTable {
  readonly n: number;
  /** `[n, n]`, row-major: images in rows, transcriptomes in columns */
  readonly cosines: Float64Array;
}

/**
 * All cosines of pairs. n squared times dim multiplications: call it in a worker thread.
 * @param image, transcriptome row i of both is pair i
 * @throws Error when they are not pairs of one space
 */
export function cosineTable(image: UnitRows, transcriptome: UnitRows): CosineTable {
  const { count: n, dim, values } = image;
  if (transcriptome.dim !== dim || transcriptome.count !== n) throw new Error('Both must be pairs of one space.');
  const others = transcriptome.values;
  const cosines = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < dim; k++) sum += at(values, i * dim + k) * at(others, j * dim + k);
      cosines[i * n + j] = sum;
    }
  }
  return { n, cosines };
}

/** Who asks whom. */
export interface Gallery {
  /** the pairs that are asked and searched; all where it is left out */
  readonly members?: Uint32Array;
  /** `[n]`: the pair whose other half counts as partner; a pair's own where it is left out */
  readonly partners?: Uint32Array;
}

/**
 * The rank of each member's partner in the gallery of the members: 1 is best. Where others are exactly as near, the partner stands in the middle of them, so that a head
 * that has collapsed into one point ranks at chance and not first.
 * @returns ranks in the order of the members, 1 to their number, halves where there are ties
 */
export function partnerRanks(
  { n, cosines }: CosineTable,
  direction: Direction,
  { members, partners }: Gallery = {},
): Float64Array {
  const asked = members ?? Uint32Array.from({ length: n }, (_, i) => i);
  const cosine = (query: number, other: number): number =>
    at(cosines, direction === 'I2G' ? query * n + other : other * n + query);
  return Float64Array.from(asked, (query) => {
    const partner = partners ? at(partners, query) : query;
    const own = cosine(query, partner);
    let nearer = 0;
    let asNear = 0;
    for (const other of asked) {
      if (other === partner) continue;
      const found = cosine(query, other);
      if (found > own) nearer++;
      else if (found === own) asNear++;
    }
    return 1 + nearer + asNear / 2;
  });
}

/** The share of ranks up to k: Recall@k. @param ranks one or more */
export function recallAt(ranks: ArrayLike<number>, k: number): number {
  let hits = 0;
  for (let i = 0; i < ranks.length; i++) if (at(ranks, i) <= k) hits++;
  return hits / ranks.length;
}

/** The median rank; of an even number of ranks the mean of the middle two. @param ranks one or more */
export function medianRank(ranks: ArrayLike<number>): number {
  const sorted = Float64Array.from(ranks).sort();
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/** Recall@k of a head that knows nothing: k of the gallery's size, at most 1. */
export function chanceRecall(k: number, gallerySize: number): number {
  return Math.min(1, k / gallerySize);
}
