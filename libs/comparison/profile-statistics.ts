import type { AbsenceReason } from '#libs/statistics';
import type { Absence, StatisticName } from './statistic.types.js';

/** Statistics of a pair of versions by feature, `[features]` each; NaN where a feature has none. */
export interface ProfileStatistics {
  readonly pearson: Float64Array;
  readonly pearsonLower: Float64Array;
  readonly pearsonUpper: Float64Array;
  readonly spearman: Float64Array;
  /** mean of first less second */
  readonly bias: Float64Array;
  readonly standardDeviation: Float64Array;
  readonly lowerLimit: Float64Array;
  readonly upperLimit: Float64Array;
  readonly rootMeanSquare: Float64Array;
  /** Pearson's correlation of the differences with the means of both */
  readonly trend: Float64Array;
}

/** Places of features in other orders than their own, `[features]` each; those without the statistic come last. */
export interface ProfileOrders {
  readonly LOWEST_R: Uint32Array;
  readonly HIGHEST_R: Uint32Array;
  readonly LARGEST_BIAS: Uint32Array;
}

export function emptyPair(features: number): ProfileStatistics {
  const none = (): Float64Array => new Float64Array(features).fill(NaN);
  return {
    ...{ pearson: none(), pearsonLower: none(), pearsonUpper: none(), spearman: none(), bias: none() },
    ...{ standardDeviation: none(), lowerLimit: none(), upperLimit: none(), rootMeanSquare: none(), trend: none() },
  };
}

export function ordersOf({ pearson, bias }: ProfileStatistics): ProfileOrders {
  return {
    LOWEST_R: sortedBy(pearson, (r) => r),
    HIGHEST_R: sortedBy(pearson, (r) => -r),
    LARGEST_BIAS: sortedBy(bias, (value) => -Math.abs(value)),
  };
}

function sortedBy(values: Float64Array, keyOf: (value: number) => number): Uint32Array {
  const keys = values.map((value) => (Number.isNaN(value) ? Infinity : keyOf(value)));
  return Uint32Array.from(values, (_, at) => at).sort((a, b) => {
    const [one, other] = [keys[a] ?? Infinity, keys[b] ?? Infinity];
    // Two that have none are of one rank: their difference would be no number.
    return one === other ? a - b : one < other ? -1 : 1;
  });
}

const STATISTICS: readonly (readonly [StatisticName, keyof ProfileStatistics, number])[] = [
  ['PEARSON', 'pearson', 2],
  ['SPEARMAN', 'spearman', 2],
  ['RMSE', 'rootMeanSquare', 1],
  ['DIFFERENCES', 'bias', 2],
  ['TREND', 'trend', 2],
];
/** Fisher's interval has the root of n - 3 below. */
const LEAST_FOR_INTERVAL = 4;

/** What a feature of a pair does not have, and why. @param at its place, from 0 */
export function whyAbsent(statistics: ProfileStatistics, n: number, at: number): readonly Absence[] {
  const lacks = (name: keyof ProfileStatistics): boolean => Number.isNaN(statistics[name][at] ?? NaN);
  const whole = STATISTICS.flatMap(([statistic, name, least]) =>
    lacks(name) ? [{ statistic, reason: reasonOf(n, least), isIntervalOnly: false }] : [],
  );
  if (lacks('pearson') || !lacks('pearsonLower')) return whole;
  return [...whole, { statistic: 'PEARSON', reason: reasonOf(n, LEAST_FOR_INTERVAL), isIntervalOnly: true }];
}

function reasonOf(n: number, least: number): AbsenceReason {
  if (n === 0) return 'NO_ITEMS';
  return n < least ? 'TOO_FEW_ITEMS' : 'NO_VARIATION';
}
