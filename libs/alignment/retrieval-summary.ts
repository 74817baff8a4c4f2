import { type Absent, bootstrap, isAbsent, resamplingPlan, wilsonInterval } from '#libs/statistics';
import { at } from './at.js';
import { chanceRecall, medianRank, recallAt } from './partner-ranks.js';

/** A figure with its interval; null where there is nothing to draw from. */
export interface Estimate {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** what a head that knows nothing gets */
  readonly chance: number;
}

/** Recall@k in galleries of one size. */
export interface RecallEstimate extends Estimate {
  readonly k: number;
}

/** How one direction does. */
export interface RetrievalSummary {
  readonly gallerySize: number;
  /** how many galleries */
  readonly galleries: number;
  readonly recalls: readonly RecallEstimate[];
  readonly medianRank: Estimate;
  /** WILSON for recalls of one gallery whose pairs stand by themselves; BOOTSTRAP over units (pairs, or patients) otherwise, and for the median rank always */
  readonly intervals: 'WILSON' | 'BOOTSTRAP';
}

/** The ranks of one direction over all galleries. */
export interface PooledRanks {
  readonly gallerySize: number;
  readonly galleries: number;
  /** the pair that each rank is of */
  readonly pairs: Uint32Array;
  /** in the same order */
  readonly ranks: Float64Array;
}

/** How intervals are made. */
export interface IntervalOptions {
  /** `[n]`: what is drawn as a whole, such as the patient of each pair; each pair by itself where it is null */
  readonly units: Uint32Array | null;
  readonly seed: number;
  readonly draws: number;
}

const CONFIDENCE = 0.95;

/**
 * Recall@k, median rank and 95 % intervals: Wilson's for one gallery of pairs that stand by themselves, else percentile bootstrap over units. What a gallery has as neighbours is not drawn
 * again: the interval is of the queries, given the galleries.
 * @param n how many pairs there are in all
 */
export function summarise(
  pooled: PooledRanks,
  ks: readonly number[],
  n: number,
  options: IntervalOptions,
): RetrievalSummary {
  const { gallerySize, galleries, ranks } = pooled;
  const isPlain = galleries === 1 && options.units === null;
  const drawn = bootstrapped(pooled, ks, n, options);
  const recalls = ks.map((k, place) => {
    const value = recallAt(ranks, k);
    const interval = isPlain ? wilson(value, ranks.length) : (drawn[place] ?? null);
    return { k, value, interval, chance: chanceRecall(k, gallerySize) };
  });
  const median = { value: medianRank(ranks), interval: drawn[ks.length] ?? null, chance: (gallerySize + 1) / 2 };
  return { gallerySize, galleries, recalls, medianRank: median, intervals: isPlain ? 'WILSON' : 'BOOTSTRAP' };
}

function wilson(value: number, n: number): Estimate['interval'] {
  const { lower, upper } = wilsonInterval(Math.round(value * n), n, CONFIDENCE);
  return { lower, upper };
}

function bootstrapped(
  { pairs, ranks }: PooledRanks,
  ks: readonly number[],
  n: number,
  { units, seed, draws }: IntervalOptions,
): readonly Estimate['interval'][] {
  const order = Uint32Array.from(ranks, (_, place) => place).sort((a, b) => at(ranks, a) - at(ranks, b));
  const sortedRanks = Float64Array.from(order, (place) => at(ranks, place));
  const sortedPairs = Uint32Array.from(order, (place) => at(pairs, place));
  const plan = resamplingPlan(n, units ? { unit: units } : {});
  const evaluate = (weights: Float64Array, into: Float64Array): void =>
    weighted(sortedPairs, sortedRanks, ks, weights, into);
  return bootstrap(plan, ks.length + 1, evaluate, { seed, draws, confidence: CONFIDENCE }).map(boundsOf);
}

/** Recalls, then the median rank, of a resample; NaN where nobody of it was asked. */
function weighted(
  pairs: Uint32Array,
  ranks: Float64Array,
  ks: readonly number[],
  weights: Float64Array,
  into: Float64Array,
): void {
  let total = 0;
  for (const pair of pairs) total += at(weights, pair);
  let sum = 0;
  let median = NaN;
  const hits = ks.map(() => 0);
  for (let place = 0; place < ranks.length; place++) {
    const weight = at(weights, at(pairs, place));
    const rank = at(ranks, place);
    sum += weight;
    if (Number.isNaN(median) && sum >= total / 2 && weight > 0) median = rank;
    ks.forEach((k, which) => void (rank <= k && (hits[which] = at(hits, which) + weight)));
  }
  hits.forEach((count, which) => void (into[which] = count / total));
  into[ks.length] = median;
}

function boundsOf(interval: { readonly lower: number; readonly upper: number } | Absent): Estimate['interval'] {
  return isAbsent(interval) ? null : { lower: interval.lower, upper: interval.upper };
}
