import { absent, type Absent } from './absent.js';
import { at, checkFinite } from './at.js';
import { midranks } from './midranks.js';

/** Survival data and risks, put in order once. */
export interface RankedSurvival {
  /** positions from the latest time to the earliest; at equal times censored ones first */
  readonly order: Uint32Array;
  /** [n]: the rank of each risk from 1, equal risks equal */
  readonly rankOf: Uint32Array;
  readonly rankCount: number;
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
}

/**
 * Harrell's C-index (1996): the share of comparable pairs in which the one with the earlier event has the higher risk, equal risks at one half. Two
 * are comparable when the earlier time is an event, or both times are equal and one of them is an event (as lifelines' `concordance_index`).
 * @param times [n], finite
 * @param events [n], 1 (event) or 0 (censored)
 * @param risks [n], finite; higher is worse
 * @returns 0 to 1; absent with NO_ITEMS or NO_COMPARABLE_PAIRS
 * @throws Error when lengths differ, an event is neither, or a number is not finite
 */
export function concordanceIndex(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  risks: ArrayLike<number>,
): number | Absent {
  const ranked = rankSurvival(times, events, risks);
  if (times.length === 0) return absent('NO_ITEMS');
  const value = weightedConcordance(ranked, new Float64Array(times.length).fill(1));
  return Number.isFinite(value) ? value : absent('NO_COMPARABLE_PAIRS');
}

/** Puts survival data in order, once for many resamples. @throws Error as concordanceIndex */
export function rankSurvival(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  risks: ArrayLike<number>,
): RankedSurvival {
  checkFinite(times, events, risks);
  for (let i = 0; i < events.length; i++)
    if (at(events, i) !== 0 && at(events, i) !== 1) throw new Error('An event is 1 or 0.');
  const order = Uint32Array.from({ length: times.length }, (_, i) => i).sort(
    (a, b) => at(times, b) - at(times, a) || at(events, a) - at(events, b) || a - b,
  );
  const ranks = midranks(risks);
  const distinct = [...new Set(ranks)].sort((a, b) => a - b);
  const codes = new Map(distinct.map((rank, code) => [rank, code + 1]));
  const rankOf = Uint32Array.from(ranks, (rank) => codes.get(rank) ?? 0);
  return { order, rankOf, rankCount: distinct.length, times, events };
}

/** concordanceIndex of a resample; NaN where no pair is comparable. O(n log n). @param weights [n], how often each item was drawn */
export function weightedConcordance(ranked: RankedSurvival, weights: Float64Array): number {
  const { order, rankOf, rankCount, times, events } = ranked;
  // Weights of those that outlive the one in hand, by rank: a Fenwick tree.
  const tree = new Float64Array(rankCount + 1);
  let [outlivers, concordant, comparable] = [0, 0, 0];
  const add = (item: number): void => {
    const weight = at(weights, item);
    outlivers += weight;
    for (let i = at(rankOf, item); i <= rankCount; i += i & -i) tree[i] = at(tree, i) + weight;
  };
  for (let start = 0; start < order.length;) {
    let end = start;
    const time = at(times, at(order, start));
    for (; end < order.length && at(times, at(order, end)) === time; end++) {
      const item = at(order, end);
      if (at(events, item) === 0) add(item);
    }
    for (let i = start; i < end; i++) {
      const item = at(order, i);
      if (at(events, item) === 0) continue;
      const below = sumTo(tree, at(rankOf, item) - 1);
      const upTo = sumTo(tree, at(rankOf, item));
      concordant += at(weights, item) * (below + upTo);
      comparable += at(weights, item) * outlivers;
    }
    for (let i = start; i < end; i++) if (at(events, at(order, i)) === 1) add(at(order, i));
    start = end;
  }
  return concordant / (2 * comparable);
}

function sumTo(tree: Float64Array, rank: number): number {
  let sum = 0;
  for (let i = rank; i > 0; i -= i & -i) sum += at(tree, i);
  return sum;
}
