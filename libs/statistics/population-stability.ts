import { absent, type Absent } from './absent.js';
import { at } from './at.js';

/** Shares below this count as this much, so that an empty bin is a large shift and not an infinite one. */
const LEAST_SHARE = 1e-4;

/** How far a distribution has moved from its reference. */
export interface PopulationStability {
  /** >= 0: below 0.1 stable, above 0.25 another population, by custom (Siddiqi 2006) */
  readonly value: number;
  /** the observed share of each bin; sums to one */
  readonly shares: Float64Array;
  /** how many values were observed */
  readonly n: number;
}

/**
 * The population stability index: the sum over bins of (observed - reference) ln(observed / reference), which is the symmetric Kullback-Leibler
 * divergence of the two (Siddiqi 2006). Shares below 0.0001 count as 0.0001.
 * @param edges rising, finite, one fewer than bins: bin i holds values from edge i - 1, included, to edge i
 * @param referenceShares [bins], >= 0, sums to one
 * @param values the observed ones, finite
 * @returns absent with NO_ITEMS when nothing was observed
 * @throws Error when the reference is none, or a value is not finite
 */
export function populationStability(
  edges: ArrayLike<number>,
  referenceShares: ArrayLike<number>,
  values: ArrayLike<number>,
): PopulationStability | Absent {
  checkReference(edges, referenceShares);
  if (values.length === 0) return absent('NO_ITEMS');
  const shares = new Float64Array(referenceShares.length);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(at(values, i))) throw new Error('Every value must be finite.');
    const bin = binOf(edges, at(values, i));
    shares[bin] = at(shares, bin) + 1 / values.length;
  }
  const value = shares.reduce((sum, share, bin) => {
    const observed = Math.max(share, LEAST_SHARE);
    const expected = Math.max(at(referenceShares, bin), LEAST_SHARE);
    return sum + (observed - expected) * Math.log(observed / expected);
  }, 0);
  return { value, shares, n: values.length };
}

function binOf(edges: ArrayLike<number>, value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= at(edges, bin)) bin++;
  return bin;
}

function checkReference(edges: ArrayLike<number>, shares: ArrayLike<number>): void {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    if (!(at(shares, i) >= 0)) throw new Error('A share is a number >= 0.');
    sum += at(shares, i);
  }
  if (edges.length + 1 !== shares.length || !(Math.abs(sum - 1) <= 1e-6))
    throw new Error('A reference has one edge fewer than bins, and shares that sum to one.');
  for (let i = 0; i < edges.length; i++) {
    if (!Number.isFinite(at(edges, i)) || (i > 0 && !(at(edges, i) > at(edges, i - 1))))
      throw new Error('The edges of bins must be finite and rise.');
  }
}
