import { isAbsent, midranks, pearson } from '#libs/statistics';
import { depthsOf, type SpotCounts } from './thin-counts.js';

/** How measured values come about: log1p of counts per 10,000 of the spot, or as they are. */
export type MeasuredScale = 'LOG1P_CP10K' | 'AS_GIVEN';

/** Numbers of one gene, in this order; NaN where there is none. */
export const SPOT_STATISTICS = ['r', 'lower', 'upper', 'rho', 'rhoLower', 'rhoUpper', 'detected'] as const;

/** The normal quantile of a two-sided 95 %. */
const Z95 = 1.959963984540054;

/**
 * Measured values of one gene in chosen spots.
 * @param depths of the spots, of the counts as they are used
 */
export function measuredValues(
  { starts, spots, values, spotCount }: SpotCounts,
  gene: number,
  depths: Float64Array,
  scale: MeasuredScale,
): Float64Array {
  const measured = new Float64Array(spotCount);
  for (let entry = starts[gene] ?? 0; entry < (starts[gene + 1] ?? 0); entry += 1) {
    const spot = spots[entry] ?? 0;
    const value = values[entry] ?? NaN;
    measured[spot] = scale === 'AS_GIVEN' ? value : Math.log1p((value / (depths[spot] ?? NaN)) * 10_000);
  }
  return measured;
}

/**
 * Pearson's and Spearman's correlation of predicted and measured values, with 95 % intervals: Fisher's z (1921), and for ranks the variance of Bonett and Wright (2000).
 * @param predicted, measured [n] finite
 * @returns as SPOT_STATISTICS
 */
export function spotStatistics(predicted: Float64Array, measured: Float64Array): readonly number[] {
  const detected = measured.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0) / measured.length;
  const found = pearson(predicted, measured);
  if (isAbsent(found)) return [NaN, NaN, NaN, NaN, NaN, NaN, detected];
  const { value, interval } = found;
  const bounds = isAbsent(interval) ? [NaN, NaN] : [interval.lower, interval.upper];
  const ranked = pearson(midranks(predicted), midranks(measured));
  return [value, ...bounds, ...rankBounds(isAbsent(ranked) ? NaN : ranked.value, measured.length), detected];
}

function rankBounds(rho: number, n: number): readonly number[] {
  const half = Z95 * Math.sqrt((1 + rho ** 2 / 2) / (n - 3));
  if (!Number.isFinite(rho) || n < 4 || Math.abs(rho) === 1) return [rho, NaN, NaN];
  return [rho, Math.tanh(Math.atanh(rho) - half), Math.tanh(Math.atanh(rho) + half)];
}

/** Spots that are compared, and their depths. */
export function keptSpots(
  counts: SpotCounts,
  scale: MeasuredScale,
): { readonly depths: Float64Array; readonly isKept: (spot: number) => boolean } {
  const depths = depthsOf(counts);
  return { depths, isKept: (spot) => scale === 'AS_GIVEN' || (depths[spot] ?? 0) > 0 };
}
