/** Summary of a sample, in the sample's unit. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the default of NumPy and R).
 * @param sample any order, at least one number
 * @param q 0 to 1
 * @throws RangeError for an empty sample or a `q` outside 0 to 1
 */
export function quantile(sample: readonly number[], q: number): number {
  if (sample.length === 0 || !(q >= 0 && q <= 1)) throw new RangeError('a quantile needs numbers, and q from 0 to 1');
  const sorted = Float64Array.from(sample).sort();
  const position = q * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? NaN;
  const high = sorted[Math.ceil(position)] ?? NaN;
  return low + (high - low) * (position - Math.floor(position));
}

export function summarize(sample: readonly number[]): Summary {
  const at = (q: number): number => quantile(sample, q);
  return { n: sample.length, min: at(0), p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** A median with its 95 % confidence interval. */
export interface MedianInterval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 4_000;

/**
 * Percentile bootstrap of the median (Efron and Tibshirani 1993, chapter 13), 4,000 resamples, with a fixed seed: the same sample gives
 * the same interval.
 * @throws RangeError for an empty sample
 */
export function medianInterval(sample: readonly number[]): MedianInterval {
  const random = seededRandom(20_240_229);
  const draw = (): number => sample[Math.floor(random() * sample.length)] ?? NaN;
  const medians = Array.from({ length: RESAMPLES }, () => quantile(Array.from(sample, draw), 0.5));
  return { median: quantile(sample, 0.5), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}

/** Numbers from 0 to 1 (mulberry32, T. Ettinger 2017): small, and the same everywhere for a seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy in another order, the same for a seed. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** How one sample stands to another that was taken in turn with it: the median of the ratios, pair by pair. @throws RangeError for samples of two lengths */
export function pairedRatio(own: readonly number[], other: readonly number[]): MedianInterval {
  if (own.length !== other.length) throw new RangeError('pairs have two halves');
  return medianInterval(own.map((value, at) => value / (other[at] ?? NaN)));
}

/** As reports print it. */
export function ratioText({ median, low, high }: MedianInterval): string {
  return `${median.toFixed(3)}x (95 % ${low.toFixed(3)} to ${high.toFixed(3)})`;
}
