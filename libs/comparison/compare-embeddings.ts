import { gramMatrix, linearCka, neighbourOverlap } from '#libs/statistics';
import { Absences } from './absences.js';
import type { Absence } from './statistic.types.js';

/** The vectors of one version. */
export interface EmbeddingTable {
  readonly name: string;
  readonly dimension: number;
  /** [n, dimension], row-major, finite: the same items in the same order in every table */
  readonly vectors: Float32Array;
}

/** Two spaces of embeddings. */
export interface EmbeddingPairComparison {
  readonly a: string;
  readonly b: string;
  readonly cka: number | null;
  readonly debiasedCka: number | null;
  readonly neighbourOverlap: number | null;
  /** What the overlap would be by chance: k / (n - 1). */
  readonly expectedOverlap: number | null;
  readonly absent: readonly Absence[];
}

/**
 * How alike spaces of embeddings are, by what each says of the items among themselves: no distance is taken from one space to another. n squared times d
 * multiplications for each space: call it in a worker thread.
 * @param neighbours how many nearest ones are compared, >= 1
 * @throws Error when the tables are of different numbers of items
 */
export function compareEmbeddings(
  tables: readonly EmbeddingTable[],
  neighbours: number,
): readonly EmbeddingPairComparison[] {
  const grams = tables.map(({ vectors, dimension }) => gramMatrix(vectors, dimension));
  return tables.flatMap((one, i) =>
    tables.slice(i + 1).flatMap((other, k) => {
      const [first, second] = [grams[i], grams[i + 1 + k]];
      if (!first || !second) return [];
      const noted = new Absences();
      const alike = noted.value('CKA', linearCka(first, second));
      const overlap = noted.value('NEIGHBOUR_OVERLAP', neighbourOverlap(first, second, neighbours));
      return {
        a: one.name,
        b: other.name,
        cka: alike?.cka ?? null,
        debiasedCka: alike?.debiasedCka ?? null,
        neighbourOverlap: overlap,
        expectedOverlap: overlap === null ? null : neighbours / (first.n - 1),
        absent: noted.all,
      };
    }),
  );
}
