import { at } from './at.js';
import { type CosineTable, cosineTable, type Direction, partnerRanks, recallAt } from './partner-ranks.js';
import { type IntervalOptions, type PooledRanks, type RetrievalSummary, summarise } from './retrieval-summary.js';
import { seededGalleries, seededOrder } from './seeded-galleries.js';
import { type SiteShare, siteShares } from './site-shares.js';
import { type UnitRows } from './unit-rows.js';

export const DIRECTIONS: readonly Direction[] = ['I2G', 'G2I'];

/** The table of cosines of more would not fit into a thread's memory. */
export const MOST_EVALUATED_PAIRS = 5000;

/** Pairs of one space, and how to ask about them. */
export interface EvaluationTask {
  /** `[n, dim]` */
  readonly image: UnitRows;
  /** `[n, dim]`; row i is the partner of image i */
  readonly transcriptome: UnitRows;
  /** the k of Recall@k, each >= 1 */
  readonly ks: readonly number[];
  /** pairs of a gallery, 2 to n; null for one gallery of all */
  readonly gallerySize: number | null;
  /** how many galleries are drawn; one of all where there is no size */
  readonly galleries: number;
  /** whole number, 0 to 2^32 - 1: of the galleries, the shuffling and the intervals */
  readonly seed: number;
  /** the site of each pair; null where nobody says. Breaks the figures down where there are two or more */
  readonly sites: readonly (string | null)[];
  /** what is drawn as a whole for intervals, as the patient of each pair; null for each pair by itself */
  readonly units: Uint32Array | null;
  /** resamples of an interval */
  readonly draws: number;
}

/** One direction of retrieval, and the same with partners drawn at random. */
export interface DirectionEvaluation extends RetrievalSummary {
  readonly direction: Direction;
  /** Recall@k with partners shuffled by the seed, in the order of the k: what these embeddings give by chance */
  readonly shuffled: readonly number[];
}

/** A site by itself. */
export interface SiteEvaluation extends SiteShare {
  readonly directions: readonly (RetrievalSummary & { readonly direction: Direction })[];
}

/** How well a head finds the partner of each of n pairs. */
export interface AlignmentEvaluation {
  readonly pairs: number;
  readonly directions: readonly DirectionEvaluation[];
  /** one for each site of two pairs or more, by name; empty where there is one site only */
  readonly sites: readonly SiteEvaluation[];
}

const SHUFFLES = 20;

/**
 * Retrieval in both directions (Radford et al. 2021; the metrics of HESCAPE, 2025) with gallery size, chance and interval beside every figure. n squared times dim multiplications: call it
 * in a worker thread (`evaluateOffThread`).
 * @throws Error for fewer than two pairs, too many, or galleries that do not fit
 */
export function evaluateAlignment(task: EvaluationTask): AlignmentEvaluation {
  const n = task.image.count;
  if (n < 2 || n > MOST_EVALUATED_PAIRS) throw new Error(`Pairs must be 2 to ${MOST_EVALUATED_PAIRS}.`);
  const table = cosineTable(task.image, task.transcriptome);
  const everybody = Uint32Array.from({ length: n }, (_, pair) => pair);
  const galleries = galleriesOf(everybody, task);
  const directions = DIRECTIONS.map((direction) => ({
    direction,
    ...summarise(pooledRanks(table, direction, galleries), task.ks, n, task),
    shuffled: shuffledRecalls(table, direction, galleries, task),
  }));
  return { pairs: n, directions, sites: siteEvaluations(table, task) };
}

function galleriesOf(pairs: Uint32Array, { gallerySize, galleries, seed }: EvaluationTask): readonly Uint32Array[] {
  if (gallerySize === null || gallerySize >= pairs.length) return [pairs];
  return seededGalleries(pairs.length, gallerySize, galleries, seed).map((rows) => rows.map((row) => at(pairs, row)));
}

function pooledRanks(table: CosineTable, direction: Direction, galleries: readonly Uint32Array[]): PooledRanks {
  const gallerySize = galleries[0]?.length ?? 0;
  const pairs = new Uint32Array(galleries.length * gallerySize);
  const ranks = new Float64Array(pairs.length);
  galleries.forEach((members, place) => {
    pairs.set(members, place * gallerySize);
    ranks.set(partnerRanks(table, direction, { members }), place * gallerySize);
  });
  return { gallerySize, galleries: galleries.length, pairs, ranks };
}

function shuffledRecalls(
  table: CosineTable,
  direction: Direction,
  galleries: readonly Uint32Array[],
  { ks, seed }: EvaluationTask,
): readonly number[] {
  const ranks: number[] = [];
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    const members = galleries[shuffle % galleries.length] ?? new Uint32Array();
    const order = seededOrder(members.length, (seed + shuffle) >>> 0);
    const partners = new Uint32Array(table.n);
    members.forEach((pair, place) => void (partners[pair] = at(members, at(order, place))));
    ranks.push(...partnerRanks(table, direction, { members, partners }));
  }
  return ks.map((k) => recallAt(ranks, k));
}

function siteEvaluations(table: CosineTable, task: EvaluationTask & IntervalOptions): readonly SiteEvaluation[] {
  return siteShares(table, task.sites).map((share) => {
    const galleries = galleriesOf(share.members, task);
    const directions = DIRECTIONS.map((direction) => ({
      direction,
      ...summarise(pooledRanks(table, direction, galleries), task.ks, table.n, { ...task, units: null, draws: 0 }),
    }));
    return { ...share, directions };
  });
}
