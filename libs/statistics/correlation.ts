import { absent, type Absent, type Interval } from './absent.js';
import { at, checkFinite } from './at.js';
import { ascending, midranks } from './midranks.js';
import { criticalValue } from './normal.js';

/** A correlation with its interval by Fisher's z (1921), which takes the pairs for bivariate normal. */
export interface Correlation {
  /** -1 to 1 */
  readonly value: number;
  readonly interval: Interval | Absent;
}

/**
 * Pearson's correlation.
 * @param a, b [n], finite
 * @param confidence in (0, 1); 0.95 when left out
 * @returns absent with NO_ITEMS, TOO_FEW_ITEMS (one) or NO_VARIATION; its interval with TOO_FEW_ITEMS below 4, NO_VARIATION at -1 and 1
 * @throws Error when lengths differ or a number is not finite
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): Correlation | Absent {
  checkFinite(a, b);
  const n = a.length;
  if (n < 2) return absent(n === 0 ? 'NO_ITEMS' : 'TOO_FEW_ITEMS');
  const value = weightedPearson(a, b, new Float64Array(n).fill(1));
  if (!Number.isFinite(value)) return absent('NO_VARIATION');
  if (n < 4) return { value, interval: absent('TOO_FEW_ITEMS') };
  if (Math.abs(value) === 1) return { value, interval: absent('NO_VARIATION') };
  const half = criticalValue(confidence) / Math.sqrt(n - 3);
  const z = Math.atanh(value);
  return { value, interval: { lower: Math.tanh(z - half), upper: Math.tanh(z + half) } };
}

/**
 * Spearman's rank correlation: Pearson's of the midranks.
 * @param a, b [n], finite
 * @returns -1 to 1; absent as pearson
 * @throws Error as pearson
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number | Absent {
  checkFinite(a, b);
  const found = pearson(midranks(a), midranks(b));
  return 'kind' in found ? found : found.value;
}

/**
 * The root of the mean squared difference, in the unit of the values.
 * @param a, b [n], finite
 * @returns >= 0; absent with NO_ITEMS
 * @throws Error when lengths differ or a number is not finite
 */
export function rootMeanSquaredError(a: ArrayLike<number>, b: ArrayLike<number>): number | Absent {
  checkFinite(a, b);
  if (a.length === 0) return absent('NO_ITEMS');
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (at(a, i) - at(b, i)) ** 2;
  return Math.sqrt(sum / a.length);
}

/** Pearson's correlation of a resample; NaN where a value does not vary. @param weights [n], how often each item was drawn */
export function weightedPearson(a: ArrayLike<number>, b: ArrayLike<number>, weights: Float64Array): number {
  let [mass, sumA, sumB] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = at(weights, i);
    mass += weight;
    sumA += weight * at(a, i);
    sumB += weight * at(b, i);
  }
  const [meanA, meanB] = [sumA / mass, sumB / mass];
  let [saa, sbb, sab] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const [da, db, weight] = [at(a, i) - meanA, at(b, i) - meanB, at(weights, i)];
    saa += weight * da * da;
    sbb += weight * db * db;
    sab += weight * da * db;
  }
  // What is left of equal numbers by rounding is no variation.
  const isConstant = (squares: number, mean: number): boolean => !(squares > mass * (mean * 1e-15) ** 2);
  if (isConstant(saa, meanA) || isConstant(sbb, meanB)) return NaN;
  return Math.max(-1, Math.min(1, sab / Math.sqrt(saa * sbb)));
}

/**
 * Spearman's correlation of resamples: puts both in order once. Equal values share the mean of the ranks that their copies take.
 * @param a, b [n], finite
 * @returns what gives the correlation for weights [n]; NaN where a value does not vary
 * @throws Error when lengths differ or a number is not finite
 */
export function weightedSpearman(a: ArrayLike<number>, b: ArrayLike<number>): (weights: Float64Array) => number {
  checkFinite(a, b);
  const [first, second] = [weightedRanks(a), weightedRanks(b)];
  return (weights) => weightedPearson(first(weights), second(weights), weights);
}

function weightedRanks(values: ArrayLike<number>): (weights: Float64Array) => Float64Array {
  const order = ascending(values);
  const ranks = new Float64Array(values.length);
  return (weights) => {
    let below = 0;
    for (let start = 0; start < order.length;) {
      let [end, mass] = [start, 0];
      const value = at(values, at(order, start));
      for (; end < order.length && at(values, at(order, end)) === value; end++) mass += at(weights, at(order, end));
      for (let i = start; i < end; i++) ranks[at(order, i)] = below + (mass + 1) / 2;
      below += mass;
      start = end;
    }
    return ranks;
  };
}
